/** The report on a host: a view that the server writes, that follows the host's files, and that leads to their lines. */
import { type Disposable, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { goTo, newNonce, type Page } from './pages.js';
import { ask, type HostSummary, methods } from './protocol.js';

const VIEW = 'daemonlint.hostReport';

interface Sent {
  readonly type?: unknown;
  readonly file?: unknown;
  readonly line?: unknown;
  readonly column?: unknown;
}

export interface HostReports extends Disposable {
  /** Shows the report on the host of a node of the tree, or on the one that the person picks. */
  show(node: unknown): Promise<void>;
  /** Hosts may be others. */
  changed(): void;
  /** From now on, views of the last session are shown again. */
  restore(): Disposable;
}

export function hostReports(client: BaseLanguageClient, hosts: () => Promise<readonly HostSummary[]>): HostReports {
  const options = { enableScripts: true, localResourceRoots: [] };
  const views = new Map<string, WebviewPanel>();
  const askPage = (root: string, nonce?: string) => ask<Page>(client, methods.hostPage, { root, ...(nonce !== undefined && { nonce }) });

  const pathOf = (root: string) => workspace.asRelativePath(client.protocol2CodeConverter.asUri(root));

  const nameOf = (root: string) => client.protocol2CodeConverter.asUri(root).path.replace(/\/$/, '').replace(/^.*\//, '');

  async function refresh(root: string, panel: WebviewPanel): Promise<void> {
    const page = panel.visible ? await askPage(root) : undefined;
    if (page) void panel.webview.postMessage({ main: page.html });
  }

  async function pick(node: unknown): Promise<string | undefined> {
    const given = node as { readonly host?: { readonly root?: unknown } } | undefined;
    if (typeof given?.host?.root === 'string') return given.host.root;
    const all = await hosts();
    const [only] = all;
    if (only === undefined) return void window.showInformationMessage('No file in this workspace says what a host starts.');
    if (all.length === 1) return only.root;
    const picked = await window.showQuickPick(
      all.map(({ root, name }) => ({ label: name, description: pathOf(root), root })),
      { title: 'Report on which host?', matchOnDescription: true },
    );
    return picked?.root;
  }

  function fill(root: string, panel: WebviewPanel, { html }: Page): void {
    const base = client.protocol2CodeConverter.asUri(root);
    panel.webview.onDidReceiveMessage((sent: Sent | undefined) => {
      // A view that was hidden begins anew, with the page that it was opened with.
      if (sent?.type === 'ready') void refresh(root, panel);
      if (sent?.type === 'open' && typeof sent.file === 'string') void goTo(Uri.joinPath(base, sent.file), sent.line, sent.column);
    });
    panel.onDidDispose(() => {
      if (views.get(root) === panel) views.delete(root);
    });
    views.set(root, panel);
    panel.webview.html = html;
  }

  async function show(node: unknown): Promise<void> {
    const root = await pick(node);
    if (root === undefined) return;
    const page = views.has(root) ? undefined : await askPage(root, newNonce());
    const known = views.get(root);
    if (known) return known.reveal();
    if (page === undefined) return void window.showInformationMessage('The files of this host are gone, or say nothing any more.');
    fill(root, window.createWebviewPanel(VIEW, `Host Report: ${nameOf(root)}`, ViewColumn.Active, options), page);
  }

  async function deserializeWebviewPanel(panel: WebviewPanel, kept: { readonly root?: unknown } | undefined): Promise<void> {
    const root = typeof kept?.root === 'string' ? kept.root : undefined;
    const page = root === undefined || views.has(root) ? undefined : await askPage(root, newNonce());
    // The folder is no part of this workspace any more, or the report has been opened anew meanwhile.
    if (root === undefined || page === undefined || views.has(root)) return panel.dispose();
    panel.webview.options = options;
    fill(root, panel, page);
  }

  return {
    show,
    changed: () => {
      for (const [root, panel] of views) void refresh(root, panel);
    },
    restore: () => window.registerWebviewPanelSerializer(VIEW, { deserializeWebviewPanel }),
    // The panels stay: the editor shows them again after a restart.
    dispose: () => views.clear(),
  };
}
