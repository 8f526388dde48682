/** The command of an entry and its input: as the daemon keeps them, and as they are run. */

import type { Dialect } from '../dialects/dialect.js';
import { flagsOf } from '../reading/flags.js';
import type { EntryShape } from '../reading/shape.js';
import { commandBy } from './command.js';
import { percentIn } from './percent.js';

export interface Job {
  /** As the daemon keeps it: without the flags before it, with every `%` and backslash. */
  readonly raw: string;
  /** Letters of the flags before it. */
  readonly flags: readonly string[];
  /** The part of `raw` that is the command. */
  readonly command: string;
  /** The part of `raw` that is its input, behind the `%` that parts them; undefined where there is none. */
  readonly input?: string;
}

/** The job of an entry that `dialect` takes; `text` is the line that `shape` was cut from. */
export function jobOf(text: string, shape: EntryShape, dialect: Dialect): Job {
  const raw = commandBy(dialect, text, shape);
  const percent = dialect.percentInput ? percentIn(raw, 0) : raw.length;
  return {
    raw,
    flags: flagsOf(shape, dialect).letters,
    command: raw.slice(0, percent),
    ...(percent < raw.length && { input: raw.slice(percent + 1) }),
  };
}

/** What the shell is given for `command`: a `\%` has become a `%`, and to some crons two backslashes one. */
export const shellText = (command: string, { percentInput, halvesBackslashes }: Dialect): string =>
  percentInput
    ? command.replace(/\\([\s\S])/g, (pair, next) => (next === '%' || (halvesBackslashes && next === '\\') ? next : pair))
    : command;

/** What the command reads on its standard input: each `%` has become a line feed, each `\%` a `%`, and the last line ends in a line feed, if more than backslashes stand in it. */
export function stdinText(input: string): string {
  // A backslash protects the `%` behind it, whether or not another one stands before.
  const text = input.replace(/\\?%/g, (found) => (found === '%' ? '\n' : '%'));
  return /(?:^|\n)\\*$/.test(text) ? text : `${text}\n`;
}
