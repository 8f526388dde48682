/** Which programs a command line runs: the words in command position, seen through the usual wrappers. Nothing is expanded or executed. */
import { type Word, words } from '../../text/words.js';

export interface Command {
  readonly program: Word;
  readonly args: readonly Word[];
}

/** Programs, and words of the shell, that run the command behind their options. */
const WRAPPERS = new Set(
  'env sudo doas nice ionice nohup time exec command chronic cronic setsid eatmydata start systemd-cat then else do if while until ! {'.split(
    ' ',
  ),
);

/** Wrappers that take one plain argument before the command: a lock file, a time, a folder, a mask. */
const WRAPPERS_WITH_ARGUMENT = new Set(['flock', 'timeout', 'chroot', 'chrt', 'taskset']);

/** Options of wrappers that take the next word with them. */
const OPTION_WITH_VALUE = /^-(?:u|g|n|c|E|w|k|s|p|P|t)$/;

const ASSIGNMENT = /^[A-Za-z_][A-Za-z0-9_]*=/;

/** Where one simple command ends: `;`, `&`, `|`, parentheses, a line feed; not inside quotes. */
function pieces(text: string, start: number, end: number): { readonly start: number; readonly end: number }[] {
  const found: { start: number; end: number }[] = [];
  let from = start;
  let quote = '';
  for (let at = start; at < end; at++) {
    const c = text[at] ?? '';
    if (c === '\\' && quote !== "'") at++;
    else if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'" || c === '`') quote = c;
    else if (c === '&' && (text[at - 1] === '>' || text[at + 1] === '>' || text[at - 1] === '<')) continue;
    else if (';&|()\n'.includes(c)) {
      found.push({ start: from, end: at });
      from = at + 1;
    }
  }
  found.push({ start: from, end });
  return found;
}

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** The word without the quotes around it. */
export const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2');

function commandIn(found: readonly Word[]): Command | undefined {
  let at = 0;
  for (;;) {
    while (ASSIGNMENT.test(found[at]?.text ?? '')) at++;
    const program = found[at];
    if (program === undefined) return undefined;
    const name = baseName(program.text);
    const takes = WRAPPERS_WITH_ARGUMENT.has(name) ? 1 : 0;
    if (takes === 0 && !WRAPPERS.has(name)) return { program, args: found.slice(at + 1) };
    at++;
    for (let option = found[at]; option?.text.startsWith('-'); option = found[at]) at += OPTION_WITH_VALUE.test(option.text) ? 2 : 1;
    at += takes;
  }
}

/** At most this much of a command line is looked at: a line of a megabyte runs nothing worth naming after that. */
const FAR_ENOUGH = 16_384;

/** The simple commands of `text` between `start` and `end`, in order. Spans are offsets into `text`. */
export function commandsIn(text: string, start: number, end: number): Command[] {
  const found: Command[] = [];
  for (const piece of pieces(text, start, Math.min(end, start + FAR_ENOUGH))) {
    const command = commandIn(words(text, piece.start, piece.end));
    if (command) found.push(command);
  }
  return found;
}
