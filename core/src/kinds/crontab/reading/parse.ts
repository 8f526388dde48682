/** One line of a crontab: assignment, entry, comment, commented-out entry, blank or broken. */
import type { ParseOptions } from '../../../model/kind.js';
import { isDirective } from '../../../text/directive.js';
import { joined, joinedText, withoutLineEnd } from '../../../text/lines.js';
import type { Span } from '../../../text/span.js';
import { blankAt } from '../../../text/template.js';
import { slice, type Word } from '../../../text/words.js';
import { parseAnacronLine } from '../anacron/parse.js';
import { cutsAtPercent, dialectsNamed, readsJobOptions, strictDialects } from '../dialects/dialects.js';
import { fieldSpecs } from '../fields/spec.js';
import type { CrontabLine, CrontabToken, Readings } from '../model.js';
import { type Assignment, assignmentAmong } from './assignment.js';
import { carryAfter } from './carried.js';
import { looksCommentedOut } from './commented.js';
import { readEntry } from './entry.js';
import { EntryLine, rest, token } from './line.js';
import { looksAssigned } from './mistaken.js';
import { ANACRONTAB, type EntryShape, type Form, indentOf, shapeOf } from './shape.js';
import { plainRest, readingsOf, readingsOfTimes } from './times.js';

/** Offset of what stands behind the blanks and the joints from `start`. */
function pastBlanks(text: string, start: number): number {
  const blanks = /(?:\s|\\\n)*/y;
  blanks.lastIndex = start;
  blanks.test(text);
  return blanks.lastIndex;
}

function assignmentTokens(text: string, { name, equals, value }: Assignment): CrontabToken[] {
  const quoteBefore = (word: Word) => (word.span.start > 0 && /["']/.test(text[word.span.start - 1] ?? '') ? 1 : 0);
  const grown = (word: Word): Word => {
    const by = quoteBefore(word);
    const span: Span = { start: word.span.start - by, end: word.span.end + by };
    return { text: text.slice(span.start, span.end), span };
  };
  const whole = { text, span: { start: 0, end: text.length } };
  const found = [token('variable', grown(name)), token('equals', slice(whole, equals, equals + 1)), token('value', grown(value))];
  // BusyBox reads no further than the value.
  const behind = rest(text, pastBlanks(text, found[2]?.span.end ?? text.length));
  return [...found, token(behind.text.startsWith('#') ? 'comment' : 'text', behind)].filter((part) => part.text !== '');
}

/** True when any cron at all takes the entry. */
const acceptedByAny = (shape: EntryShape): boolean => strictDialects.some((dialect) => readEntry(shape, dialect).refused === undefined);

/** True when at least one of them takes the line. */
function acceptedBy(readings: Readings): boolean {
  for (const id in readings) if (readings[id]?.refused === undefined) return true;
  return false;
}

function commentLine(line: string, text: string, form: Form, carry: string, ids: readonly string[]): CrontabLine {
  const indent = indentOf(text);
  const marks = /^#[# \t]*/.exec(text.slice(indent))?.[0].length ?? 0;
  const shape = isDirective(text) ? undefined : shapeOf(withoutLineEnd(line), indent + marks, form);
  const complete = shape !== undefined && (shape.macro !== undefined || shape.fields.length === 5);
  if (!complete || !looksCommentedOut(shape, /[ \t]$/.test(text.slice(indent, indent + marks))) || !acceptedByAny(shape))
    return { type: 'comment', text: line, tokens: [token('comment', rest(text, indent))], launches: [], problems: [], carry };
  return new EntryLine('commented', {
    line,
    text,
    carry,
    form,
    cuts: cutsAtPercent(ids),
    optioned: readsJobOptions(ids),
    start: indent + marks,
    marks: [{ start: indent, end: indent + marks }],
  });
}

/** True where each cron stumbles over a field that stands before the first place that is still to be filled in: nothing put there mends it. */
function isRefusedBefore(blank: number, readings: Readings, { fields }: EntryShape): boolean {
  return Object.values(readings).every(({ refused }) => {
    const at = fieldSpecs.findIndex(({ title }) => title === refused);
    return (fields[at]?.span.end ?? Number.POSITIVE_INFINITY) <= blank;
  });
}

/** What a template makes of a line that no cron takes as it stands is known only once it is filled in. */
function isToBeFilledIn(text: string, readings: Readings, shape: () => EntryShape): boolean {
  const blank = blankAt(text);
  return blank !== -1 && !looksAssigned(text) && !isRefusedBefore(blank, readings, shape());
}

/** Reads one line, which is several physical ones where a backslash joins them. `carry`: what assignments above say, or ''. Total: whatever it holds, a line comes back. */
export function parseLine(line: string, carry: string, options: ParseOptions): CrontabLine {
  if (options.form === ANACRONTAB) return parseAnacronLine(line, carry, options);
  const form: Form = options.form === 'system' ? 'system' : 'user';
  // Cron ends a line at the line feed alone: a CR before it belongs to the command. It is left out of the tokens and judged by a rule.
  const body = withoutLineEnd(line);
  const text = joined(body);
  const indent = indentOf(text);
  if (indent === text.length) return { type: 'blank', text: line, tokens: [], launches: [], problems: [], carry };
  if (text[indent] === '#') return commentLine(line, text, form, carry, options.dialects);
  const assignment = assignmentAmong(body, indent, dialectsNamed(options.dialects));
  // The sign of equality in `<%= … %>` is none of cron's.
  if (assignment && !assignment.name.text.startsWith('<%')) {
    const after = carryAfter(carry, assignment.name.text, assignment.value.text);
    const tokens = assignmentTokens(body, assignment);
    return { type: 'setting', text: line, tokens, launches: [], problems: [], assignment, carry: after };
  }
  // What joins lines may stand in the middle of a word, which is then one word to cron.
  const read = text === body ? text : joinedText(body);
  const shape = () => shapeOf(read, indentOf(read), form);
  const { dialects: ids } = options;
  // What stands before a command decides with dcron whether the times are taken.
  const behind = text === body && !readsJobOptions(ids) ? plainRest(text, indent, form) : -1;
  const readings = behind === -1 ? readingsOf(shape(), ids) : readingsOfTimes(text.slice(indent, behind), ids, shape);
  const accepted = acceptedBy(readings);
  if (!accepted && isToBeFilledIn(read, readings, shape))
    return { type: 'comment', text: line, tokens: [token('text', rest(text, indent))], launches: [], problems: [], carry };
  return new EntryLine(accepted ? 'entry' : 'broken', {
    line,
    text,
    carry,
    form,
    cuts: cutsAtPercent(ids),
    optioned: readsJobOptions(ids),
    start: indent,
    readings,
    rest: behind === -1 ? undefined : behind,
  });
}
