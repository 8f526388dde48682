/** What a crontab entry launches: the daemons that its command starts, and the first program it runs. */

import type { Fact } from '../../knowledge/fact.js';
import { factByCommand, factByProgram, factByScript, factByUnit } from '../../knowledge/index.js';
import type { Launch, Token } from '../../model/line.js';
import type { Word } from '../../text/words.js';
import { baseName, type Command, commandsIn, unquoted } from './commands.js';
import type { EntryShape } from './shape.js';

const STARTING = new Set([
  'start',
  'restart',
  'reload',
  'force-reload',
  'try-restart',
  'condrestart',
  'enable',
  'onestart',
  'onerestart',
  'on',
]);

/** Programs that ask the init system to start the service they are given, and where its name stands: before or after the action. */
const INIT_TOOLS: Readonly<Record<string, 'name-first' | 'action-first'>> = {
  service: 'name-first',
  'invoke-rc.d': 'name-first',
  'rc-service': 'name-first',
  'update-rc.d': 'name-first',
  chkconfig: 'name-first',
  systemctl: 'action-first',
  rcctl: 'action-first',
};

const INIT_SCRIPT = /(?:^|\/)(?:init\.d|rc\.d)\/([^/]+)$/;

interface Started {
  readonly subject: Word;
  readonly fact: Fact;
  readonly by: 'command' | 'init';
}

function byInit({ program, args }: Command): Started | undefined {
  const plain = args.filter((arg) => !arg.text.startsWith('-'));
  const script = INIT_SCRIPT.exec(unquoted(program.text))?.[1];
  if (script !== undefined) {
    const fact = factByScript(script);
    return fact && STARTING.has(plain[0]?.text ?? '') ? { subject: program, fact, by: 'init' } : undefined;
  }
  const tool = baseName(program.text);
  const order = Object.hasOwn(INIT_TOOLS, tool) ? INIT_TOOLS[tool] : undefined;
  if (order === undefined) return undefined;
  const [first, second] = plain;
  const action = order === 'name-first' ? second : first;
  const name = order === 'name-first' ? first : second;
  if (name === undefined || action === undefined || !STARTING.has(action.text)) return undefined;
  const fact = factByScript(name.text) ?? factByUnit(name.text);
  return fact && { subject: name, fact, by: 'init' };
}

function byCommand({ program, args }: Command): Started | undefined {
  const path = unquoted(program.text);
  const fact = factByProgram(path) ?? factByCommand(path);
  if (fact === undefined) return undefined;
  const needed = fact.daemonArguments;
  const starts = needed === undefined || args.some((arg) => needed.some((argument) => arg.text.startsWith(argument)));
  return starts ? { subject: program, fact, by: 'command' } : undefined;
}

const token = (word: Word): Token<'program'> => ({ ...word, role: 'program' });

/** `text` holds the entry; `end` is where its command ends: at the first unescaped `%` or the line's end. */
export function launchesOf(text: string, shape: EntryShape, end: number, state: Launch['state']): Launch[] {
  if (shape.command === undefined) return [];
  const commands = commandsIn(text, shape.command.span.start, end);
  const when: Launch['when'] = shape.macro?.text === '@reboot' ? { type: 'boot' } : { type: 'clock' };
  const user: Token | undefined = shape.user && { ...shape.user, role: 'user' };
  const started = commands.flatMap((command) => byInit(command) ?? byCommand(command) ?? []);
  if (started.length === 0 && commands[0])
    return [{ subject: token(commands[0].program), program: token(commands[0].program), ...(user && { user }), state, when }];
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
