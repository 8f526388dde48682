/** The host view: what the files of the workspace start, by services, in the side bar. */
import {
  commands,
  Disposable,
  EventEmitter,
  env,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { goTo, QUIET } from './pages.js';
import { ask, type HostPlace, type HostService, type HostSummary, methods } from './protocol.js';

const VIEW = 'daemonlint.hosts';
const [PATIENCE_MS, ROUND_MS] = [2000, 50];

/** What stands in the tree: hosts where there are several, services, what is to be said of one, and its places. */
export type Node =
  | { readonly type: 'host'; readonly host: HostSummary }
  | { readonly type: 'service'; readonly host: HostSummary; readonly service: HostService }
  | { readonly type: 'verdict'; readonly text: string }
  | { readonly type: 'place'; readonly place: HostPlace };

const COLOURS = { warning: 'list.warningForeground', info: 'charts.blue', hint: 'charts.yellow' } as const;
const ADVICE = { warning: 'turn it off', info: 'only if needed', hint: 'look at it' } as const;
const STATES = { on: 'on', off: 'off', commented: 'commented out' } as const;

const { Collapsed, Expanded, None } = TreeItemCollapsibleState;

function serviceItem({ name, state, level, verdict, commands: known }: HostService): TreeItem {
  const item = new TreeItem(name, Collapsed);
  item.description = level ? ADVICE[level] : STATES[state];
  item.iconPath = level
    ? new ThemeIcon(level === 'warning' ? 'warning' : 'info', new ThemeColor(COLOURS[level]))
    : new ThemeIcon(state === 'on' ? 'pass' : 'circle-slash');
  if (verdict !== undefined) item.tooltip = verdict;
  item.contextValue = known.length > 0 ? 'service.command' : 'service';
  item.accessibilityInformation = { label: `${name}: ${level ? `on, ${ADVICE[level]}` : STATES[state]}` };
  return item;
}

function placeItem(node: Node & { readonly type: 'place' }): TreeItem {
  const { label, text, state } = node.place;
  const item = new TreeItem(label, None);
  item.description = text;
  item.iconPath = new ThemeIcon(state === 'on' ? 'go-to-file' : 'circle-outline');
  item.contextValue = `place.${state}`;
  item.command = { command: 'daemonlint.openHostPlace', title: 'Open', arguments: [node] };
  return item;
}

function itemOf(node: Node): TreeItem {
  if (node.type === 'service') return serviceItem(node.service);
  if (node.type === 'place') return placeItem(node);
  const item = node.type === 'host' ? new TreeItem(node.host.name, Expanded) : new TreeItem(node.text, None);
  item.iconPath = new ThemeIcon(node.type === 'host' ? 'server' : 'lightbulb');
  item.contextValue = node.type;
  if (node.type === 'verdict') item.tooltip = node.text;
  return item;
}

const servicesOf = (host: HostSummary): Node[] => host.services.map((service) => ({ type: 'service', host, service }));

function childrenOf(node: Node): Node[] {
  if (node.type === 'host') return servicesOf(node.host);
  if (node.type !== 'service') return [];
  const { verdict, places } = node.service;
  return [
    ...(verdict === undefined ? [] : [{ type: 'verdict' as const, text: verdict }]),
    ...places.map((place): Node => ({ type: 'place', place })),
  ];
}

export interface HostView extends Disposable {
  /** What the side bar shows. */
  readonly tree: TreeDataProvider<Node>;
  /** The hosts as they are now. */
  hosts(): Promise<readonly HostSummary[]>;
  open(node: unknown): Promise<void>;
  /** Opens the place with its quick fixes. */
  fix(node: unknown): Promise<void>;
  /** Copies a command that turns the service off, or on where it is off. */
  copyCommand(node: unknown): Promise<void>;
}

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Waits until something is offered at the caret, or a while: a file that was just opened must be read first, and no menu opens where nothing is offered yet. */
async function offered(): Promise<void> {
  const editor = window.activeTextEditor;
  for (const end = Date.now() + PATIENCE_MS; editor && Date.now() < end; await new Promise((done) => setTimeout(done, ROUND_MS))) {
    const { document, selection } = editor;
    const actions = await commands.executeCommand<readonly unknown[]>('vscode.executeCodeActionProvider', document.uri, selection);
    if (actions.length > 0) return;
  }
}

/** `told` hears when hosts may be others. */
export function hostView(client: BaseLanguageClient, told: () => void): HostView {
  const changed = new EventEmitter<undefined>();
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const hosts = async () => (await ask<readonly HostSummary[]>(client, methods.hosts)) ?? [];

  async function roots(): Promise<Node[]> {
    const all = await hosts();
    const [only] = all;
    return only && all.length === 1 ? servicesOf(only) : all.map((host) => ({ type: 'host', host }));
  }

  const tree: TreeDataProvider<Node> = {
    onDidChangeTreeData: changed.event,
    getChildren: (node) => (node ? childrenOf(node) : roots()),
    getTreeItem: itemOf,
  };

  async function open(node: unknown): Promise<void> {
    if (!isNode(node) || node.type !== 'place') return;
    await goTo(client.protocol2CodeConverter.asUri(node.place.uri), node.place.line, node.place.column);
  }

  async function copyCommand(node: unknown): Promise<void> {
    if (!isNode(node) || node.type !== 'service') return;
    const { commands: known } = node.service;
    const [only] = known;
    const items = known.map(({ system, text }) => ({ label: system, description: text.replaceAll('\n', '; '), text }));
    const picked =
      known.length > 1 ? await window.showQuickPick(items, { title: `Commands for ${node.service.name}: on which system?` }) : only;
    if (picked === undefined) return;
    await env.clipboard.writeText(picked.text);
    window.setStatusBarMessage(`Copied: ${picked.text.replaceAll('\n', '; ')}`, 3000);
  }

  const parts = Disposable.from(
    changed,
    window.registerTreeDataProvider(VIEW, tree),
    client.onNotification(methods.hostsChanged, () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        changed.fire(undefined);
        told();
      }, QUIET);
    }),
  );
  return {
    tree,
    hosts,
    open,
    copyCommand,
    fix: async (node) => {
      await open(node);
      if (!isNode(node) || node.type !== 'place') return;
      await offered();
      await commands.executeCommand('editor.action.quickFix');
    },
    dispose: () => {
      clearTimeout(waiting);
      parts.dispose();
    },
  };
}
