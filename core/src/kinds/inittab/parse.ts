/** One line of an inittab: an entry, a comment, an entry that is commented out, or a blank line. */
import type { ParseOptions } from '../../model/kind.js';
import { isDirective } from '../../text/directive.js';
import { joined, physicalEnd } from '../../text/lines.js';
import { mayComeRight } from '../../text/template.js';
import { isBlank } from '../../text/words.js';
import { type ActionName, aboutAction, actionOf, dialectsOf } from './dialects.js';
import { type Fields, fieldsOf, token } from './fields.js';
import { problemsOf } from './judge.js';
import { launchesOf } from './launches.js';
import { joinsLines, withContinuations } from './lines.js';
import type { InittabEntry, InittabLine } from './model.js';
import type { InittabToken } from './role.js';

const nothing = { launches: [], problems: [] } as const;

/** Each physical line from `start` on without the blanks at both ends, where that is not all. */
function commentTokens(text: string, start: number): InittabToken[] {
  const found: InittabToken[] = [];
  for (let at = start; at < text.length; at = physicalEnd(text, at)) {
    const said = text.slice(at, physicalEnd(text, at)).trimEnd();
    const from = at + said.length - said.trimStart().length;
    if (said.trim() !== '') found.push(token('comment', { text: said.trimStart(), span: { start: from, end: at + said.length } }));
  }
  return found;
}

/** True where the first field is a terminal for every init in question. */
const isTerminal = (ids: readonly string[]): boolean => dialectsOf(ids).every(({ hasIds }) => !hasIds);

/** The entry with what its action is to the first init that knows it. */
function acting(entry: InittabEntry, ids: readonly string[]): InittabEntry {
  const [does] = dialectsOf(ids).flatMap((dialect) => actionOf(dialect, entry) ?? ([] as ActionName[]));
  return does ? { ...entry, does } : entry;
}

/** Where a comment begins behind the entry; the end of the text where none does. */
function commentAt(text: string, ids: readonly string[]): number {
  const at = dialectsOf(ids).every(({ cutsComments }) => cutsComments) ? text.indexOf('#') : -1;
  return at === -1 ? text.length : at;
}

/** A process as somebody turns it off, not the words of a header. */
const PROCESS = /^[+@-]*\/[^<>]*$/;

/** The fields of a line that is an entry once `mark` is gone; undefined for other comments. */
function commentedOut(text: string, mark: number, ids: readonly string[]): Fields | undefined {
  const fields = fieldsOf(text, mark, text.length, isTerminal(ids));
  const { entry } = fields;
  if (entry === undefined || !PROCESS.test(entry.process) || / /.test(entry.id?.text ?? '')) return undefined;
  return problemsOf(fields, ids).length === 0 && acting(entry, ids).does ? fields : undefined;
}

function commentLine(text: string, start: number, carry: string, ids: readonly string[]): InittabLine {
  const comment: InittabLine = { ...nothing, type: 'comment', text, tokens: commentTokens(text, start), carry };
  let end = start + 1;
  while (isBlank(text[end]) || text[end] === '#') end++;
  const fields = isDirective(text) || physicalEnd(text, start) < text.length ? undefined : commentedOut(text, end, ids);
  if (fields?.entry === undefined) return comment;
  const entry = acting(fields.entry, ids);
  const mark = { start, end };
  const said = text.slice(start, end).trimEnd();
  return {
    ...nothing,
    type: 'commented',
    text,
    tokens: [token('mark', { text: said, span: { start, end: start + said.length } }), ...fields.tokens],
    launches: launchesOf(entry, true, ids),
    marks: [mark],
    carry,
    entry,
  };
}

/** Reads one entry, or what else a line is. Total: whatever it holds, a line comes back. */
export function parseLine(text: string, carry: string, { dialects: ids }: ParseOptions): InittabLine {
  let start = 0;
  while (isBlank(text[start])) start++;
  if (text[start] === '#') return commentLine(text, start, carry, ids);
  if (text.trim() === '' && /^[ \t\r\n]*$/.test(text)) return { ...nothing, type: 'blank', text, tokens: [], carry };
  // AIX turns entries off so; what is behind the colon is no entry to be put back with a # gone.
  if (text[start] === ':' && dialectsOf(ids).every(({ colonComments }) => colonComments))
    return { ...nothing, type: 'comment', text, tokens: commentTokens(text, start), carry };
  const end = commentAt(text, ids);
  const joins = joinsLines({ dialects: ids });
  const fields = fieldsOf(text, 0, end, isTerminal(ids), joins ? joined(text) : text);
  const tokens = [
    ...(joins ? withContinuations(fields, text, end) : fields.tokens),
    ...(end < text.length ? commentTokens(text, end) : []),
  ];
  const problems = problemsOf(fields, ids);
  const entry = fields.entry && acting(fields.entry, ids);
  if (problems.length > 0 && problems.every(({ span }) => mayComeRight(text, span.end)))
    return { ...nothing, type: 'comment', text, tokens: commentTokens(text, 0), carry };
  if (problems.length > 0 || entry === undefined)
    return { ...nothing, type: 'broken', text, tokens, problems, carry, ...(entry && { entry }) };
  const sort = entry.does && aboutAction(entry.does, ids)?.sort;
  const type = sort === 'event' || sort === 'default' ? 'setting' : 'entry';
  return { type, text, tokens, problems, launches: launchesOf(entry, false, ids), carry, entry };
}
