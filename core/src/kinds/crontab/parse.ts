/** One line of a crontab: assignment, entry, comment, commented-out entry, blank or broken. */
import type { ParseOptions } from '../../model/kind.js';
import { isDirective } from '../../text/directive.js';
import { withoutLineEnd } from '../../text/lines.js';
import type { Span } from '../../text/span.js';
import { slice, type Word } from '../../text/words.js';
import { parseAnacronLine } from './anacron/parse.js';
import { type Assignment, assignmentOf } from './assignment.js';
import { looksCommentedOut } from './commented.js';
import { dialects } from './dialects.js';
import { readEntry } from './entry.js';
import { fieldSpecs } from './field-spec.js';
import { launchesOf } from './launches.js';
import type { CrontabLine, CrontabRole, CrontabToken, Readings } from './model.js';
import { percentIn } from './percent.js';
import { ANACRONTAB, type EntryShape, type Form, indentOf, shapeOf } from './shape.js';

const token = (role: CrontabRole, word: Word): CrontabToken => ({ ...word, role });

const rest = (text: string, start: number): Word => ({ text: text.slice(start), span: { start, end: text.length } });

function entryTokens(text: string, shape: EntryShape, end: number): CrontabToken[] {
  const fields = shape.fields.map((word, index) => token(fieldSpecs[index]?.id ?? 'text', word));
  const found: CrontabToken[] = [...(shape.macro ? [token('word', shape.macro)] : []), ...fields];
  if (shape.user) found.push(token('user', shape.user));
  if (shape.command === undefined) return found;
  const { start } = shape.command.span;
  if (end > start) found.push(token('command', { text: text.slice(start, end), span: { start, end } }));
  if (end < text.length) found.push(token('input', rest(text, end)));
  return found;
}

function assignmentTokens(text: string, { name, equals, value }: Assignment): CrontabToken[] {
  const quoteBefore = (word: Word) => (word.span.start > 0 && /["']/.test(text[word.span.start - 1] ?? '') ? 1 : 0);
  const grown = (word: Word): Word => {
    const by = quoteBefore(word);
    const span: Span = { start: word.span.start - by, end: word.span.end + by };
    return { text: text.slice(span.start, span.end), span };
  };
  const found = [
    token('variable', grown(name)),
    token('equals', slice({ text, span: { start: 0, end: text.length } }, equals, equals + 1)),
  ];
  return [...found, token('value', grown(value))].filter((part) => part.text !== '');
}

/** What the dialects named by `ids` make of an entry. */
const readingsOf = (shape: EntryShape, ids: readonly string[]): Readings =>
  Object.fromEntries(dialects.flatMap((dialect) => (ids.includes(dialect.id) ? [[dialect.id, readEntry(shape, dialect)]] : [])));

/** True when any cron at all takes the entry. */
const acceptedByAny = (shape: EntryShape): boolean => dialects.some((dialect) => readEntry(shape, dialect).refused === undefined);

/** True when at least one of them takes the line. */
const acceptedBy = (readings: Readings): boolean => Object.values(readings).some(({ refused }) => refused === undefined);

function commentLine(line: string, text: string, form: Form, carry: string): CrontabLine {
  const indent = indentOf(text);
  const marks = /^#[# \t]*/.exec(text.slice(indent))?.[0].length ?? 0;
  const shape = isDirective(text) ? undefined : shapeOf(text, indent + marks, form);
  const complete = shape !== undefined && (shape.macro !== undefined || shape.fields.length === 5);
  if (!complete || !looksCommentedOut(shape, /[ \t]$/.test(text.slice(indent, indent + marks))) || !acceptedByAny(shape))
    return { type: 'comment', text: line, tokens: [token('comment', rest(text, indent))], launches: [], problems: [], carry };
  const end = percentIn(text, shape.command?.span.start ?? text.length);
  const mark: Word = {
    text: text.slice(indent, indent + marks).trimEnd(),
    span: { start: indent, end: indent + text.slice(indent, indent + marks).trimEnd().length },
  };
  return {
    type: 'commented',
    text: line,
    tokens: [token('mark', mark), ...entryTokens(text, shape, end)],
    launches: launchesOf(text, shape, end, 'commented'),
    problems: [],
    marks: [{ start: indent, end: indent + marks }],
    carry,
    ...(carry !== '' && { zone: carry }),
    shape,
  };
}

/** True when one of the dialects takes `NAME=` for an assignment. BusyBox does for the names that it knows, and drops the others without a word. */
const takesEmptyValue = (ids: readonly string[]): boolean =>
  dialects.some(({ id, emptyValue, reader }) => ids.includes(id) && (emptyValue || reader === 'busybox'));

/** Marks of the usual template languages: what such a line says is known only once it is filled in. */
const TEMPLATE = /\{\{|\{%|<%|^%%|\$\{\w+\}|@\w+@|\$[<(]/;

/** Reads one physical line, or a logical one of an anacrontab. `carry`: the zone that CRON_TZ names above, or ''. Total: whatever it holds, a line comes back. */
export function parseLine(line: string, carry: string, options: ParseOptions): CrontabLine {
  if (options.form === ANACRONTAB) return parseAnacronLine(line, options);
  const form: Form = options.form === 'system' ? 'system' : 'user';
  // Cron ends a line at the line feed alone: a CR before it belongs to the command. It is left out of the tokens and judged by a rule.
  const text = withoutLineEnd(line);
  const nothing = { text: line, launches: [], problems: [], carry, ...(carry !== '' && { zone: carry }) };
  const indent = indentOf(text);
  if (indent === text.length) return { ...nothing, type: 'blank', tokens: [] };
  if (text[indent] === '#') return commentLine(line, text, form, carry);
  const assignment = assignmentOf(text, indent, takesEmptyValue(options.dialects));
  if (assignment) {
    const zone = assignment.name.text === 'CRON_TZ' ? assignment.value.text : carry;
    return { ...nothing, type: 'setting', tokens: assignmentTokens(text, assignment), assignment, carry: zone };
  }
  const shape = shapeOf(text, indent, form);
  const readings = readingsOf(shape, options.dialects);
  const end = percentIn(text, shape.command?.span.start ?? text.length);
  const accepted = acceptedBy(readings);
  if (!accepted && TEMPLATE.test(text)) return { ...nothing, type: 'comment', tokens: [token('text', rest(text, indent))] };
  return {
    ...nothing,
    type: accepted ? 'entry' : 'broken',
    tokens: entryTokens(text, shape, end),
    launches: accepted ? launchesOf(text, shape, end, 'on') : [],
    shape,
    readings,
  };
}
