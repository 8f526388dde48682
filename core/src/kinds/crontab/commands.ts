/** Which programs a command line runs: the words in command position, seen through the usual wrappers. Nothing is expanded or executed. */
import type { Word } from '../../text/words.js';
import { FAR_ENOUGH, pieces, shellWords, unquoted } from './shell.js';

export interface Command {
  readonly program: Word;
  readonly args: readonly Word[];
}

/** How a program that runs the command behind it is called. */
interface Wrapper {
  /** Letters of the options that take the next word with them. */
  readonly valued: string;
  /** Plain words before the command: a lock file, a time, a folder, a mask. */
  readonly before: number;
}

const wrapper = (valued = '', before = 0): Wrapper => ({ valued, before });

/** Programs, and words of the shell, that run the command behind their options. */
const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map([
  ...'busybox nohup command chronic cronic setsid eatmydata start then else do if while until ! {'
    .split(' ')
    .map((name) => [name, wrapper()] as const),
  ['env', wrapper('uC')],
  ['sudo', wrapper('ugpCDhrtTUR')],
  ['doas', wrapper('uC')],
  ['nice', wrapper('n')],
  ['ionice', wrapper('cnpPu')],
  ['time', wrapper('fo')],
  ['exec', wrapper('a')],
  ['systemd-cat', wrapper('tp')],
  ['flock', wrapper('wE', 1)],
  ['timeout', wrapper('ks', 1)],
  ['chroot', wrapper('', 1)],
  ['chrt', wrapper('TPD', 1)],
  ['taskset', wrapper('', 1)],
]);

/** Programs that run a whole command line, given as one word behind `-c`. */
const SHELLS = new Set(['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh', 'su', 'runuser', 'flock']);

export const baseName = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** True when the option `text` of a wrapper takes the next word with it: its first letter that wants a value is its last. */
function takesNext(text: string, { valued }: Wrapper): boolean {
  const at = [...text].findIndex((letter, index) => index > 0 && valued.includes(letter));
  return at !== -1 && at === text.length - 1 && !text.startsWith('--');
}

/** Index of the first of `found`, from `at`, that is neither an assignment nor a redirection. */
function pastPrefixes(found: readonly Word[], at: number): number {
  while (/^(?:[<>]|[A-Za-z_][A-Za-z0-9_]*=)/.test(found[at]?.text ?? '')) at++;
  return at;
}

/** The wrapper that `program` is; a script of someone's own that has the name of one is none. */
const wrapperOf = ({ text }: Word): Wrapper | undefined => (/^[^/]*$|^\//.test(text) ? WRAPPERS.get(baseName(text)) : undefined);

/** The command of one simple command; a wrapper with nothing behind it is one itself. */
function commandIn(found: readonly Word[]): Command | undefined {
  let last: Command | undefined;
  for (let at = pastPrefixes(found, 0); ; at = pastPrefixes(found, at)) {
    const program = found[at];
    if (program === undefined) return last;
    last = { program, args: found.slice(at + 1) };
    const name = baseName(program.text);
    const known = wrapperOf(program);
    // `command -v at` asks where at is, and runs nothing.
    if (known === undefined || (name === 'command' && /^-[a-z]*[vV]/.test(found[at + 1]?.text ?? ''))) return last;
    at++;
    for (let option = found[at]; option?.text.startsWith('-'); option = found[at]) at += takesNext(option.text, known) ? 2 : 1;
    at += known.before;
    if (name === 'flock' && found[at]?.text === '-c') return last;
  }
}

/** The command line that a shell is given to run, without its quotes. */
function scriptOf({ program, args }: Command): Word['span'] | undefined {
  if (!SHELLS.has(baseName(program.text))) return undefined;
  const script = args[args.findIndex(({ text }) => /^-[a-z]*c$/.test(text)) + 1];
  // Where quotes are escaped a second shell would have to be read; nothing is said of those.
  if (script === undefined || script === args[0] || script.text.includes('\\')) return undefined;
  const quoted = unquoted(script.text) === script.text ? 0 : 1;
  return { start: script.span.start + quoted, end: script.span.end - quoted };
}

/** The simple commands of `text` between `start` and `end`, in order; those given to a shell by `-c` after it. Spans are offsets into `text`. */
export function commandsIn(text: string, start: number, end: number): Command[] {
  const found: Command[] = [];
  for (const piece of pieces(text, start, Math.min(end, start + FAR_ENOUGH))) {
    const command = commandIn(shellWords(text, piece.start, piece.end));
    if (command === undefined) continue;
    found.push(command);
    const script = scriptOf(command);
    if (script) found.push(...commandsIn(text, script.start, script.end));
  }
  return found;
}
