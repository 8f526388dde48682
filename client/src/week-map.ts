/** The week map: a view beside the editor that the server writes, that follows the document, and that leads to its lines. */
import { Disposable, type TextDocument, Uri, ViewColumn, type WebviewPanel, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { goTo, nameOf, newNonce, type Page, QUIET } from './pages.js';
import { ask, methods } from './protocol.js';

const VIEW = 'daemonlint.weekMap';

/** With a nonce a page, without one the inside of a page; undefined where the document is not open or has no week. */
const askPage = (client: BaseLanguageClient, uri: Uri, more: { readonly nonce?: string }): Promise<Page | undefined> =>
  ask<Page>(client, methods.weekMap, { uri: client.code2ProtocolConverter.asUri(uri), ...more });

/** One view, and the document that it shows. */
class WeekView {
  private waiting: ReturnType<typeof setTimeout> | undefined;
  /** Answers that are overtaken are not shown. */
  private asked = 0;

  constructor(
    private readonly client: BaseLanguageClient,
    private readonly uri: Uri,
    readonly panel: WebviewPanel,
  ) {
    panel.webview.onDidReceiveMessage((sent: { readonly type?: unknown; readonly line?: unknown } | undefined) => {
      // A view that was hidden begins anew, with the page that it was opened with.
      if (sent?.type === 'ready') void this.refresh();
      if (sent?.type === 'open') void goTo(uri, sent.line);
    });
  }

  /** The document may have changed. */
  changed(): void {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.refresh(), QUIET);
  }

  dispose(): void {
    clearTimeout(this.waiting);
    this.asked = Number.POSITIVE_INFINITY;
  }

  /** Fills the page anew; where the document is not open any more, what is shown stays. */
  private async refresh(): Promise<void> {
    if (!this.panel.visible) return;
    const mine = ++this.asked;
    const page = await askPage(this.client, this.uri, {});
    if (page && mine === this.asked) void this.panel.webview.postMessage({ main: page.html });
  }
}

export interface WeekMaps extends Disposable {
  /** Shows the week of the document at `uri`, or of the active editor. */
  show(uri: unknown): Promise<void>;
  /** The document at `uri`, or how it is read, is not what it was. */
  changed(uri: Uri): void;
  /** From now on, views of the last session are shown again. */
  restore(): Disposable;
}

export function weekMaps(client: BaseLanguageClient, extension: Uri): WeekMaps {
  const views = new Map<string, WeekView>();
  const options = { enableScripts: true, localResourceRoots: [] };

  /** Opens the document, for the server to have it, and asks for its page. */
  async function firstPage(uri: Uri): Promise<Page | undefined> {
    await workspace.openTextDocument(uri);
    return askPage(client, uri, { nonce: newNonce() });
  }

  /** Makes `panel` the view of `uri`. */
  function fill(uri: Uri, panel: WebviewPanel, { html }: Page): void {
    const key = uri.toString();
    const view = new WeekView(client, uri, panel);
    const icon = (look: string) => Uri.joinPath(extension, 'icons', `crontab-${look}.svg`);
    panel.iconPath = { light: icon('light'), dark: icon('dark') };
    views.set(key, view);
    panel.onDidDispose(() => {
      view.dispose();
      if (views.get(key) === view) views.delete(key);
    });
    panel.webview.html = html;
  }

  async function show(given: unknown): Promise<void> {
    const uri = given instanceof Uri ? given : window.activeTextEditor?.document.uri;
    if (uri === undefined) return void window.showInformationMessage('Open a crontab first: its week is then shown beside it.');
    const known = () => views.get(uri.toString())?.panel;
    const page = known() ? undefined : await firstPage(uri);
    const panel = known();
    if (panel) return panel.reveal();
    if (page) return fill(uri, window.createWebviewPanel(VIEW, `Week of ${nameOf(uri)}`, ViewColumn.Beside, options), page);
    void window.showInformationMessage('daemonlint takes this file for no crontab. “Choose Kind and Form of File” tells it otherwise.');
  }

  async function deserializeWebviewPanel(panel: WebviewPanel, kept: { readonly uri?: unknown } | undefined): Promise<void> {
    try {
      const uri = Uri.parse(String(kept?.uri), true);
      const page = await firstPage(uri);
      panel.webview.options = options;
      if (page) return fill(uri, panel, page);
    } catch {
      // The file is gone, or the view was kept by something else.
    }
    panel.dispose();
  }

  const changed = (uri: Uri) => views.get(uri.toString())?.changed();
  const whenTyped = workspace.onDidChangeTextDocument(({ document }: { readonly document: TextDocument }) => changed(document.uri));
  return {
    show,
    changed,
    restore: () => window.registerWebviewPanelSerializer(VIEW, { deserializeWebviewPanel }),
    // The panels stay: the editor shows them again after a restart.
    dispose: () => Disposable.from(whenTyped, ...views.values()).dispose(),
  };
}
