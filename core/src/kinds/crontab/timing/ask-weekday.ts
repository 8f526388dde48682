/** A day of the month that must be a certain day of the week: said by the two fields of days in no cron, and by a command in all. */
import type { Fix } from '../../../model/finding.js';
import { insert, replace } from '../../../text/edit.js';
import { pieces } from '../../../text/shell/shell.js';
import { weekdayName } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import { commandOf } from '../reading/shape.js';

const SUNDAY = 7;

/** Lets the days of the month decide, and the shell ask for the weekday: `date +%u` counts from Monday, Sunday is 7. */
export function askForWeekday(line: CrontabLine, weekday: number): Fix[] {
  const field = line.shape?.fields[4];
  const command = line.shape && commandOf(line.shape);
  // A job below a CRON_TZ has a schedule by one zone and a date by another.
  if (field === undefined || command === undefined || line.carried?.zone !== undefined) return [];
  const { end } = command.span;
  // Behind options of the job, where the cron has such.
  const start = line.tokens.some(({ role }) => role === 'option')
    ? (line.tokens.find(({ role }) => role === 'command')?.span.start ?? end)
    : command.span.start;
  const isOne = pieces(line.text, start, Math.min(end, line.commandEnd ?? end)).length === 1;
  const test = `[ "$(date +\\%u)" = ${weekday === 0 ? SUNDAY : weekday} ]`;
  return [
    {
      title: `Run it on the days of the month that are ${weekdayName(weekday)}s: let the command ask for the day of the week`,
      edits: [replace(field, '*'), insert(start, isOne ? `${test} && ` : `${test} || exit 0; `)],
      safe: false,
    },
  ];
}
