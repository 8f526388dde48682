/** One line of a crontab as one dialect alone reads it, whatever others make of it. */

import { fitting } from '../../../text/bytes.js';
import type { Dialect } from '../dialects/dialect.js';
import { fieldSpecs } from '../fields/spec.js';
import { assignmentBy, heededAssignment } from '../reading/assignment.js';
import { isStarred, type Refusal, readEntry } from '../reading/entry.js';
import { pythonIndent } from '../reading/entry-systemd.js';
import { isTooLong } from '../reading/length.js';
import { type EntryShape, type Form, indentOf, shapeOf } from '../reading/shape.js';
import { type EntryVerdict, entryVerdict } from './entry-verdict.js';
import { wants } from './refused.js';

export type { EntryVerdict } from './entry-verdict.js';

export interface RefusalVerdict {
  /** `ignored`: dropped without a word. */
  readonly type: 'rejected' | 'ignored';
  /** The first thing at fault. */
  readonly refusal: Refusal;
  /** What stands there; '' where something is missing. */
  readonly value: string;
  /** It is taken, and yet never run. */
  readonly lost?: true;
  /** The command is refused for its length alone. */
  readonly tooLong?: true;
}

export type Verdict =
  | { readonly type: 'blank' | 'comment' }
  | { readonly type: 'assignment'; readonly name: string; readonly value: string }
  | EntryVerdict
  | RefusalVerdict;

function assigned(text: string, indent: number, dialect: Dialect): { readonly name: string; readonly value: string } | undefined {
  const found = dialect.assignments === 'few' ? heededAssignment(text, indent) : assignmentBy(dialect, text, indent);
  if (found === undefined) return undefined;
  const value = found.value.text;
  return { name: found.name.text, value: dialect.trimsQuoted ? unquotedAgain(value.replace(/(?<![ \t\v\f\r])[ \t\v\f\r]+$/, '')) : value };
}

/** `value` without the quotes around it. */
const unquotedAgain = (value: string): string => value.replace(/^(["'])([\s\S]*)\1$/, '$2');

/** What stands where `shape` is refused. */
function valueAt(shape: EntryShape, refusal: Refusal): string {
  const index = fieldSpecs.findIndex(({ title }) => title === refusal);
  if (index !== -1) return (shape.dashed ?? shape).fields[index]?.text ?? '';
  if (refusal === 'time specifier') return shape.macro?.text ?? '';
  if (refusal === 'job name') return '';
  return (refusal === 'username' ? shape.user?.text : shape.command?.text) ?? '';
}

const indentBy = (text: string, { blanks }: Dialect): number => (blanks === 'unicode' ? pythonIndent(text) : indentOf(text));

/** What `dialect` makes of a line that is no assignment, whose first word stands at `indent`. */
function readAsEntry(text: string, indent: number, form: Form, dialect: Dialect): EntryVerdict | RefusalVerdict {
  const shape = shapeOf(text, indent, dialect.userColumn ? form : 'user');
  const reading = readEntry(shape, dialect);
  const entry = entryVerdict(text, shape, reading, dialect);
  if (entry) return entry;
  const refusal = reading.refused ?? 'time specifier';
  // What is taken and never run gets no word in the log either.
  return {
    type: reading.silently || reading.lost ? 'ignored' : 'rejected',
    ...(reading.lost && { lost: true }),
    ...(refusal === 'command' && !isStarred(shape, dialect) && isTooLong(shape, dialect) && { tooLong: true }),
    refusal,
    value: valueAt(shape, refusal),
  };
}

/** What `dialect` makes of a line without a NUL. */
function readLine(text: string, form: Form, dialect: Dialect): Verdict {
  const indent = indentBy(text, dialect);
  if (indent === text.length) return { type: 'blank' };
  if (text[indent] === '#') return { type: 'comment' };
  const assignment = assigned(text, indent, dialect);
  return assignment ? { type: 'assignment', ...assignment } : readAsEntry(text, indent, form, dialect);
}

/** Offset of the NUL at which a cron of ISC's family ends the assignment, or the command of the entry, that begins at `indent`; -1 where there is none. */
function endAtNul(text: string, indent: number, form: Form, dialect: Dialect): number {
  const first = text.indexOf('\0');
  if (first > indent && assigned(text.slice(0, first), indent, dialect)) return first;
  const verdict = readAsEntry(text, indent, form, dialect);
  if (verdict.type !== 'entry') return -1;
  const { macro, fields } = verdict.shape;
  return text.indexOf('\0', (macro ?? fields.at(-1))?.span.end ?? text.length);
}

/** What C reads ends at a NUL. In ISC's crons that ends the command or the assignment; what follows is read as a line of its own, and if it is refused, so is all. */
function aroundNul(text: string, form: Form, dialect: Dialect): Verdict {
  if (dialect.reader === 'systemd') return readLine(text, form, dialect);
  if (dialect.reader !== 'isc') return readLine(text.slice(0, text.indexOf('\0')), form, dialect);
  let first: Verdict | undefined;
  for (let rest = text; ; ) {
    const indent = indentBy(rest, dialect);
    const isNul = rest.includes('\0') && rest[indent] !== '#';
    const end = isNul ? endAtNul(rest, indent, form, dialect) : -1;
    const verdict =
      isNul && end === -1 ? readAsEntry(rest, indent, form, dialect) : readLine(isNul ? rest.slice(0, end) : rest, form, dialect);
    if (verdict.type === 'rejected') return verdict;
    first ??= verdict;
    if (end === -1) return first;
    rest = rest.slice(end + 1);
  }
}

/** What `dialect` makes of `text`, one line without its line feed; a CR before that belongs to the line, as the daemons have it. */
export function verdictOf(text: string, form: Form, dialect: Dialect): Verdict {
  const read = dialect.longestLine === undefined ? text : text.slice(0, fitting(text, dialect.longestLine));
  return read.includes('\0') ? aroundNul(read, form, dialect) : readLine(read, form, dialect);
}

/** Longest piece of a line that a reason quotes. */
const QUOTED = 60;

/** `bad minute “61”: minute is 0 to 59`. */
export function reasonOf(verdict: RefusalVerdict, dialect: Dialect): string {
  if (verdict.tooLong) return `command too long: more than ${dialect.longestCommand} bytes`;
  const { refusal, value, lost } = verdict;
  if (lost) return `${dialect.lostWord ?? dialect.badLine}: “${value}”`;
  const quoted = value.length > QUOTED ? `${value.slice(0, QUOTED)}…` : value;
  return `bad ${refusal}${value === '' ? '' : ` “${quoted}”`}: ${value === '' ? 'it is missing; ' : ''}${wants(refusal, dialect)}`;
}
