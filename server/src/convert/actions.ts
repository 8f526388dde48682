/** Core to LSP: code actions. */
import { type CodeAction, CodeActionKind, type Command } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Action } from '../../../core/src/index.js';
import { type Places, toDiagnostic } from '../convert.js';
import { areReturns, toWorkspaceEdit } from './edits.js';

export const actionKinds: Readonly<Record<Action['type'], string>> = {
  fix: `${CodeActionKind.QuickFix}.daemonlint`,
  disable: `${CodeActionKind.RefactorRewrite}.daemonlint.disable`,
  enable: `${CodeActionKind.RefactorRewrite}.daemonlint.enable`,
  insert: `${CodeActionKind.RefactorRewrite}.daemonlint.queue`,
  rewrite: `${CodeActionKind.RefactorRewrite}.daemonlint`,
};

/** The code action kind of an action. */
export const kindOf = ({ type, fix, name }: Action): string => {
  if (name !== undefined) return `${actionKinds[type]}.${name}`;
  return type === 'fix' && fix.turns === 'off' ? `${actionKinds.fix}.disable` : actionKinds[type];
};

/** The command of a client that shows a document which is not on the disk. */
const OPEN = 'daemonlint.openUntitled';

/** The command of a client whose editor keeps line ends apart from the text, where no edit reaches them: it makes them LF. */
const USE_LINE_FEEDS = 'daemonlint.useLineFeeds';

export const FIX_ALL = `${CodeActionKind.SourceFixAll}.daemonlint`;

/** The command that goes with an action: a document to open, text to copy, or what remains to be done. `can` tells which commands the client carries out. */
function commandOf({ fix, opens }: Action, can: (command: string) => boolean): Command | undefined {
  const says = (client: string, text: string): Command => ({
    title: fix.title,
    command: can(client) ? client : 'daemonlint.say',
    arguments: [text],
  });
  if (opens !== undefined) return { title: fix.title, command: OPEN, arguments: [opens] };
  if (fix.copy !== undefined) return says('daemonlint.copy', fix.copy);
  return fix.after === undefined ? undefined : says('daemonlint.afterFix', fix.after);
}

export function toCodeAction(
  document: TextDocument,
  action: Action,
  places: Places,
  can: (command: string) => boolean,
): CodeAction | undefined {
  const { fix, finding } = action;
  if (action.opens !== undefined && !can(OPEN)) return undefined;
  const isCommand = fix.edits.length === 0 || (can(USE_LINE_FEEDS) && areReturns(document, fix.edits));
  const edit = isCommand ? undefined : toWorkspaceEdit(document, fix.edits, places);
  if (!isCommand && edit === undefined) return undefined;
  const command =
    isCommand && fix.edits.length > 0
      ? { title: fix.title, command: USE_LINE_FEEDS, arguments: [document.uri, fix.after] }
      : commandOf(action, can);
  return {
    title: fix.title,
    kind: kindOf(action),
    ...(finding && { diagnostics: [toDiagnostic(document, finding, places)] }),
    ...(finding && fix.safe && { isPreferred: true }),
    ...(edit && { edit }),
    ...(command && { command }),
  };
}
