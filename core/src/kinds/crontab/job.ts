/** The command of an entry as one dialect takes it, and what becomes of it when it is run. */
import { slice, words } from '../../text/words.js';
import type { Dialect } from './dialects.js';
import { percentIn } from './percent.js';
import type { EntryShape } from './shape.js';

export interface CommandReading {
  /** As the daemon keeps it: without the flags before it, with every `%` and backslash. */
  readonly raw: string;
  /** Letters of the flags before it. */
  readonly flags: readonly string[];
  /** The part of `raw` that is the command. */
  readonly command: string;
  /** The part of `raw` that is its input, behind the `%` that parts them; undefined where there is none. */
  readonly input?: string;
}

/** The first `limit` bytes of `text`, which is cut before a character that would not fit whole. */
export function firstBytes(text: string, limit: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes > limit) break;
    end += character.length;
  }
  return text.slice(0, end);
}

/** The command of `shape`, which `dialect` takes; `text` is the line it was cut from. */
export function readCommand(text: string, shape: EntryShape, dialect: Dialect): CommandReading {
  const { user, command: written } = shape;
  const start = dialect.keepsBlanks && user ? user.span.end + 1 : (written?.span.start ?? text.length);
  const whole = { text: text.slice(start), span: { start, end: text.length } };
  const found = dialect.flags === undefined ? [] : words(whole.text);
  const others = found.findIndex((word) => !/^-./.test(word.text));
  const leading = found.slice(0, others === -1 ? found.length : others);
  const behind = others === -1 ? whole.text.length : (found[others]?.span.start ?? 0);
  const kept = leading.length > 0 ? slice(whole, behind).text : whole.text;
  const raw = dialect.longCommand === 'cut' && dialect.longestCommand !== undefined ? firstBytes(kept, dialect.longestCommand) : kept;
  const percent = dialect.plainPercent ? raw.length : percentIn(raw, 0);
  return {
    raw,
    flags: leading.flatMap((word) => [...word.text.slice(1)]),
    command: raw.slice(0, percent),
    ...(percent < raw.length && { input: raw.slice(percent + 1) }),
  };
}

/** What the shell is given for `command`: a `\%` has become a `%`. */
export const shellText = (command: string, { plainPercent }: Dialect): string =>
  plainPercent ? command : command.replace(/\\([\s\S])/g, (pair, next) => (next === '%' ? '%' : pair));

/** What the command reads on its standard input: each `%` has become a line feed, each `\%` a `%`, and the last line ends in a line feed. */
export function stdinText(input: string): string {
  // A backslash protects the `%` behind it, whether or not another one stands before.
  const text = input.replace(/\\?%/g, (found) => (found === '%' ? '\n' : '%'));
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}
