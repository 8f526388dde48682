/** A day of the month and a day of the week in one entry. */
import type { Context } from '../../../model/context.js';
import type { Report, Rule } from '../../../model/rule.js';
import { titles } from '../dialects/titles.js';
import { valuesOf } from '../fields/bits.js';
import { weekdayName } from '../fields/spec.js';
import type { CrontabLine } from '../model.js';
import type { Schedule } from '../schedule/schedule.js';
import { neverRuns, scheduleWords } from '../schedule/words.js';
import { askForWeekday } from '../timing/ask-date.js';
import { byTimes } from '../timing/by-times.js';
import type { Timing } from '../timing/timing.js';
import { timingsOf } from '../timing/timings.js';

const WEEK = 7;

const weekdaysOf = ({ weekdays }: Schedule): number[] => valuesOf(weekdays).filter((value) => value < WEEK);

/** False for a plain star for the days of the month or for those of the week: most entries have one. */
const setsBoth = byTimes(({ shape }) => {
  const [, , day, , weekday] = shape?.fields ?? [];
  return day !== undefined && weekday !== undefined && day.text !== '*' && weekday.text !== '*';
});

/** True where a reader may take it for something else: both fields say something, or one of them makes the other void. */
function isTrap({ schedule }: Timing): boolean {
  const days = valuesOf(schedule.days).filter((value) => value > 0).length;
  const weekdays = weekdaysOf(schedule).length;
  // A field that holds all days, and lets the other decide, means what it says.
  if (schedule.dayMatch === 'and' && (days === 31 || weekdays === WEEK)) return false;
  return neverRuns(schedule) === undefined;
}

/** The weekday of `1-7` with Monday and its like: the first, second and so on of the month, as people mean it. */
function nthWeekday(schedule: Schedule): number | undefined {
  const days = valuesOf(schedule.days);
  const [first = 0] = days;
  const [weekday, ...more] = weekdaysOf(schedule);
  const isWeek = days.length === WEEK && days.at(-1) === first + WEEK - 1 && (first % WEEK === 1 || first === 25);
  return schedule.dayMatch === 'or' && isWeek && more.length === 0 ? weekday : undefined;
}

/** How one cron joins the two fields, and when the entry runs for it. */
function told({ schedule }: Timing, starred: boolean): string {
  if (schedule.dayMatch === 'or') return `it runs when either of them matches: ${scheduleWords(schedule)}`;
  return `it runs on days that match both${starred ? ', since one of the two fields begins with “*”' : ''}: ${scheduleWords(schedule)}`;
}

/** What the crons in question make of it; those that agree are told together. */
function meaning(timings: readonly Timing[], starred: boolean): string {
  const groups = (['and', 'or'] as const)
    .map((match) => timings.filter(({ schedule }) => schedule.dayMatch === match))
    .filter((group) => group.length > 0);
  return groups.map((group) => `${groups.length === 1 ? '' : `to ${titles(group)} `}${group[0] ? told(group[0], starred) : ''}`).join('; ');
}

function reportOf(line: CrontabLine, timings: readonly Timing[]): Report | undefined {
  const [day, , weekday] = line.shape?.fields.slice(2) ?? [];
  const [first] = timings;
  if (day === undefined || weekday === undefined || first === undefined) return undefined;
  const at = { span: { start: day.span.start, end: weekday.span.end } };
  const means = meaning(timings, day.text.startsWith('*') || weekday.text.startsWith('*'));
  const nth = nthWeekday(first.schedule);
  if (nth === undefined) return { at, message: `A day of the month and a day of the week are both set: ${means}.` };
  return {
    at,
    severity: 'warning',
    message: `This does not mean the ${weekdayName(nth)} of that week alone: ${means}. Let the command ask for the day of the week, or leave one of the fields “*”.`,
    fixes: askForWeekday(line, nth),
  };
}

export const dayMatch: Rule<CrontabLine> = {
  id: 'crontab/day-match',
  severity: 'info',
  docs: {
    summary: 'A day of the month and a day of the week are both set.',
    why: 'Cron then runs the entry when either of them matches. Only where one of the two fields begins with `*` must both match, and the cron of BusyBox does not look at how the field is written. “The first Monday” cannot be said this way.',
    remedy: 'Read what is said of the entry. To have both match, leave the day of the week `*` and let the command ask for it.',
    bad: [
      { path: '/etc/cron.d/report', text: '0 6 1-7 * 1 root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '0 0 */2 * 1 root /usr/local/bin/report\n' },
      { path: '/var/spool/cron/ann', text: '0 0 1,15 * fri /home/ann/bin/report\n' },
      { path: '/var/spool/cron/ann', text: '0 0 1-31 * 1 /home/ann/bin/report\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: '0 0 */1 * 1 root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '0 6 1-7 * * root [ "$(date +\\%u)" = 1 ] && /usr/local/bin/report\n' },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: '0 6 1-7 * * root /usr/local/bin/report\n' },
  },
  types: ['entry'],
  concerns: setsBoth,
  *checkLine(line, context: Context) {
    const [, , day, , weekday] = line.shape?.fields ?? [];
    if (day === undefined || weekday === undefined || day.text === '*' || weekday.text === '*') return;
    const timings = timingsOf(line, context).filter(({ schedule }) => schedule.type === 'times');
    if (!timings.some(isTrap)) return;
    const report = reportOf(line, timings);
    if (report) yield report;
  },
};
