/** textDocument/codeAction */
import type { CodeAction, CodeActionParams } from 'vscode-languageserver';
import { actionsAt, safeEdits } from '../../../core/src/index.js';
import { FIX_ALL, kindOf, toCodeAction, toSpan, toWorkspaceEdit } from '../convert.js';
import type { Session } from '../session.js';

/** True when `kind` is wanted: nothing was asked for, or it is one of the kinds asked for or below one. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`) || wanted === '');

export async function codeActions(session: Session, { textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
  await session.settleAll(textDocument.uri);
  const open = session.at(textDocument.uri);
  if (open === undefined) return [];
  const { document, reading } = open;
  const places = session.placesFrom(textDocument.uri);
  // Some clients send null for what they leave out.
  const only = context.only ?? undefined;
  const found = actionsAt(reading, toSpan(document, range), (action) => isWanted(kindOf(action), only));
  const actions = found.flatMap((action) => toCodeAction(document, action, places, (command) => session.can(command)) ?? []);
  // Asked for by name only: a source action among the quick fixes would be in the way.
  if (only === undefined || !isWanted(FIX_ALL, only)) return actions;
  const { edits, notes } = safeEdits(reading.findings);
  const edit = edits.length === 0 ? undefined : toWorkspaceEdit(document, edits, places);
  const [note] = notes;
  const command =
    note === undefined
      ? undefined
      : {
          title: 'What remains',
          command: session.can('daemonlint.afterFix') ? 'daemonlint.afterFix' : 'daemonlint.say',
          arguments: [note],
        };
  return edit ? [...actions, { title: 'Fix all risky entries', kind: FIX_ALL, edit, ...(command && { command }) }] : actions;
}
