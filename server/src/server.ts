/** The language server, whatever carries its messages: {@link startServer} is all that an entry needs. */
import { type Connection, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Files, fileError } from '../../workspace/src/index.js';
import { type Diagnostics, pulled, pushed } from './diagnostics.js';
import { attempt } from './guard.js';
import { Colours } from './handlers/colours.js';
import { followClient } from './handlers/follow-client.js';
import { abilitiesOf, initializeResult } from './handlers/initialize.js';
import { serve, serveHints, serveWriting } from './handlers/serve.js';
import type { HintClock } from './hint-clock.js';
import { LinkMarks } from './link-marks.js';
import { OpenConfigs } from './open-configs.js';
import { giftsOf } from './protocol.js';
import { Quiet } from './quiet.js';
import type { Runtime } from './runtime.js';
import { Session } from './session.js';
import { together } from './together.js';
import { Trees } from './trees.js';
import { isConfig } from './uri.js';

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
    followClient(session, abilities, () => {
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
