/** The language server, whatever carries its messages: {@link startServer} is all that an entry needs. */
import {
  type Connection,
  DidChangeConfigurationNotification,
  type ExecuteCommandParams,
  MessageType,
  ShowMessageNotification,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Files, fileError } from '../../workspace/src/index.js';
import { type Diagnostics, pulled, pushed } from './diagnostics.js';
import { attempt, guard } from './guard.js';
import { codeActions } from './handlers/code-action.js';
import { Colours } from './handlers/colours.js';
import { compare, known, NO_FILES } from './handlers/compare.js';
import { completions } from './handlers/completion.js';
import { followConfigs } from './handlers/follow-configs.js';
import { format, formatOnType, formatRange } from './handlers/format.js';
import { hostList, hostReport } from './handlers/hosts.js';
import { hover } from './handlers/hover.js';
import { type Abilities, abilitiesOf, initializeResult, SAY } from './handlers/initialize.js';
import { inlayHints, resolveHint } from './handlers/inlay-hint.js';
import { documentSymbols, foldingRanges } from './handlers/outline.js';
import { choiceList, choose, ruleList, rulePageOf, weekMap } from './handlers/own.js';
import { plan } from './handlers/plan.js';
import { selectionRanges } from './handlers/selection.js';
import { signatureHelp } from './handlers/signature.js';
import { HintClock, timers } from './hint-clock.js';
import { LinkMarks } from './link-marks.js';
import { OpenConfigs } from './open-configs.js';
import { giftsOf, isRecord } from './protocol.js';
import { Quiet } from './quiet.js';
import { type Runtime, Session } from './session.js';
import { editorSettings } from './settings.js';
import { together } from './together.js';
import { Trees } from './trees.js';
import { isConfig } from './uri.js';

/** Asks for the settings of each folder and of what is in none, or takes what was sent along; where neither says anything, what the greeting said. */
async function readSettings({ connection, trees, gifts }: Session, sent: unknown, can: boolean): Promise<Session['editors']> {
  if (!can) return new Map([['', editorSettings((isRecord(sent) ? sent.daemonlint : undefined) ?? gifts.settings)]]);
  const folders = trees.folders();
  const items = [{ section: 'daemonlint' }, ...folders.map((scopeUri) => ({ scopeUri, section: 'daemonlint' }))];
  const sections: unknown = await connection.workspace.getConfiguration(items);
  return new Map(
    ['', ...folders].map((folder, at) => [folder, editorSettings((Array.isArray(sections) ? sections[at] : undefined) ?? gifts.settings)]),
  );
}

/** Shows the text that a command carries: what has to be done after a fix is said once, not after each. */
function say(connection: Connection): (params: ExecuteCommandParams) => null {
  const said = new Set<string>();
  return ({ command, arguments: [text] = [] }) => {
    if (command !== SAY || typeof text !== 'string' || said.has(text)) return null;
    said.add(text);
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: text });
    return null;
  };
}

/** Ties the features to the connection. */
function serve(session: Session, version: string, refresh: () => void): void {
  const { connection } = session;
  connection.onHover(guard(connection, 'hover', null, (params) => hover(session, params)));
  connection.onCodeAction(guard(connection, 'code actions', [], (params) => codeActions(session, params)));
  connection.onDocumentSymbol(guard(connection, 'symbols', [], (params) => documentSymbols(session, params)));
  connection.onFoldingRanges(guard(connection, 'folding', [], (params) => foldingRanges(session, params)));
  connection.onExecuteCommand(guard(connection, 'a command', null, say(connection)));
  connection.onRequest('daemonlint/rule', guard(connection, 'a rule page', null, rulePageOf));
  connection.onRequest('daemonlint/rules', guard(connection, 'the rules', [], ruleList));
  connection.onRequest('daemonlint/choices', guard(connection, 'the choices', [], choiceList));
  connection.onRequest(
    'daemonlint/compare',
    guard(connection, 'a comparison', null, (params) => compare(session, params)),
  );
  connection.onRequest(
    'daemonlint/known',
    guard(connection, 'the known files', NO_FILES, (params) => known(session, params)),
  );
  connection.onRequest(
    'daemonlint/plan',
    guard(connection, 'a plan', null, (params) => plan(session, version, params)),
  );
  connection.onRequest(
    'daemonlint/weekMap',
    guard(connection, 'the week map', null, (params) => weekMap(session, params)),
  );
  connection.onRequest(
    'daemonlint/hosts',
    guard(connection, 'the hosts', [], () => hostList(session)),
  );
  connection.onRequest(
    'daemonlint/hostPage',
    guard(connection, 'the report on a host', null, (params) => hostReport(session, params)),
  );
  const chosen = (params: unknown) => {
    const done = choose(session, params);
    refresh();
    return done;
  };
  connection.onRequest('daemonlint/choose', guard(connection, 'a choice', false, chosen));
}

/** The features that help while one writes. */
function serveWriting(session: Session, colours: Colours): void {
  const { connection } = session;
  const { semanticTokens } = connection.languages;
  connection.onCompletion(guard(connection, 'completion', [], (params) => completions(session, params)));
  connection.onSignatureHelp(guard(connection, 'signature help', null, (params) => signatureHelp(session, params)));
  connection.onSelectionRanges(guard(connection, 'selection ranges', null, (params) => selectionRanges(session, params)));
  connection.onDocumentFormatting(guard(connection, 'formatting', [], (params) => format(session, params)));
  connection.onDocumentRangeFormatting(guard(connection, 'formatting', [], (params) => formatRange(session, params)));
  connection.onDocumentOnTypeFormatting(guard(connection, 'formatting', [], (params) => formatOnType(session, params)));
  semanticTokens.on(guard(connection, 'colours', { data: [] }, (params) => colours.all(params)));
  semanticTokens.onDelta(guard(connection, 'colours', { data: [] }, (params) => colours.delta(params)));
  semanticTokens.onRange(guard(connection, 'colours', { data: [] }, (params) => colours.within(params)));
}

/** Serves hints, and gives what has them asked for anew. */
function serveHints(session: Session, { refreshHints, resolveHints }: Abilities): HintClock {
  const { connection, runtime } = session;
  const { inlayHint } = connection.languages;
  const refresh = () => void attempt(connection, 'asking for hints to be asked for', () => inlayHint.refresh());
  const clock = new HintClock(timers(runtime.now), refreshHints ? refresh : undefined);
  inlayHint.on(guard(connection, 'hints', [], (params) => inlayHints(session, clock, resolveHints, params)));
  inlayHint.resolve(async (hint) => guard(connection, 'a hint', hint, () => resolveHint(session, hint))(hint));
  return clock;
}

/** Follows the client from its greeting on: its settings, its folders, its disk. */
function follow(session: Session, abilities: Abilities, onSettings: () => void): void {
  const { connection, trees } = session;
  const setUp = (sent: unknown) =>
    attempt(connection, 'reading the settings', async () => {
      session.editors = await readSettings(session, sent, abilities.configuration);
      onSettings();
    });
  connection.onInitialized(async () => {
    if (abilities.configuration && abilities.configurationChanges)
      void attempt(connection, 'asking to be told of changed settings', () =>
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'daemonlint' }),
      );
    if (abilities.syncs) void attempt(connection, 'asking to be told of configs', () => followConfigs(session));
    if (abilities.folderChanges)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        attempt(connection, 'changing folders', async () => {
          const changed = trees.change(
            added.map(({ uri }) => uri),
            removed.map(({ uri }) => uri),
          );
          session.resettle();
          if (abilities.configuration) await setUp(undefined);
          await changed;
        }),
      );
    await setUp(undefined);
    await trees.scan();
  });
  connection.onDidChangeConfiguration((params) => setUp(params?.settings));
  connection.onDidChangeWatchedFiles(({ changes }) => trees.changed(changes.map(({ uri }) => uri)));
}

/** What differs from place to place. */
export interface Door {
  readonly connection: Connection;
  readonly runtime: Runtime;
  /** The file system for clients that do not lend theirs; absent where there is none. */
  readonly local?: Files;
}

const nowhere = async (): Promise<never> => {
  throw fileError('missing', 'does not exist: there is no disk here');
};

const noFiles: Files = { read: nowhere, list: nowhere, stat: nowhere };

/** Serves one client until it leaves. */
export function startServer({ connection, runtime, local = noFiles }: Door, version: string): void {
  const documents = new TextDocuments(TextDocument);
  const trees: Trees = new Trees(connection, local, {
    changed: () => refresh(),
    textOf: (uri): string | undefined => session.openAt(uri)?.getText(),
  });
  const session: Session = new Session(connection, documents, trees, runtime);
  const quiet = new Quiet(session);
  const marks = new LinkMarks(session);
  const configs = new OpenConfigs(session);
  const colours = new Colours(session);
  let canRecolour = false;
  let diagnostics: Diagnostics | undefined;
  let hintClock: HintClock | undefined;

  const refresh = together(() => {
    diagnostics?.refresh();
    hintClock?.now();
    quiet.refresh();
    configs.refresh();
    // A choice or a setting may have made another kind or form of a file.
    if (canRecolour) void attempt(connection, 'asking for colours', () => connection.languages.semanticTokens.refresh());
    void attempt(connection, 'diagnostics of links', () => marks.refresh());
    if (session.can('daemonlint.showHost')) void connection.sendNotification('daemonlint/hostsChanged');
  });

  connection.onInitialize(({ capabilities, initializationOptions, workspaceFolders, rootUri }) => {
    const abilities = abilitiesOf(capabilities);
    session.gifts = giftsOf(initializationOptions);
    session.byVersion = abilities.byVersion;
    session.canCreate = abilities.create && abilities.byVersion;
    session.augmentsSyntax = abilities.augmentsSyntax;
    canRecolour = abilities.recolour;
    quiet.tellsStatus = session.gifts.commands.length > 0;
    trees.open(workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []), session.gifts.files, abilities.watch);
    diagnostics = abilities.pull ? pulled(session, abilities.refresh) : pushed(session);
    hintClock = serveHints(session, abilities);
    follow(session, abilities, () => {
      quiet.forgotten();
      refresh();
    });
    return initializeResult(version, abilities, !session.can('daemonlint.copy') || !session.can('daemonlint.afterFix'));
  });
  // Versions begin anew with each opening.
  documents.onDidOpen(({ document }) => session.drop(document.uri));
  documents.onDidChangeContent(({ document }) => {
    if (isConfig(document.uri)) return configs.changed(document.uri);
    diagnostics?.changed(document.uri);
    quiet.changed(document.uri);
  });
  documents.onDidSave(({ document }) => trees.saved(document.uri));
  documents.onDidClose(({ document }) => {
    if (isConfig(document.uri)) return configs.closed(document.uri);
    session.forget(document.uri);
    diagnostics?.closed(document.uri);
    colours.forget(document.uri);
    hintClock?.closed(document.uri);
    quiet.closed(document.uri);
  });
  serve(session, version, refresh);
  serveWriting(session, colours);
  documents.listen(connection);
  connection.listen();
}
