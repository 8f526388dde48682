/** What the readers of tables share. */
import type { Word } from '../../../text/words.js';
import type { Carry } from '../carry.js';
import type { ListingToken, Status } from '../model.js';

export interface TableReading {
  readonly tokens: readonly ListingToken[];
  readonly status: Status;
}

/** Reads the words of a line as a row of one table; undefined when they are none. */
export type TableReader = (words: readonly Word[], carry: Carry) => TableReading | undefined;
