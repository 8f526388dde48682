/** What the service of an entry runs, and in what surroundings. */
import type { Document } from '../../../model/document.js';
import { baseName } from '../../../text/base-name.js';
import { commandsIn } from '../../../text/shell/commands.js';
import { argument, plain, quoted, unitName } from '../../../text/systemd.js';
import { jobOf, shellText, stdinText } from '../commands/job.js';
import type { Dialect } from '../dialects/dialect.js';
import type { CrontabLine } from '../model.js';
import { type Form, indentOf, shapeOf, withoutFlags } from '../reading/shape.js';

/** cron's own, where the crontab sets none. */
const SHELL = '/bin/sh';
const PATH = '/usr/bin:/bin';

/** What the user of a job is told by: cron sets them and lets nobody change them. */
const OWN = new Set(['LOGNAME', 'USER']);

/** In order; a later one of the same name wins. */
export type Settings = ReadonlyMap<string, string>;

/** What the lines above `index` set for the entry there. */
export function settingsAbove({ lines }: Document<CrontabLine>, index: number): Settings {
  const found = new Map<string, string>();
  for (const { assignment } of lines.slice(0, index)) if (assignment) found.set(assignment.name.text, assignment.value.text);
  return found;
}

export interface Told {
  /** As the shell gets it. */
  readonly command: string;
  /** What it reads from its standard input; '' for nothing. */
  readonly input: string;
}

/** What `dialect` runs of the entry `text`, which has no line end. */
export function toldBy(text: string, form: Form, dialect: Dialect): Told {
  const { command, input } = jobOf(text, shapeOf(text, indentOf(text), form), dialect);
  return { command: withoutFlags(shellText(command, dialect).trimStart()), input: input === undefined ? '' : stdinText(input) };
}

/** A name for the units of the entry: that of the program which it runs. */
export function nameOf({ command }: Told): string {
  const [first] = commandsIn(command, 0, command.length);
  return `cron-${(first && unitName(baseName(first.program.text))) || 'job'}`;
}

/** The lines of `[Service]` that give the job its input. Each `StandardInputText=` ends in a line feed by itself, and an empty one is none. */
function inputLines(input: string): readonly string[] {
  if (input === '') return [];
  const text = input.replace(/\n$/, '');
  return ['StandardInput=data', text === '' ? 'StandardInputData=Cg==' : `StandardInputText=${text.split('\n').map(plain).join('\\n')}`];
}

const isName = (name: string): boolean => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);

/** True where the shell leaves something running behind it. */
const leavesJobs = (command: string): boolean => /(?<![&<>|])&(?![&>])/.test(command);

/** `user` and, for FreeBSD's `user:group`, the group. */
function userLines(user: string): readonly string[] {
  const [name = '', group] = user.split(/[:/]/);
  return [`User=${plain(name)}`, ...(user.includes(':') && group ? [`Group=${plain(group)}`] : [])];
}

/** The lines of the section `[Service]`. `user`: who runs it; undefined in a unit of a user. */
export function serviceLines({ command, input }: Told, settings: Settings, user: string | undefined): readonly string[] {
  const home = settings.get('HOME');
  const variables = new Map([['PATH', PATH], ...settings]);
  const told = [...variables].filter(([name]) => isName(name) && !OWN.has(name));
  return [
    'Type=oneshot',
    ...(user === undefined ? [] : userLines(user)),
    `WorkingDirectory=-${home?.startsWith('/') ? plain(home) : '~'}`,
    ...told.map(([name, value]) => `Environment=${quoted(`${name}=${value}`)}`),
    ...inputLines(input),
    ...(leavesJobs(command) ? ['KillMode=process'] : []),
    `ExecStart=${argument(settings.get('SHELL') ?? SHELL)} -c ${argument(command)}`,
  ];
}

/** Names that systemd would not take for variables. */
export const strangeNames = (settings: Settings): readonly string[] => [...settings.keys()].filter((name) => !isName(name));
