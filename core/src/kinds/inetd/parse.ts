/** One logical line of inetd.conf: entry, default addresses, comment, commented-out entry, blank or broken. */

import type { ParseOptions } from '../../model/kind.js';
import type { Mutable } from '../../model/mutable.js';
import { isDirective } from '../../text/directive.js';
import { physicalEnd } from '../../text/lines.js';
import { mayComeRight } from '../../text/template.js';
import { type Word, words } from '../../text/words.js';
import { commentedOut } from './commented.js';
import { backslashWords, commentTokens, plainWords } from './cut.js';
import { dialectsOf } from './dialects.js';
import { shapeOf } from './entry.js';
import { token } from './fields.js';
import { launchOf } from './launches.js';
import { joinsByBackslash, skipBlanks, takesIndentedComments } from './lines.js';
import { marksOf } from './marks.js';
import type { InetdLine, InetdToken, Shape } from './model.js';
import { problemsOf } from './problems.js';
import { isPlain } from './reading.js';
import { differs, judgedBy } from './refused.js';

const nothing = { launches: [], problems: [] } as const;

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
  const place = (tokens: readonly InetdToken[]) => (others.length > 0 ? [...tokens, ...others].sort(byPlace) : tokens);
  if (isNetbsd(found, ids))
    return {
      ...nothing,
      text,
      carry,
      type: 'setting',
      tokens: place(found.map((word, index) => token(index === 0 ? 'directive' : 'argument', word))),
    };
  const shape: Shape = shapeOf(found, carry);
  const { entry, hosts } = shape;
  const tokens = place(shape.tokens);
  const plain = isPlain(text);
  const judged = judgedBy({ text, carry, shape, plain }, dialectsOf(ids));
  const { dispute } = judged;
  const problems = problemsOf(shape, dispute);
  // What a template leaves open is no fault yet.
  if (problems.length > 0 && problems.every(({ span }) => mayComeRight(text, span)))
    return { ...nothing, type: 'comment', text, tokens: commentTokens(text), carry };
  if (problems.length > 0) return { ...nothing, text, carry, type: 'broken', tokens, problems, ...(entry && { entry }) };
  if (entry) {
    // Files hold many of these, and one that is put together from others takes longer to make and to throw away.
    const line: Mutable<InetdLine> = {
      type: 'entry',
      text,
      tokens,
      launches: [launchOf(entry, 'on')],
      problems: nothing.problems,
      carry,
      entry,
      judged,
    };
    if (plain) line.shape = shape;
    // Where they differ on what is still to be filled in, they may come to agree.
    if (differs(dispute) && !mayComeRight(text, { start: 0, end: entry.wait.span.end })) line.disputed = true;
    return line;
  }
  const said = (hosts ?? []).filter(({ role, text: host }) => role === 'address' && host !== '*');
  return { ...nothing, text, type: 'setting', tokens, carry: said.map((host) => host.text).join() };
}

/** Reads one logical line. `carry` holds the default addresses in force, with commas; '' for all. Total: whatever it holds, a line comes back. */
export function parseLine(text: string, carry: string, { dialects }: ParseOptions): InetdLine {
  if (text.startsWith('#')) return commentLine(text, carry);
  const start = skipBlanks(text, 0);
  if (text[start] === '#' && takesIndentedComments(dialects))
    return { ...nothing, type: 'comment', text, tokens: commentTokens(text), carry };
  const { found, others } = joinsByBackslash(dialects) ? backslashWords(text) : plainWords(text, dialects);
  if (found.length === 0) return { ...nothing, type: 'blank', text, tokens: others, carry };
  return entryLine(text, carry, found, others, dialects);
}
