/** What an entry gives to the shell, taken apart once for all the rules that ask. */

import type { CrontabLine } from '../model.js';
import { commandOf } from '../reading/shape.js';
import { isTemplated } from '../reading/template.js';
import { type Run, runsIn } from './commands.js';
import { percentIn } from './percent.js';

export interface CommandLine {
  /** Offsets in the Line of the command, without flags of cron before it and without its input. */
  readonly start: number;
  readonly end: number;
  readonly runs: readonly Run[];
}

/** The one that was asked for last: all rules ask for the same line before the next. */
let last: { readonly line?: CrontabLine; readonly found: CommandLine | undefined } = { found: undefined };

function read(line: CrontabLine): CommandLine | undefined {
  const command = line.type === 'entry' && line.shape ? commandOf(line.shape) : undefined;
  if (command === undefined || isTemplated(line.text)) return undefined;
  const { start } = command.span;
  const end = Math.min(command.span.end, percentIn(line.text, start));
  return { start, end, runs: runsIn(line.text, start, end) };
}

/** Of an entry that is on; undefined where there is no command, or only a template of one. Offsets in it are relative to the Line. */
export function commandLineOf(line: CrontabLine): CommandLine | undefined {
  if (last.line !== line) last = { line, found: read(line) };
  return last.found;
}

/** The same of a job of anacron; undefined where it has a backslash, too: anacron drops those, and the shell reads another text. */
export function jobLineOf({ type, text, job }: CrontabLine): CommandLine | undefined {
  if (type !== 'entry' || job === undefined || job.command.text.includes('\\') || isTemplated(text)) return undefined;
  const { start, end } = job.command.span;
  return { start, end, runs: runsIn(text, start, end) };
}
