// A stand-in for the module `vscode`: as much of it as the client uses, over a desk that the tests set and look at.
import assert from 'node:assert/strict';
import { type Address, address } from './address.js';
import { type Panel, panelOf } from './panels.js';
import { type Listeners, listeners, type SideTree, sideBar } from './side-bar.js';
import { FileSystemError, type GitOfDesk, gitPart, type LensProvider } from './vscode-git.js';
import { type Provider, tasksOf } from './vscode-tasks.js';

type Run = (...given: unknown[]) => unknown;

export interface Item {
  readonly label: string;
  readonly detail?: string;
}

export interface Action {
  readonly title: string;
  readonly isPreferred?: boolean;
  readonly edit?: object;
  readonly command?: string | { readonly title: string; readonly command: string; readonly arguments?: readonly unknown[] };
}

/** What the tests set and look at. */
export interface Desk {
  readonly commands: Map<string, Run>;
  /** Everything that was shown, copied, opened or asked, in its order. */
  readonly log: unknown[][];
  readonly bar: { text?: string; tooltip?: string; shown: boolean };
  readonly files: Map<
    string,
    { readonly type: number; readonly bytes?: Uint8Array; readonly size?: number; readonly names?: [string, number][] }
  >;
  /** The setting `daemonlint.files` of the folder. */
  remembered: Readonly<Record<string, unknown>> | undefined;
  /** Path of the folder that is open, if one is. */
  folder: string | undefined;
  editor:
    | {
        readonly document: { readonly uri: Address; getText(at?: unknown): string };
        readonly selection: object;
        readonly selections: object[];
      }
    | undefined;
  /** Which of the offered items the person picks. */
  pick: (items: readonly Item[]) => Item | undefined;
  actions: Readonly<Record<string, readonly Action[]>>;
  diagnostics: readonly object[];
  readonly onActive: Listeners<undefined>;
  readonly onClose: Listeners<{ uri: Address }>;
  readonly onOpen: Listeners<object>;
  readonly onSettings: Listeners<{ affectsConfiguration(section: string): boolean }>;
  markdownFails: boolean;
  pages: { provideTextDocumentContent(uri: Address): Promise<string> } | undefined;
  readonly onType: Listeners<{ document: { uri: Address } }>;
  /** Each view that was opened, in its order. */
  readonly panels: Panel[];
  /** Paths of files that cannot be opened. */
  readonly missing: Set<string>;
  /** What a view of the side bar shows. */
  tree: SideTree | undefined;
  readonly serializers: Map<string, { deserializeWebviewPanel(panel: Panel, kept: unknown): Promise<void> }>;
  taskProvider: Provider | undefined;
  /** The editor's Git extension; undefined where there is none. */
  git: GitOfDesk | undefined;
  lenses: LensProvider | undefined;
  /** Texts of files by path, with unsaved edits. */
  readonly texts: Map<string, string>;
  /** Paths of files with unsaved edits. */
  readonly unsaved: Set<string>;
  /** Settings by name, without `daemonlint.` */
  settings: Readonly<Record<string, unknown>>;
  /** What the person types; undefined for a person who turns away. */
  typed: string | undefined;
}

export function desk(): Desk {
  return {
    commands: new Map(),
    log: [],
    bar: { shown: false },
    files: new Map(),
    remembered: undefined,
    folder: undefined,
    editor: undefined,
    pick: () => undefined,
    actions: {},
    diagnostics: [],
    onActive: listeners(),
    onClose: listeners(),
    onOpen: listeners(),
    onSettings: listeners(),
    markdownFails: false,
    pages: undefined,
    onType: listeners(),
    panels: [],
    missing: new Set(),
    tree: undefined,
    serializers: new Map(),
    taskProvider: undefined,
    git: undefined,
    lenses: undefined,
    texts: new Map(),
    unsaved: new Set(),
    settings: {},
    typed: undefined,
  };
}

/** Puts an editor with `text` at `uri` on the desk, nothing selected, the cursor in its first line. */
export function openAt(on: Desk, uri: string, text = ''): void {
  const selection = { isEmpty: true, active: { line: 0 } };
  on.editor = { document: { uri: address(uri), getText: () => text }, selection, selections: [selection] };
  on.onActive.fire(undefined);
}

export const nothing = { dispose: () => undefined };

/** The editor's number for a group of its own. */
const BESIDE = -2;

function windowOf(on: Desk): object {
  const say = (what: string) => async (message: string) => void on.log.push([what, message]);
  return {
    get activeTextEditor() {
      return on.editor;
    },
    createStatusBarItem: () =>
      Object.assign(on.bar, { show: () => (on.bar.shown = true), hide: () => void (on.bar.shown = false), dispose: () => undefined }),
    onDidChangeActiveTextEditor: on.onActive.on,
    showInformationMessage: say('information'),
    showWarningMessage: say('warning'),
    showErrorMessage: say('error'),
    setStatusBarMessage: say('passing'),
    showQuickPick: async (items: readonly Item[]) => {
      on.log.push(['offered', ...items.map(({ label }) => label)]);
      return on.pick(items);
    },
    showInputBox: async ({ validateInput }: { validateInput(text: string): string | undefined }) => {
      on.log.push(['asked', on.typed === undefined ? undefined : validateInput(on.typed)]);
      return on.typed;
    },
    /** The group at hand; without a tab nothing is open in it. */
    tabGroups: {
      get activeTabGroup() {
        return { activeTab: on.log.some(([what]) => what === 'shown') ? {} : undefined };
      },
    },
    showTextDocument: async (document: unknown, options?: number | { selection?: unknown }) => {
      const where = typeof options === 'object' && options.selection !== undefined ? [options.selection] : [];
      on.log.push(['shown', String(document), ...where, ...(options === BESIDE ? ['beside'] : [])]);
      return { revealRange: () => undefined };
    },
    visibleTextEditors: [],
    createWebviewPanel: (_view: string, title: string, _where: object, options: object) => Object.assign(panelOf(on, options), { title }),
    registerTreeDataProvider: (view: string, tree: SideTree) => {
      assert.equal(view, 'daemonlint.hosts');
      on.tree = tree;
      return nothing;
    },
    registerWebviewPanelSerializer: (view: string, serializer: NonNullable<ReturnType<Desk['serializers']['get']>>) => {
      on.serializers.set(view, serializer);
      return nothing;
    },
  };
}

function workspaceOf(on: Desk): object {
  const entry = (uri: Address) => {
    const found = on.files.get(uri.path);
    if (found === undefined) throw new Error(`${uri.path} does not exist`);
    return found;
  };
  const inside = ({ path: of }: Address) => on.folder !== undefined && of.startsWith(`${on.folder}/`);
  return {
    get workspaceFolders() {
      return on.folder === undefined ? undefined : [{ uri: address(`file:${on.folder}`) }];
    },
    getWorkspaceFolder: (uri: Address) => (inside(uri) ? {} : undefined),
    asRelativePath: ({ path: of }: Address) => of.slice((on.folder?.length ?? -1) + 1),
    onDidCloseTextDocument: on.onClose.on,
    onDidOpenTextDocument: on.onOpen.on,
    onDidChangeConfiguration: on.onSettings.on,
    onDidChangeTextDocument: on.onType.on,
    registerTextDocumentContentProvider: (scheme: string, provider: NonNullable<Desk['pages']>) => {
      assert.equal(scheme, 'daemonlint-rule');
      on.pages = provider;
      return nothing;
    },
    get textDocuments() {
      return [...on.texts.keys()].map((path) => ({ uri: address(`file:${path}`), isDirty: on.unsaved.has(path) }));
    },
    getConfiguration: () => ({
      get: (key: string) => on.settings[key],
      inspect: () => ({ workspaceFolderValue: on.remembered }),
      update: async (key: string, value: Desk['remembered'], target: number) => {
        assert.deepEqual([key, target], ['files', 3]);
        on.remembered = value;
      },
    }),
    applyEdit: async (edit: unknown) => Boolean(on.log.push(['edit', edit])),
    openTextDocument: async (given: { language: string; content: string } | Address) => {
      if ('language' in given) return { toString: () => `${given.language}: ${given.content}` };
      if (on.missing.has(given.path)) throw new Error('no such file');
      const text = on.texts.get(given.path);
      if (text !== undefined) return { uri: given, languageId: 'crontab', getText: () => text };
      const lineAt = (line: number) => ({ range: { start: { translate: () => line }, end: { character: 80 }, with: () => line } });
      return { uri: given, lineCount: 10, lineAt, toString: () => String(given) };
    },
    fs: {
      stat: async (uri: Address) => {
        if (on.texts.has(uri.path)) return { type: 1, size: 0 };
        if (on.git && !on.files.has(uri.path)) throw new FileSystemError('FileNotFound');
        return { type: entry(uri).type, size: entry(uri).size ?? entry(uri).bytes?.length ?? 0 };
      },
      readFile: async (uri: Address) => entry(uri).bytes,
      readDirectory: async (uri: Address) => entry(uri).names,
    },
  };
}

const Uri = {
  parse: address,
  from: ({ scheme, path: of }: { scheme: string; path: string }) => address(`${scheme}:${of}`),
  joinPath: (base: Address, ...parts: string[]) => address([base, ...parts].join('/')),
  [Symbol.hasInstance]: (value: unknown) => typeof value === 'object' && value !== null && 'scheme' in value,
};

export function vscodeOf(on: Desk): object {
  return {
    window: windowOf(on),
    workspace: workspaceOf(on),
    commands: {
      registerCommand: (name: string, run: Run) => {
        assert.ok(!on.commands.has(name), `${name} is registered twice`);
        on.commands.set(name, run);
        return nothing;
      },
      executeCommand: async (name: string, ...given: unknown[]) => {
        const own = on.commands.get(name);
        if (own) return own(...given);
        if (name === 'vscode.executeCodeActionProvider') return on.actions[String(given[2] ?? '')] ?? [];
        if (name === 'markdown.showPreview' && on.markdownFails) throw new Error('command not found');
        on.log.push([name, ...given.map(String)]);
        return undefined;
      },
    },
    env: { clipboard: { writeText: async (text: string) => void on.log.push(['copied', text]) } },
    ...gitPart(
      () => on.git,
      (provider) => {
        on.lenses = provider;
      },
      () => on.diagnostics,
      (document, language) => {
        on.log.push(['language', language]);
        document.languageId = language;
      },
    ),
    FileSystemError,
    ...tasksOf((provider) => {
      on.taskProvider = provider;
    }),
    Uri,
    EndOfLine: { LF: 1 },
    TextEdit: { setEndOfLine: (endOfLine: number) => ({ endOfLine }) },
    WorkspaceEdit: class {
      readonly edits = new Map<string, unknown>();
      set(uri: Address, edits: unknown): void {
        this.edits.set(String(uri), edits);
      }
    },
    ViewColumn: { One: 1, Beside: BESIDE, Active: -1 },
    ...sideBar,
    TextEditorRevealType: { InCenterIfOutsideViewport: 2 },
    Disposable: { from: (...all: { dispose(): void }[]) => ({ dispose: () => all.forEach((each) => void each.dispose()) }) },
    ConfigurationTarget: { WorkspaceFolder: 3 },
    StatusBarAlignment: { Right: 2 },
    QuickPickItemKind: { Separator: -1 },
    FileType: { Unknown: 0, File: 1, Directory: 2, SymbolicLink: 64 },
  };
}
