/** One logical line of inetd.conf: entry, default addresses, comment, commented-out entry, blank or broken. */

import type { ParseOptions } from '../../model/kind.js';
import type { Launch } from '../../model/line.js';
import { isDirective } from '../../text/directive.js';
import { physicalEnd } from '../../text/lines.js';
import { mayComeRight } from '../../text/template.js';
import { type Word, words } from '../../text/words.js';
import { commentedOut } from './commented.js';
import { asWritten, backslashWords, commentTokens, plainWords, wordsOf } from './cut.js';
import { dialectsOf } from './dialects.js';
import type { Judged } from './dispute.js';
import { shapeOf } from './entry.js';
import { token } from './fields.js';
import { launchOf } from './launches.js';
import { joinsByBackslash, skipBlanks, takesIndentedComments } from './lines.js';
import { marksOf } from './marks.js';
import type { InetdEntry, InetdLine, InetdToken, Shape } from './model.js';
import { problemsOf } from './problems.js';
import { isPlain } from './reading.js';
import { differs, judgedBy } from './refused.js';

const nothing = { launches: [], problems: [] } as const;

const NONE: readonly InetdToken[] = [];

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
  (first?.text === '.include' || (second?.text.startsWith('o') === true && /^(?:on|off)(?:#|$)/.test(second.text))) &&
  (ids.length > 1 || ids.includes('netbsd'));

/** The words of a logical line, and what stands between them. */
interface Cut {
  readonly text: string;
  readonly found: readonly Word[];
  readonly others: readonly InetdToken[];
  /** True where all dialects cut it so. */
  readonly plain: boolean;
}

const inPlace = (tokens: readonly InetdToken[], others: readonly InetdToken[]): readonly InetdToken[] =>
  others.length > 0 ? [...tokens, ...others].sort(byPlace) : tokens;

/** An entry that is on. Files hold many, and hardly anybody asks for its tokens. */
class EntryLine implements InetdLine {
  readonly type = 'entry';
  readonly problems = nothing.problems;
  readonly launches: readonly Launch[];
  readonly shape?: Shape;
  readonly disputed?: true;
  private readonly words: Shape;
  private readonly others: readonly InetdToken[];

  constructor(
    readonly text: string,
    readonly carry: string,
    readonly entry: InetdEntry,
    readonly judged: Judged,
    shape: Shape,
    { others, plain }: Cut,
  ) {
    this.launches = [launchOf(entry, 'on')];
    if (plain) this.shape = shape;
    // Where they differ on what is still to be filled in, they may come to agree.
    if (differs(judged.dispute) && !mayComeRight(text, (entry.limits.at(-1) ?? entry.wait).span.end)) this.disputed = true;
    this.words = shape;
    this.others = others;
  }

  get tokens(): readonly InetdToken[] {
    return inPlace(this.words.tokens, this.others);
  }
}

function entryLine(cut: Cut, carry: string, ids: readonly string[]): InetdLine {
  const { text, found, others, plain } = cut;
  if (isNetbsd(found, ids))
    return {
      ...nothing,
      text,
      carry,
      type: 'setting',
      tokens: inPlace(
        found.map((word, index) => token(index === 0 ? 'directive' : 'argument', word)),
        others,
      ),
    };
  const shape = shapeOf(found, carry);
  const { entry, hosts } = shape;
  const judged = judgedBy({ text, carry, shape, plain }, dialectsOf(ids));
  const problems = problemsOf(shape, judged.dispute);
  // What a template leaves open is no fault yet.
  if (problems.length > 0 && problems.every(({ span }) => mayComeRight(text, span.end)))
    return { ...nothing, type: 'comment', text, tokens: commentTokens(text), carry };
  if (problems.length > 0)
    return { ...nothing, text, carry, type: 'broken', tokens: inPlace(shape.tokens, others), problems, ...(entry && { entry }) };
  if (entry) return new EntryLine(text, carry, entry, judged, shape, cut);
  const said = (hosts ?? []).filter(({ role, text: host }) => role === 'address' && host !== '*');
  return {
    ...nothing,
    text,
    type: 'setting',
    tokens: inPlace(shape.tokens, others),
    carry: said.map((host) => host.text).join(),
  };
}

/** The words of `text` as the dialects in question cut it. */
function cutOf(text: string, dialects: readonly string[]): Cut {
  const plain = isPlain(text);
  if (joinsByBackslash(dialects)) {
    const { found, others } = backslashWords(text);
    return { text, plain, found: asWritten(found, text), others };
  }
  return plain ? { text, plain, found: wordsOf(text), others: NONE } : { text, plain, ...plainWords(text, dialects) };
}

/** Reads one logical line. `carry` holds the default addresses in force, with commas; '' for all. Total: whatever it holds, a line comes back. */
export function parseLine(text: string, carry: string, { dialects }: ParseOptions): InetdLine {
  if (text.startsWith('#')) return commentLine(text, carry);
  const start = skipBlanks(text, 0);
  if (text[start] === '#' && takesIndentedComments(dialects))
    return { ...nothing, type: 'comment', text, tokens: commentTokens(text), carry };
  const cut = cutOf(text, dialects);
  if (cut.found.length === 0) return { ...nothing, type: 'blank', text, tokens: cut.others, carry };
  return entryLine(cut, carry, dialects);
}
