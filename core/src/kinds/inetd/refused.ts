/** Who refuses a line, and who reads it otherwise than it stands. */
import { physicalEnd } from '../../text/lines.js';
import { words } from '../../text/words.js';
import type { Dialect } from './dialects.js';
import { type Shape, shapeOf } from './entry.js';
import { refusalOf } from './judge.js';
import { type Misreading, misreadWait } from './misread.js';
import type { InetdLine } from './model.js';
import { readBy } from './reading.js';
import type { Refusal } from './refusal.js';

/** The line as its dialects read it. `shape` is that of its plain words, `carry` the addresses in force. */
export interface Read {
  readonly text: string;
  readonly carry: string;
  readonly shape: Shape;
}

export type Refused = readonly (readonly [Dialect, Refusal])[];

/** True where the line goes on in a way that `dialect` does not know. */
const isCut = ({ continuation }: Dialect, text: string, end: number): boolean =>
  end < text.length && (continuation === 'none' || (continuation === 'backslash' && text[end - 2] !== '\\'));

/** What each of `dialects` that refuses the line stumbles over. */
export const refusedBy = ({ text, carry, shape }: Read, dialects: readonly Dialect[]): Refused => {
  const end = physicalEnd(text, 0);
  return dialects.flatMap((dialect) => {
    const refusal = isCut(dialect, text, end) ? 'continued' : refusalOf(readBy(dialect, text, carry, shape), dialect);
    return refusal === undefined ? [] : [[dialect, refusal] as const];
  });
};

/** How dialects differ on an entry. */
export interface Dispute {
  readonly refused: Refused;
  /** Those that take the line and misread its wait field. */
  readonly misread: readonly (readonly [Dialect, Misreading])[];
  /** Those that read it as it stands. */
  readonly taking: readonly Dialect[];
}

/** What `dialects` make of the line. */
export function disputeOf(read: Read, dialects: readonly Dialect[]): Dispute {
  const refused = refusedBy(read, dialects);
  const takers = dialects.filter((dialect) => !refused.some(([one]) => one === dialect));
  const misread = takers.flatMap((dialect) => {
    const misreading = read.shape.entry && misreadWait(read.shape.entry, read.shape.wait ?? '', dialect);
    return misreading === undefined ? [] : [[dialect, misreading] as const];
  });
  return { refused, misread, taking: takers.filter((dialect) => !misread.some(([one]) => one === dialect)) };
}

/** True where not all do the same. */
export const differs = ({ refused, misread, taking }: Dispute): boolean =>
  refused.length + misread.length > 0 && misread.length + taking.length > 0;

/** An entry, to be read by others once more. */
export const readAgain = ({ text, carry }: Pick<InetdLine, 'text' | 'carry'>): Read => ({
  text,
  carry,
  shape: shapeOf(words(text), carry),
});
