/** What a crontab entry launches: the daemons that its command starts, and the first program it runs. */

import type { Fact } from '../../../knowledge/fact.js';
import { factByCommand, factByProgram, factByScript, factByUnit } from '../../../knowledge/index.js';
import type { Launch, Token } from '../../../model/line.js';
import { baseName } from '../../../text/base-name.js';
import { type Command, commandsIn } from '../../../text/shell/commands.js';
import { unquoted } from '../../../text/shell/shell.js';
import type { Word } from '../../../text/words.js';
import { commandOf, type EntryShape } from '../reading/shape.js';

/** Actions that start a service now or at the next boot (`reload`, `condrestart` and `try-restart` are for one that runs); `on` is chkconfig's word for it, `add` that of rc-update. */
const STARTING = new Set(['start', 'restart', 'force-reload', 'reload-or-restart', 'enable', 'onestart', 'onerestart', 'on', 'add']);

/** Programs that ask the init system to start the service they are given, and where its name stands: before or after the action. */
const INIT_TOOLS: Readonly<Record<string, 'name-first' | 'action-first'>> = {
  service: 'name-first',
  'invoke-rc.d': 'name-first',
  'rc-service': 'name-first',
  'update-rc.d': 'name-first',
  chkconfig: 'name-first',
  systemctl: 'action-first',
  rcctl: 'action-first',
  'rc-update': 'action-first',
};

/** A script in init.d or rc.d, or a link to one in rcN.d. */
const INIT_SCRIPT = /(?:^|\/)(?:(?:init\.d|rc\.d)\/|rc[0-9S]\.d\/S\d\d)([^/]+)$/;

/** Options of at and batch that ask about jobs or take them back, and leave none. */
const ASKING = /^-(?:[lrdcV]$|-help|-version)/;

/** Commands that only make ready for what the entry is about, or ask whether it shall run. */
const PREPARING = new Set('[ [[ test cd . source set umask ulimit export sleep true :'.split(' '));

interface Started {
  readonly subject: Word;
  readonly fact: Fact;
  readonly by: 'command' | 'init';
}

function byInit({ program, args }: Command): readonly Started[] {
  const plain = args.filter((arg) => !arg.text.startsWith('-'));
  const script = INIT_SCRIPT.exec(unquoted(program.text))?.[1];
  if (script !== undefined) {
    const fact = factByScript(script);
    return fact && STARTING.has(plain[0]?.text ?? '') ? [{ subject: program, fact, by: 'init' }] : [];
  }
  const tool = baseName(program.text);
  const order = Object.hasOwn(INIT_TOOLS, tool) ? INIT_TOOLS[tool] : undefined;
  if (order === undefined) return [];
  const [first, second] = plain;
  const action = order === 'name-first' ? second : first;
  if (!STARTING.has(action?.text ?? '')) return [];
  const names = order === 'name-first' ? plain.slice(0, 1) : plain.slice(1);
  return names.flatMap((subject): Started[] => {
    const fact = factByScript(subject.text) ?? factByUnit(subject.text);
    return fact ? [{ subject, fact, by: 'init' }] : [];
  });
}

/** What start-stop-daemon starts: the word behind `--exec` or its like. */
function supervised(command: Command): Command {
  const { program, args } = command;
  if (baseName(program.text) !== 'start-stop-daemon' || !args.some(({ text }) => /^(?:--start|-\w*S)/.test(text))) return command;
  const at = args.findIndex(({ text }) => /^(?:--exec|--startas|-\w*[xa])$/.test(text));
  const started = at === -1 ? undefined : args[at + 1];
  return started === undefined ? command : { ...command, program: started, args: args.slice(at + 2) };
}

function byCommand(command: Command): readonly Started[] {
  const { program, args } = supervised(command);
  const path = unquoted(program.text);
  // An init script has its daemon's name, and starts it only when told so.
  if (INIT_SCRIPT.test(path)) return [];
  const fact = factByProgram(path) ?? factByCommand(path);
  if (fact === undefined) return [];
  if (fact.id === 'atd' && args.some(({ text }) => ASKING.test(text))) return [];
  const needed = fact.daemonArguments;
  const starts = needed === undefined || args.some((arg) => needed.some((argument) => arg.text.startsWith(argument)));
  return starts ? [{ subject: program, fact, by: 'command' }] : [];
}

const token = (word: Word): Token<'program'> => ({ ...word, role: 'program' });

/** True when the entry does nothing but start daemons: no other work is lost when it is turned off. */
export function onlyStarts(text: string, shape: EntryShape, end: number): boolean {
  const command = commandOf(shape);
  if (command === undefined) return false;
  return commandsIn(text, command.span.start, end).every(
    (one) => PREPARING.has(one.program.text) || byInit(one).length > 0 || byCommand(one).length > 0 || isQuestion(one),
  );
}

/** A command that only asks whether the daemon runs. */
const isQuestion = ({ program, args }: Command): boolean =>
  /^(?:pgrep|pidof|ps|grep|egrep|which|type|hash)$/.test(baseName(program.text)) ||
  ((INIT_SCRIPT.test(program.text) || Object.hasOwn(INIT_TOOLS, baseName(program.text))) &&
    args.some(({ text }) => /^(?:status|is-active|is-enabled|is-failed)$/.test(text)));

/** `text` holds the entry; `end` is where its command ends: at the first unescaped `%` or the line's end. */
export function launchesOf(text: string, shape: EntryShape, end: number, state: Launch['state']): Launch[] {
  const command = commandOf(shape);
  if (command === undefined) return [];
  const commands = commandsIn(text, command.span.start, end);
  const when: Launch['when'] = shape.macro?.text === '@reboot' ? { type: 'boot' } : { type: 'clock' };
  const user: Token | undefined = shape.user && { ...shape.user, role: 'user' };
  const started = commands.flatMap((command) => [...byInit(command), ...byCommand(command)]);
  const plain = commands.find(({ program }) => !PREPARING.has(program.text)) ?? commands[0];
  if (started.length === 0 && plain)
    return [{ subject: token(plain.program), program: token(plain.program), ...(user && { user }), state, when }];
  return started.map(({ subject, fact, by }) => ({
    subject: token(subject),
    ...(by === 'command' && { program: token(subject) }),
    ...(user && { user }),
    fact: fact.id,
    state,
    when,
    by,
  }));
}
