/** From a user's crontab to one of the system, with a user before each command, and back. */
import type { Document } from '../../../model/document.js';
import type { Rewrite } from '../../../model/editing.js';
import { directivesOf } from '../../../text/directive.js';
import { type Edit, insert, replace, shiftEdit } from '../../../text/edit.js';
import { hasNoUserColumn } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { ownerIn } from '../path.js';
import type { EntryShape, Form } from '../reading/shape.js';
import type { Site } from './site.js';

/** A file of more lines is not rewritten whole: the editor asks for what can be done at each move of the cursor, and gets all of it. */
const MOST_LINES = 1000;

/** Whose jobs these are; root's where the path does not say. */
const ownerOf = (path: string): string => ownerIn(path) ?? 'root';

/** Puts `user` before the command, behind the same blanks as the command had. */
function addUser({ text }: CrontabLine, { command, macro, fields }: EntryShape, user: string): Edit | undefined {
  const end = (macro ?? fields[4])?.span.end;
  if (command === undefined || end === undefined) return undefined;
  const { start } = command.span;
  return insert(start, `${user}${text.slice(end, start)}`);
}

const removeUser = ({ user, command }: EntryShape): Edit | undefined =>
  user && command && replace({ span: { start: user.span.start, end: command.span.start } }, '');

/** A `form=` that a comment of the file names says the new one. */
const directiveEdits = ({ text }: CrontabLine, to: Form): readonly Edit[] =>
  directivesOf(text).flatMap((directive) => {
    if (directive.type !== 'set' || directive.key !== 'form') return [];
    const { end } = directive.span;
    return [replace({ span: { start: end - directive.value.length, end } }, to)];
  });

/** The user of all the entries, commented-out ones too; undefined when there are several, or none. */
function onlyUser({ lines }: Document<CrontabLine>): string | undefined {
  const users = new Set(lines.flatMap(({ type, shape }) => (shape && type !== 'broken' ? (shape.user?.text ?? '') : [])));
  const [user] = users;
  return users.size === 1 && user !== '' ? user : undefined;
}

/** The edits that convert the whole file, commented-out entries too; undefined when one of its entries cannot be converted. */
function wholeFile({ document, context }: Site, to: Form): readonly Edit[] | undefined {
  const { lines, starts } = document;
  const edits: Edit[] = [];
  for (const [index, line] of lines.entries()) {
    const start = starts[index] ?? 0;
    edits.push(...directiveEdits(line, to).map((edit) => shiftEdit(edit, start)));
    if (line.shape === undefined) continue;
    const edit = to === 'system' ? addUser(line, line.shape, ownerOf(context.path)) : removeUser(line.shape);
    if (edit) edits.push(shiftEdit(edit, start));
    else if (line.type === 'entry') return undefined;
  }
  return edits;
}

export function formRewrites(site: Site): readonly Rewrite[] {
  const { document, context, line, shape, start } = site;
  const to: Form = shape.form === 'user' ? 'system' : 'user';
  if (to === 'system' && hasNoUserColumn(context.dialects)) return [];
  const user = to === 'system' ? ownerOf(context.path) : (shape.user?.text ?? '');
  const how = to === 'system' ? `add the user ${user}` : `remove the user ${user}`;
  const edit = to === 'system' ? addUser(line, shape, user) : removeUser(shape);
  const whole = document.lines.length <= MOST_LINES && (to === 'system' || onlyUser(document)) ? wholeFile(site, to) : undefined;
  return [
    ...(edit ? [{ name: 'form.entry', title: `Convert this entry to the ${to} form: ${how}`, edits: [shiftEdit(edit, start)] }] : []),
    ...(whole ? [{ name: 'form.file', title: `Convert the whole file to the ${to} form: ${how}`, edits: whole }] : []),
  ];
}
