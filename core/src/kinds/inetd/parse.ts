/** One logical line of inetd.conf: entry, default addresses, comment, commented-out entry, blank or broken. */

import type { ParseOptions } from '../../model/kind.js';
import { isDirective } from '../../text/directive.js';
import { physicalEnd } from '../../text/lines.js';
import { isBlank, type Word, words } from '../../text/words.js';
import { commentedOut } from './commented.js';
import { type Shape, shapeOf } from './entry.js';
import { token } from './fields.js';
import { launchOf } from './launches.js';
import { joinsByBackslash, skipBlanks, takesIndentedComments } from './lines.js';
import { marksOf } from './marks.js';
import type { InetdLine, InetdToken } from './model.js';
import { problemsOf } from './problems.js';

const nothing = { launches: [], problems: [] } as const;

/** A comment as one token for each physical line, from its first word to its last. */
function commentTokens(text: string, from = 0): InetdToken[] {
  const found: InetdToken[] = [];
  for (let at = from; at < text.length; at = physicalEnd(text, at)) {
    const start = skipBlanks(text, at);
    let end = physicalEnd(text, at);
    if (text[end - 1] === '\n') end -= text[end - 2] === '\r' ? 2 : 1;
    while (isBlank(text[end - 1])) end--;
    if (end > start) found.push(token('comment', { text: text.slice(start, end), span: { start, end } }));
  }
  return found;
}

/** The words of `text` and what a backslash dialect leaves out of them: backslashes at line ends, and comments. */
function backslashWords(text: string): { readonly found: Word[]; readonly others: InetdToken[] } {
  const hash = text.indexOf('#');
  const end = hash === -1 ? text.length : hash;
  const found: Word[] = [];
  const others: InetdToken[] = [];
  for (let at = 0; at < end; ) {
    const next = physicalEnd(text, at);
    const joins = next <= end && next < text.length && text[next - 2] === '\\';
    const span = { start: next - 2, end: next - 1 };
    found.push(...words(text, at, joins ? span.start : Math.min(next, end)));
    if (joins) others.push(token('continuation', { text: '\\', span }));
    at = next;
  }
  return { found, others: [...others, ...commentTokens(text, end)] };
}

const byPlace = (a: InetdToken, b: InetdToken): number => a.span.start - b.span.start;

/** A comment, or an entry that is commented out. `text` begins with `#`. */
function commentLine(text: string, carry: string): InetdLine {
  const comment: InetdLine = { ...nothing, type: 'comment', text, tokens: commentTokens(text), carry };
  if (text[1] === '@' || isDirective(text)) return comment;
  const marks = marksOf(text);
  const found = marks.flatMap(({ end }) => words(text, end, physicalEnd(text, end)));
  const { entry, tokens } = commentedOut(found, carry) ?? {};
  if (entry === undefined || tokens === undefined) return comment;
  const marked = marks
    .map(({ start, end }) => text.slice(start, end).trimEnd())
    .map((mark, index) =>
      token('mark', { text: mark, span: { start: marks[index]?.start ?? 0, end: (marks[index]?.start ?? 0) + mark.length } }),
    )
    .filter((mark) => mark.text !== '');
  return {
    ...nothing,
    type: 'commented',
    text,
    tokens: [...marked, ...tokens].sort(byPlace),
    launches: [launchOf(entry, 'commented')],
    marks: marks.filter(({ start, end }) => end > start),
    carry,
    entry,
  };
}

/** NetBSD's `.include`, and its second syntax: `name on key = value, …;`. Their files belong to nobody else. */
const isNetbsd = ([first, second]: readonly Word[], ids: readonly string[]): boolean =>
  (ids.length > 1 || ids.includes('netbsd')) && (first?.text === '.include' || /^(?:on|off)(?:#|$)/.test(second?.text ?? ''));

function entryLine(text: string, carry: string, found: readonly Word[], others: readonly InetdToken[], ids: readonly string[]): InetdLine {
  const line = { ...nothing, text, carry };
  const place = (tokens: readonly InetdToken[]) => (others.length > 0 ? [...tokens, ...others].sort(byPlace) : tokens);
  if (isNetbsd(found, ids))
    return { ...line, type: 'setting', tokens: place(found.map((word, index) => token(index === 0 ? 'directive' : 'argument', word))) };
  const shape: Shape = shapeOf(found, carry);
  const { entry, hosts } = shape;
  const tokens = place(shape.tokens);
  const problems = problemsOf(shape, ids);
  if (problems.length > 0) return { ...line, type: 'broken', tokens, problems, ...(entry && { entry }) };
  if (entry) return { ...line, type: 'entry', tokens, launches: [launchOf(entry, 'on')], entry };
  const said = (hosts ?? []).filter(({ role, text: host }) => role === 'address' && host !== '*');
  return { ...line, type: 'setting', tokens, carry: said.map((host) => host.text).join() };
}

/** Reads one logical line. `carry` holds the default addresses in force, with commas; '' for all. Total: whatever it holds, a line comes back. */
export function parseLine(text: string, carry: string, { dialects }: ParseOptions): InetdLine {
  if (text.startsWith('#')) return commentLine(text, carry);
  const start = skipBlanks(text, 0);
  if (text[start] === '#' && takesIndentedComments(dialects))
    return { ...nothing, type: 'comment', text, tokens: commentTokens(text), carry };
  const { found, others } = joinsByBackslash(dialects) ? backslashWords(text) : { found: words(text), others: [] };
  if (found.length === 0) return { ...nothing, type: 'blank', text, tokens: others, carry };
  return entryLine(text, carry, found, others, dialects);
}
