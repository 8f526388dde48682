/** How much two commands are alike, apart from what all commands around them have in common. */

/** A command as the words that it is made of, without where its output goes. */
type Parts = ReadonlySet<string>;

const REDIRECTION = /(?:\d|&)?>[>&|]?\s*(?:\/dev\/null|&?\d)?/g;

const partsOf = (command: string): Parts => new Set(command.replace(REDIRECTION, ' ').match(/[\p{L}\p{N}_]+/gu));

/** So many commands must share a word before it is what they are all wrapped in: `cd /srv && php artisan`. */
const FEWEST = 2;

/** Words that more than half of `commands` have. */
function wrapping(commands: readonly Parts[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const parts of commands) for (const part of parts) counts.set(part, (counts.get(part) ?? 0) + 1);
  return new Set([...counts].flatMap(([part, count]) => (count >= FEWEST && count > commands.length / 2 ? [part] : [])));
}

const without = (parts: Parts, others: ReadonlySet<string>): Parts => new Set([...parts].filter((part) => !others.has(part)));

const shared = (a: Parts, b: Parts): number => [...a].filter((part) => b.has(part)).length;

export interface Likeness {
  /** How much of both is in both, 0 to 1. */
  readonly both: number;
  /** How much of the shorter one is in the other, 0 to 1. */
  readonly shorter: number;
}

function likenessOf(a: Parts, b: Parts): Likeness {
  const count = shared(a, b);
  return { both: (2 * count) / (a.size + b.size || 1), shorter: count / (Math.min(a.size, b.size) || 1) };
}

/** Words of a command, and those that say nothing of it. */
interface Known {
  readonly parts: Parts;
  readonly wrapping: ReadonlySet<string>;
}

/** The commands of one file; what most of them have in common says nothing. */
export function knownCommands(commands: readonly string[]): (command: string) => Known {
  const known = new Map(commands.map((command) => [command, partsOf(command)] as const));
  const common = wrapping([...known.values()]);
  return (command) => ({ parts: known.get(command) ?? partsOf(command), wrapping: common });
}

export function likeness(a: Known, b: Known): Likeness {
  const common = new Set([...a.wrapping, ...b.wrapping]);
  const [own, its] = [without(a.parts, common), without(b.parts, common)];
  return own.size === 0 || its.size === 0 ? likenessOf(a.parts, b.parts) : likenessOf(own, its);
}

/** So much alike are two texts of which one became the other. */
export const LIKE = 0.5;

export const areAlike = (a: string, b: string): boolean => likenessOf(partsOf(a), partsOf(b)).both >= LIKE;
