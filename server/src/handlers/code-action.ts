/** textDocument/codeAction */
import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { actionsAt, type Reading, type Span, safeEdits, silencesAt } from '../../../core/src/index.js';
import { FIX_ALL, kindOf, toCodeAction } from '../convert/actions.js';
import { toConfigActions, toIgnoreInConfig } from '../convert/config.js';
import { toWorkspaceEdit } from '../convert/edits.js';
import { type Places, toDiagnostic, toSpan } from '../convert.js';
import type { Session } from '../session.js';
import { isConfig, isVersion } from '../uri.js';

/** True when `kind` is wanted: nothing was asked for, or it is one of the kinds asked for or below one. */
const isWanted = (kind: string, only: readonly string[] | undefined): boolean =>
  only === undefined || only.some((wanted) => kind === wanted || kind.startsWith(`${wanted}.`) || wanted === '');

const IGNORE = `${CodeActionKind.QuickFix}.daemonlint.ignore`;

/** Each once, where it is the same answer to several findings. */
function distinct(actions: readonly CodeAction[]): CodeAction[] {
  const byAnswer = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit]);
    const same = byAnswer.get(key);
    byAnswer.set(key, same ? { ...same, diagnostics: [...(same.diagnostics ?? []), ...(action.diagnostics ?? [])] } : action);
  }
  return [...byAnswer.values()];
}

/** Ways to silence the findings in `span`: behind all that mends something. */
async function silences(
  session: Session,
  { document, reading }: { readonly document: TextDocument; readonly reading: Reading },
  span: Span,
  places: Places,
  only: readonly string[] | undefined,
): Promise<CodeAction[]> {
  if (!isWanted(IGNORE, only)) return [];
  const found = silencesAt(reading, span);
  const config = found.length === 0 ? undefined : await session.trees.configFor(document.uri).catch(() => undefined);
  const actions = found.flatMap(({ finding, fixes }) => {
    const diagnostics = [toDiagnostic(document, finding, places)];
    const comments = fixes.flatMap(({ title, edits }): CodeAction[] => {
      const edit = toWorkspaceEdit(document, edits, places);
      return edit ? [{ title, kind: IGNORE, diagnostics, edit }] : [];
    });
    return [...comments, ...(config ? toIgnoreInConfig(document, finding, config, places, session.canCreate) : [])];
  });
  return distinct(actions);
}

export async function codeActions(session: Session, { textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
  const config = isConfig(textDocument.uri) ? session.documents.get(textDocument.uri) : undefined;
  if (config) return isWanted(CodeActionKind.QuickFix, context.only ?? undefined) ? toConfigActions(config, context.diagnostics) : [];
  await session.settleAll(textDocument.uri);
  const open = session.at(textDocument.uri);
  if (open === undefined) return [];
  const { document, reading } = open;
  const places = session.placesFrom(textDocument.uri);
  // Some clients send null for what they leave out.
  const only = context.only ?? undefined;
  // What fits anywhere in the file would have the editor show its light bulb on every line: it waits until somebody asks.
  const isUnasked = context.triggerKind === CodeActionTriggerKind.Automatic;
  const found = actionsAt(
    reading,
    toSpan(document, range),
    (action) => isWanted(kindOf(action), only) && !(isUnasked && action.type === 'insert'),
  );
  // A version of a file, as in a diff or a pull request, cannot be written to: what remains is to copy, and to open something new.
  const possible = isVersion(document.uri) ? found.filter(({ fix }) => fix.edits.length === 0) : found;
  const mending = possible.flatMap((action) => toCodeAction(document, action, places, (command) => session.can(command)) ?? []);
  if (isVersion(document.uri)) return mending;
  const actions = [...mending, ...(await silences(session, open, toSpan(document, range), places, only))];
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
