/** What a line of an inittab holds beyond its tokens. */
import type { Line } from '../../model/line.js';
import type { Word } from '../../text/words.js';
import type { ActionName } from './dialects.js';
import type { InittabToken } from './role.js';

export interface InittabEntry {
  /** Absent where the field is empty. */
  readonly id?: InittabToken;
  readonly levels?: InittabToken;
  /** Of no characters where the field is empty. */
  readonly action: InittabToken;
  /** What the action is to the first init in question that knows it. */
  readonly does?: ActionName;
  /** The program that does the work, seen through `exec`, `nice`, BusyBox and assignments. */
  readonly program?: InittabToken;
  readonly args: readonly InittabToken[];
  /** The whole process field, without the blanks around it. */
  readonly process: string;
  /** The fields as they are written, with blanks and all; `id` is `first` without the blanks before it. */
  readonly written: Readonly<Record<'first' | 'id' | 'levels' | 'action' | 'process', Word>>;
}

export interface InittabLine extends Line {
  readonly tokens: readonly InittabToken[];
  /** Of all lines with four fields, commented-out ones too. */
  readonly entry?: InittabEntry;
}
