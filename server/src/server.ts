/** The language server, whatever carries its messages: {@link startServer} is all that an entry needs. */
import {
  CodeActionKind,
  type Connection,
  DidChangeConfigurationNotification,
  type ExecuteCommandParams,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Files } from '../../workspace/src/index.js';
import { actionKinds, FIX_ALL } from './convert.js';
import { type Diagnostics, pulled, pushed } from './diagnostics.js';
import { guard } from './guard.js';
import { codeActions } from './handlers/code-action.js';
import { hover } from './handlers/hover.js';
import { documentSymbols, foldingRanges } from './handlers/outline.js';
import { choose, ruleList, rulePageOf, statusOf } from './handlers/own.js';
import { giftsOf } from './protocol.js';
import { type Runtime, Session } from './session.js';
import { editorSettings } from './settings.js';
import { Trees } from './trees.js';

/** What the client said it can. */
interface Abilities {
  pull: boolean;
  refresh: boolean;
  configuration: boolean;
  watch: boolean;
  status: boolean;
}

const abilitiesOf = ({ capabilities, initializationOptions }: InitializeParams): Abilities => ({
  pull: capabilities.textDocument?.diagnostic !== undefined,
  refresh: capabilities.workspace?.diagnostics?.refreshSupport === true,
  configuration: capabilities.workspace?.configuration === true,
  watch: capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  status: giftsOf(initializationOptions).commands.length > 0,
});

const initializeResult = (version: string, { pull }: Abilities, say: boolean): InitializeResult => ({
  serverInfo: { name: 'daemonlint', version },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, ...Object.values(actionKinds), FIX_ALL] },
    documentSymbolProvider: { label: 'daemonlint' },
    foldingRangeProvider: true,
    ...(say && { executeCommandProvider: { commands: ['daemonlint.say'] } }),
    ...(pull && { diagnosticProvider: { identifier: 'daemonlint', interFileDependencies: true, workspaceDiagnostics: false } }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
});

/** Asks for the settings, or takes what was sent along. */
async function readSettings(session: Session, sent: unknown, can: boolean): Promise<void> {
  const section = can
    ? await session.connection.workspace.getConfiguration('daemonlint')
    : (sent as { daemonlint?: unknown } | undefined)?.daemonlint;
  session.editor = editorSettings(section);
}

/** Ties the features to the connection. */
function serve(session: Session): void {
  const { connection } = session;
  connection.onHover(guard(connection, 'hover', null, (params) => hover(session, params)));
  connection.onCodeAction(guard(connection, 'code actions', [], (params) => codeActions(session, params)));
  connection.onDocumentSymbol(guard(connection, 'symbols', [], (params) => documentSymbols(session, params)));
  connection.onFoldingRanges(guard(connection, 'folding', [], (params) => foldingRanges(session, params)));
  connection.onRequest('daemonlint/rule', guard(connection, 'a rule page', null, rulePageOf));
  connection.onRequest('daemonlint/rules', guard(connection, 'the rules', [], ruleList));
  const said = new Set<string>();
  connection.onExecuteCommand(
    guard(connection, 'a command', null, ({ arguments: [text] = [] }: ExecuteCommandParams) => {
      // What has to be done after a fix is said once, not after each.
      if (typeof text === 'string' && !said.has(text)) connection.window.showInformationMessage(text);
      said.add(String(text));
      return null;
    }),
  );
}

/** Serves one client over `connection` until it leaves; `local` is the file system for clients that do not lend theirs. */
export function startServer(connection: Connection, version: string, runtime: Runtime, local: Files): void {
  const documents = new TextDocuments(TextDocument);
  const trees = new Trees(connection, local, () => refresh());
  const session = new Session(connection, documents, trees, runtime);
  let abilities: Abilities = { pull: false, refresh: false, configuration: false, watch: false, status: false };
  let diagnostics: Diagnostics | undefined;

  const tellStatus = (uri: string) => {
    const status = abilities.status ? statusOf(session, uri) : undefined;
    if (status !== undefined) void connection.sendNotification('daemonlint/status', status);
  };
  const refresh = () => {
    diagnostics?.refresh();
    for (const uri of documents.keys()) tellStatus(uri);
  };

  connection.onInitialize((params) => {
    abilities = abilitiesOf(params);
    session.gifts = giftsOf(params.initializationOptions);
    trees.open(params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []), session.gifts.files);
    diagnostics = abilities.pull ? pulled(session, abilities.refresh) : pushed(session);
    return initializeResult(version, abilities, !session.can('daemonlint.copy'));
  });
  connection.onInitialized(async () => {
    if (abilities.configuration) void connection.client.register(DidChangeConfigurationNotification.type, { section: 'daemonlint' });
    connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
      trees.change(
        added.map(({ uri }) => uri),
        removed.map(({ uri }) => uri),
      ),
    );
    await readSettings(session, undefined, abilities.configuration);
    refresh();
    await trees.scan(abilities.watch);
  });
  connection.onDidChangeConfiguration(async ({ settings }) => {
    await readSettings(session, settings, abilities.configuration);
    refresh();
  });
  connection.onDidChangeWatchedFiles(({ changes }) => trees.changed(changes.map(({ uri }) => uri)));
  connection.onRequest(
    'daemonlint/choose',
    guard(connection, 'a choice', false, (params: unknown) => {
      const done = choose(session, params);
      refresh();
      return done;
    }),
  );
  documents.onDidChangeContent(({ document }) => {
    diagnostics?.changed(document.uri);
    tellStatus(document.uri);
  });
  documents.onDidClose(({ document }) => {
    session.forget(document.uri);
    diagnostics?.closed(document.uri);
  });
  serve(session);
  documents.listen(connection);
  connection.listen();
}
