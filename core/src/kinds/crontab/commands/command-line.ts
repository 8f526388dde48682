/** What an entry gives to the shell, taken apart once for all the rules that ask. */

import { type Run, runsIn } from '../../../text/shell/commands.js';
import type { Span } from '../../../text/span.js';
import { isTemplated } from '../../../text/template.js';
import type { CrontabLine } from '../model.js';
import { commandOf } from '../reading/shape.js';

/** Taken apart when somebody asks what it runs: to some it is enough to know where it stands. */
export class CommandLine {
  #runs: readonly Run[] | undefined;

  constructor(
    private readonly text: string,
    /** Offsets in the Line of the command, without flags of cron before it and without its input. */
    readonly start: number,
    readonly end: number,
  ) {}

  get runs(): readonly Run[] {
    return (this.#runs ??= runsIn(this.text, this.start, this.end));
  }
}

/** The one that was asked for last: all rules ask for the same line before the next. */
let last: { readonly line?: CrontabLine; readonly found: CommandLine | undefined } = { found: undefined };

/** A job of anacron: no `%` ends it, and what joins its lines is a blank to the shell. */
function readJob(text: string, { start, end }: Span): CommandLine | undefined {
  const joined = text.replaceAll('\\\n', '  ');
  // Anacron drops every other backslash: the shell reads another text than stands here.
  return joined.includes('\\', start) ? undefined : new CommandLine(joined, start, end);
}

function read(line: CrontabLine): CommandLine | undefined {
  const { type, text, job } = line;
  if (type !== 'entry' || isTemplated(text)) return undefined;
  if (job) return readJob(text, job.command.span);
  const command = line.shape && commandOf(line.shape);
  if (command === undefined) return undefined;
  const { start, end: whole } = command.span;
  const end = Math.min(whole, line.commandEnd ?? whole);
  return new CommandLine(text, start, end);
}

/**
 * Of an entry or a job of anacron that is on; undefined where there is no command, or only a template of one, or none as it stands. Offsets in it
 * are relative to the Line.
 */
export function commandLineOf(line: CrontabLine): CommandLine | undefined {
  if (last.line !== line) last = { line, found: read(line) };
  return last.found;
}
