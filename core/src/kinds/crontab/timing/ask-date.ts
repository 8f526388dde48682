/** Days that no fields can say, and that the command can ask date(1) for: a weekday among days of the month, and the last of the month. */
import type { Fix } from '../../../model/finding.js';
import { type Edit, insert, replace } from '../../../text/edit.js';
import { pieces } from '../../../text/shell/shell.js';
import { dialectsNamed } from '../dialects/dialects.js';
import { weekdayName } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import { commandOf } from '../reading/shape.js';

/** Puts a test before the command, so that all of it runs only where that is true; undefined where date(1) may tell another day than cron went by. */
function asking(line: CrontabLine, test: string): Edit | undefined {
  const command = line.shape && commandOf(line.shape);
  // A job below a CRON_TZ has a schedule by one zone and a date by another.
  if (command === undefined || line.carried?.zone !== undefined) return undefined;
  const { end } = command.span;
  // Behind options of the job, where the cron has such.
  const start = line.tokens.some(({ role }) => role === 'option')
    ? (line.tokens.find(({ role }) => role === 'command')?.span.start ?? end)
    : command.span.start;
  const isOne = pieces(line.text, start, Math.min(end, line.commandEnd ?? end)).length === 1;
  return insert(start, isOne ? `${test} && ` : `${test} || exit 0; `);
}

const SUNDAY = 7;

/** Lets the days of the month decide, and the shell ask for the weekday: `date +%u` counts from Monday, Sunday is 7. */
export function askForWeekday(line: CrontabLine, weekday: number): Fix[] {
  const field = line.shape?.fields[4];
  const test = asking(line, `[ "$(date +\\%u)" = ${weekday === 0 ? SUNDAY : weekday} ]`);
  if (field === undefined || test === undefined) return [];
  const title = `Run it on the days of the month that are ${weekdayName(weekday)}s: let the command ask for the day of the week`;
  return [{ title, edits: [replace(field, '*'), test], safe: false }];
}

/** Runs the entry on the days of the month that may be the last, and lets the shell ask whether tomorrow is the first. `dialects`: those in question. */
export function askForLastDay(line: CrontabLine, dialects: readonly string[]): Fix[] {
  const field = line.shape?.fields[2];
  const [tomorrow, ...others] = new Set(dialectsNamed(dialects).map((dialect) => dialect.tomorrow));
  if (field === undefined || tomorrow === undefined || others.length > 0) return [];
  const test = asking(line, `[ "$(${tomorrow.replace('%', '\\%')})" = 01 ]`);
  if (test === undefined) return [];
  return [
    { title: 'Run it on the last day of each month: let the command ask for it', edits: [replace(field, '28-31'), test], safe: false },
  ];
}
