/** What a dialect makes of an entry: its sets, or where it stops. */
import type { Bits } from '../fields/bits.js';
import type { FieldSpec } from '../fields/spec.js';

/** Where a dialect stops reading an entry, by the words of its own messages. */
export type Refusal = FieldSpec['title'] | 'time specifier' | 'username' | 'command' | 'option' | 'job name';

export interface EntryReading {
  readonly refused?: Refusal;
  /** Dropped without a word in the log. */
  readonly silently?: true;
  /** Taken, and yet it never runs: what is handed the `@` word does not know it. */
  readonly lost?: true;
  /** In the order of the fields; absent for `@` words that mean the same to all. */
  readonly sets?: readonly Bits[];
  readonly random?: boolean;
  /** The end of some field is passed over. */
  readonly unread?: boolean;
  /** It names days in both fields, and such an entry does not run. */
  readonly neverMeets?: true;
  /** It runs once so many seconds have passed since its last run. */
  readonly every?: number;
  /** They are counted from the end of that run. */
  readonly fromEnd?: true;
  /** It runs only when something else asks for it. */
  readonly asked?: true;
  readonly domStar?: boolean;
  readonly dowStar?: boolean;
}

export const refused = (at: Refusal): EntryReading => ({ refused: at });
