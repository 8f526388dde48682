/** What is wrong with a line that no inetd in question takes, and what it costs. */
import { isNear } from '../../knowledge/near.js';
import type { Problem } from '../../model/line.js';
import { type Remedy, write } from '../../model/remedy.js';
import type { Dialect } from './dialects.js';
import type { Dispute, Refused } from './dispute.js';
import type { Shape } from './model.js';
import type { Refusal } from './refusal.js';
import { costOf, list, saidOf, tokenAt } from './said.js';

export const SYNTAX = 'inetd/syntax';
export const INDENTED = 'inetd/indented-comment';

/** What becomes of the line: one sentence for each consequence; without names where all in question do the same. */
export function costsOf(refused: Refused, named = false): string {
  const by = new Map<string, string[]>();
  for (const [dialect, refusal] of refused) {
    const cost = costOf(dialect, refusal);
    by.set(cost, [...(by.get(cost) ?? []), dialect.title]);
  }
  return [...by].map(([cost, titles]) => (by.size === 1 && !named ? `Then ${cost}.` : `With ${list(titles)}, ${cost}.`)).join(' ');
}

/** The reason that most give, the first of them where several are even. That a daemon knows no addresses explains the line only to itself. */
function reasonOf(refused: Refused): readonly [Dialect, Refusal] | undefined {
  const alone = refused.every(([, refusal]) => refusal === 'address');
  const votes = (reason: Refusal) => (reason === 'address' && !alone ? 0 : refused.filter(([, refusal]) => refusal === reason).length);
  const most = Math.max(...refused.map(([, refusal]) => votes(refusal)));
  return refused.find(([, refusal]) => votes(refusal) === most);
}

/** The words that a field may hold, where a slip is seen. */
const WORDS: Readonly<Partial<Record<Refusal, readonly string[]>>> = {
  socket: ['stream', 'dgram'],
  protocol: ['tcp', 'udp', 'tcp4', 'tcp6', 'udp4', 'udp6'],
  wait: ['nowait', 'wait'],
};

/** A slip in three letters: `isNear` would take any word of that length for another. */
const isSwapped = (said: string, word: string): boolean =>
  said.length === word.length && said !== word && [...said].sort().join('') === [...word].sort().join('');

/** What was probably meant by the word at fault. */
function remedyOf(shape: Shape, refusal: Refusal): Remedy | undefined {
  const at = tokenAt(shape, refusal);
  const said = at?.text.toLowerCase() ?? '';
  const known = WORDS[refusal] ?? [];
  const meant = known.find((word) => word === said) ?? known.find((word) => isNear(said, word) || isSwapped(said, word));
  // What stands behind the word is at fault where the word itself is right, and goes with it.
  const last = refusal === 'wait' ? shape.entry?.limits.at(-1) : undefined;
  return at && meant !== undefined ? write({ start: at.span.start, end: last?.span.end ?? at.span.end }, meant) : undefined;
}

const NONE: readonly Problem[] = [];

/** The problems of a line: one if all in question refuse it, else none. */
export function problemsOf(shape: Shape, { refused, misread, taking }: Dispute): readonly Problem[] {
  const reason = misread.length + taking.length > 0 ? undefined : reasonOf(refused);
  if (reason === undefined) return NONE;
  const [first] = shape.tokens;
  if (first === undefined) return NONE;
  const [dialect, refusal] = reason;
  const span = tokenAt(shape, refusal)?.span ?? { start: first.span.start, end: shape.tokens.at(-1)?.span.end ?? first.span.start };
  if (first.text.startsWith('#'))
    return [
      {
        rule: INDENTED,
        span: { start: first.span.start, end: shape.tokens.at(-1)?.span.end ?? first.span.end },
        message: `A # begins a comment only in the first column: inetd reads this line as an entry. ${costsOf(refused)}`,
      },
    ];
  const remedy = remedyOf(shape, refusal);
  return [{ rule: SYNTAX, span, message: `${saidOf(shape, refusal, dialect)} ${costsOf(refused)}`, ...(remedy && { remedy }) }];
}
