/** What a RUN of a Dockerfile does to files, and what it shows of the system. Nothing is run. */
import { commandsIn, unquoted } from '../../../core/src/index.js';
import { placed, type Stage, type Step } from './stage.js';
import { systemShownBy } from './system.js';

/** `crontab [-u USER] FILE`; undefined where it lists, edits or removes, or reads its input. */
function crontab(args: readonly string[], stage: Stage): Step | undefined {
  const file = args.find((word, at) => !word.startsWith('-') && args[at - 1] !== '-u');
  if (file === undefined || args.some((word) => /^-[a-z]*[elr]/.test(word))) return undefined;
  const user = args.includes('-u') ? args[args.indexOf('-u') + 1] : undefined;
  return { type: 'crontab', file: placed(stage, file), user: user ?? stage.user };
}

/** `cp FILE PLACE` and the like. */
function put(program: string, args: readonly string[], stage: Stage): Step | undefined {
  const [file, to] = args.filter((word) => !word.startsWith('-')).slice(-2);
  if (file === undefined || to === undefined) return undefined;
  return { type: 'put', file: placed(stage, file), to: placed(stage, to), ...(program === 'mv' && { moves: true }) };
}

const PUTS: ReadonlySet<string> = new Set(['cp', 'mv', 'ln', 'install']);

const POURED = /\bcat[ \t]+([^\s|&;<>]+)[ \t]*>>?[ \t]*([^\s|&;<>]+)/g;

/** Adds to `stage` what `commands`, a command line of the shell, does. */
export function addRun(commands: string, stage: Stage): void {
  for (const { program, args } of commandsIn(commands, 0, commands.length)) {
    const name = unquoted(program.text).replace(/^.*\//, '');
    const words = args.map(({ text }) => unquoted(text));
    stage.system = systemShownBy(name, words) ?? stage.system;
    const step = name === 'crontab' ? crontab(words, stage) : PUTS.has(name) ? put(name, words, stage) : undefined;
    if (step) stage.steps.push(step);
  }
  for (const [, file = '', to = ''] of commands.matchAll(POURED))
    stage.steps.push({ type: 'put', file: placed(stage, unquoted(file)), to: placed(stage, unquoted(to)) });
}
