/** Which programs a command line runs: the words in command position, seen through the usual wrappers. Nothing is expanded or executed. */
import { baseName } from '../base-name.js';
import type { Word } from '../words.js';
import { type List, type Piece, pieces, unquoted } from './shell.js';

export interface Command {
  readonly program: Word;
  readonly args: readonly Word[];
  /** Programs that run it: sudo, env, nice. */
  readonly wrappers: readonly Word[];
}

/** A simple command and what it runs. */
export interface Run {
  readonly piece: Piece;
  /** Absent where it has no words, or only assignments. */
  readonly command?: Command;
  /** The shell that reads it: a name such as `bash` where the line calls one with `-c`, '?' where that is the user's own or reads a profile first, '' where it is cron's. */
  readonly shell: string;
}

/** How a program that runs the command behind it is called. */
interface Wrapper {
  /** Letters of the options that take the next word with them. */
  readonly valued: string;
  /** Names of the long options that do, where no `=` joins it to them. */
  readonly long?: readonly string[];
  /** Plain words before the command: a lock file, a time, a folder, a mask. */
  readonly before: number;
}

const wrapper = (valued = '', before = 0, long = ''): Wrapper => ({ valued, before, long: long.match(/\S+/g) ?? [] });

/** Programs, and words of the shell, that run the command behind their options. */
const WRAPPERS: ReadonlyMap<string, Wrapper> = new Map([
  ...'busybox nohup command chronic cronic run-one setsid eatmydata start then else do if elif while until ! {'
    .split(' ')
    .map((name) => [name, wrapper()] as const),
  ['env', wrapper('uC', 0, 'unset chdir')],
  ['sudo', wrapper('ugpCDhrtTUR', 0, 'user group prompt close-from chdir host role type command-timeout other-user chroot')],
  ['doas', wrapper('uC')],
  ['nice', wrapper('n', 0, 'adjustment')],
  ['ionice', wrapper('cnpPu', 0, 'class classdata pid pgid uid')],
  ['time', wrapper('fo', 0, 'format output')],
  ['stdbuf', wrapper('ioe', 0, 'input output error')],
  ['exec', wrapper('a')],
  ['systemd-cat', wrapper('tp', 0, 'identifier priority stderr-priority')],
  ['flock', wrapper('wE', 1, 'timeout wait conflict-exit-code')],
  ['timeout', wrapper('ks', 1, 'kill-after signal')],
  ['chroot', wrapper('', 1)],
  ['chrt', wrapper('TPD', 1, 'sched-runtime sched-period sched-deadline')],
  ['taskset', wrapper('', 1)],
  ...['gosu', 'su-exec', 'setuidgid'].map((name) => [name, wrapper('', 1)] as const),
]);

/** Programs that run a whole command line, given as one word behind `-c`, and the shell that reads it; flock takes cron's, su the user's own. */
const SHELLS: ReadonlyMap<string, string> = new Map([
  ...['sh', 'bash', 'dash', 'ash', 'ksh', 'zsh'].map((name) => [name, name] as const),
  ['su', '?'],
  ['runuser', '?'],
  ['flock', ''],
]);

/** True when the option `text` takes the next word with it: of short ones together, the first letter that wants a value is the last. */
export function takesNext(text: string, { valued, long }: Pick<Wrapper, 'valued' | 'long'>): boolean {
  if (text.startsWith('--')) return long?.includes(text.slice(2)) === true;
  const at = [...text].findIndex((letter, index) => index > 0 && valued.includes(letter));
  return at !== -1 && at === text.length - 1;
}

/** Index behind the options of a wrapper and the plain words that it wants, from `at`. */
function pastOptions(found: readonly Word[], at: number, known: Wrapper): number {
  for (let option = found[at]; option?.text.startsWith('-'); option = found[at]) at += takesNext(option.text, known) ? 2 : 1;
  return at + known.before;
}

/** Index of the first of `found`, from `at`, that is no assignment. */
function pastAssignments(found: readonly Word[], at: number): number {
  while (/^[A-Za-z_][A-Za-z0-9_]*=/.test(found[at]?.text ?? '')) at++;
  return at;
}

/** The wrapper that `program` is; a script of someone's own that has the name of one is none. */
const wrapperOf = ({ text }: Word): Wrapper | undefined => (/^[^/]*$|^\//.test(text) ? WRAPPERS.get(baseName(text)) : undefined);

/** The command of one simple command; a wrapper with nothing behind it is one itself. */
function commandIn(found: readonly Word[]): Command | undefined {
  const wrappers: Word[] = [];
  let last = -1;
  for (let at = pastAssignments(found, 0); at < found.length; at = pastAssignments(found, at)) {
    const before = last === -1 ? undefined : found[last];
    if (before) wrappers.push(before);
    last = at;
    const program = found[at];
    const known = program && wrapperOf(program);
    const name = baseName(program?.text ?? '');
    // `command -v at` asks where at is, and runs nothing.
    if (known === undefined || (name === 'command' && /^-[a-z]*[vV]/.test(found[at + 1]?.text ?? ''))) break;
    at = pastOptions(found, at + 1, known);
    if (name === 'flock' && found[at]?.text === '-c') break;
  }
  const program = found[last];
  return program && { program, args: found.slice(last + 1), wrappers };
}

/** True inside `$(…)` and its like, however deep. */
function isSubstituted({ opener, host }: List): boolean {
  for (let list: List | undefined = { opener, ...(host && { host }) }; list; list = list.host?.list)
    if (list.opener !== '' && list.opener !== '(') return true;
  return false;
}

/** The command line that a shell is given to run, without its quotes. */
function scriptOf({ program, args }: Command, piece: Piece): { readonly word: Word; readonly inner: Word['span'] } | undefined {
  if (!SHELLS.has(baseName(program.text))) return undefined;
  const word = args[args.findIndex(({ text }) => /^-[a-z]*c$/.test(text)) + 1];
  // Where quotes are escaped a second shell would have to be read; nothing is said of those. A percent sign is escaped for cron, and plain to the shell.
  if (word === undefined || word === args[0] || /\\(?!%)/.test(word.text)) return undefined;
  // What a substitution holds was read with the line around it; read again at every depth, it would be read times without number.
  if (holdsSubstitution(word) && isSubstituted(piece.list)) return undefined;
  const quoted = unquoted(word.text) === word.text ? 0 : 1;
  return { word, inner: { start: word.span.start + quoted, end: word.span.end - quoted } };
}

/** True when the shell around `word` puts something in its place. */
const holdsSubstitution = ({ text }: Word): boolean => !text.startsWith("'") && /\$\(|`/.test(text);

/** At most this much of a command line is looked at: a line of a megabyte runs nothing worth naming after that. */
const FAR_ENOUGH = 16_384;

function runsBy(shell: string, text: string, start: number, end: number): Run[] {
  const found: Run[] = [];
  for (const piece of pieces(text, start, Math.min(end, start + FAR_ENOUGH))) {
    const command = commandIn(piece.words);
    found.push({ piece, shell, ...(command && { command }) });
    const script = command && scriptOf(command, piece);
    if (command === undefined || script === undefined) continue;
    const isLogin = command.args.some(({ text: option }) => /^(?:-[a-z]*l[a-z]*|--login)$/.test(option));
    const inner = runsBy(isLogin ? '?' : SHELLS.get(baseName(command.program.text)) || shell, text, script.inner.start, script.inner.end);
    found.push(...(holdsSubstitution(script.word) ? inner.filter((run) => !isSubstituted(run.piece.list)) : inner));
  }
  return found;
}

/** The simple commands of `text` between `start` and `end`, in order; those given to a shell by `-c` after it. Spans are offsets into `text`. */
export const runsIn = (text: string, start: number, end: number): Run[] => runsBy('', text, start, end);

/** Of {@link runsIn} the commands alone. */
export const commandsIn = (text: string, start: number, end: number): Command[] =>
  runsIn(text, start, end).flatMap(({ command }) => command ?? []);

/** What `found`, the words of one command that no shell reads, run. */
export function runOf(found: readonly Word[]): Run {
  const [start = 0, end = 0] = [found[0]?.span.start, found.at(-1)?.span.end];
  const command = commandIn(found);
  return {
    piece: { start, end, words: found, redirections: [], closedBy: '', list: { opener: '' } },
    shell: '',
    ...(command && { command }),
  };
}
