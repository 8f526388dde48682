/** Runs that a change of the clocks takes away or doubles. */
import type { Context } from '../../../model/context.js';
import type { Fix } from '../../../model/finding.js';
import type { Report, Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { titles } from '../dialects/titles.js';
import { NONE, valuesOf, withValue } from '../fields/bits.js';
import type { CrontabLine } from '../model.js';
import { type Jump, jumpsIn } from '../schedule/clock-changes.js';
import { MINUTE } from '../schedule/zone.js';
import type { Timing } from '../timing/timing.js';
import { timingsOf } from '../timing/timings.js';

const YEAR = 366 * 24 * 60 * MINUTE;

/** A change moves the clocks by an hour or two: what lies so many hours later is clear of it. */
const FARTHER = 3;

/** `2026-03-29 at 02:30`. */
const timeOf = (wall: number): string => {
  const iso = new Date(wall * MINUTE).toISOString();
  return `${iso.slice(0, 10)} at ${iso.slice(11, 16)}`;
};

/** True for an entry with `*` first in minute or hour that names more hours than one: it follows the wall clock by design, and runs in others of them. */
const isSteady = ({ wild, hours }: Timing['schedule']): boolean => wild && valuesOf(hours).length > 1;

/** The changes of the coming year that take runs away or double them. */
function upsetsOf({ schedule, zone, zoneName, clock }: Timing, line: CrontabLine, { now, zoneNamed }: Context): readonly Jump[] {
  // The zone of the machine that does the review says nothing of the host that the file is for.
  const isNamed = zoneNamed === true || (line.carried?.zone !== undefined && zoneName === line.carried?.zone);
  if (zone === undefined || !isNamed || schedule.type !== 'times' || schedule.random || isSteady(schedule)) return [];
  return jumpsIn(schedule, now, now + YEAR, zone, clock).filter(({ effect }) => effect !== 'moved');
}

function said({ effect, due, last, count }: Jump): string {
  if (count === 1) return `${effect === 'doubled' ? 'it runs twice on' : 'it does not run on'} ${timeOf(due)}`;
  return `its ${count} runs from ${timeOf(due)} to ${timeOf(last).slice(-5)} ${effect === 'doubled' ? 'come twice' : 'do not come'}`;
}

/** The nearest later hour at which all goes well, where one hour is named. */
function later(line: CrontabLine, timings: readonly Timing[], context: Context): Fix[] {
  const [hour, ...more] = timings[0] ? valuesOf(timings[0].schedule.hours) : [];
  const field = line.shape?.fields[1];
  if (field === undefined || hour === undefined || more.length > 0) return [];
  for (let next = hour + 1; next <= Math.min(23, hour + FARTHER); next++) {
    const hours = withValue(NONE, next);
    const isClear = timings.every((timing) => {
      const moved = { ...timing, schedule: { ...timing.schedule, hours } };
      return upsetsOf(moved, line, context).length === 0;
    });
    if (isClear)
      return [{ title: `Run it at hour ${next}, past the change of the clocks`, edits: [replace(field, String(next))], safe: false }];
  }
  return [];
}

function* reportsOn(line: CrontabLine, context: Context): Iterable<Report> {
  const timings = timingsOf(line, context);
  const upset = timings.filter((timing) => upsetsOf(timing, line, context).length > 0);
  const [first] = upset;
  const hour = line.shape?.fields[1] ?? line.shape?.macro;
  if (first === undefined || hour === undefined) return;
  const times = upsetsOf(first, line, context).map(said);
  const where = upset.length === timings.length ? '' : ` with ${titles(upset)}`;
  yield {
    at: hour,
    message: `The clocks of ${first.zoneName} change at this time: ${times.join(', and ')}${where}. Move it to an hour that comes once on every day.`,
    fixes: later(line, upset, context),
  };
}

export const dst: Rule<CrontabLine> = {
  id: 'crontab/dst',
  severity: 'info',
  docs: {
    summary: 'The entry misses a run, or runs twice, on a day on which the clocks change.',
    why: "In spring an hour is left out of the day, in autumn one comes twice. Most crons make up for that, but BusyBox's crond does not, and neither does cronie for entries below a CRON_TZ. Entries with `*` first in minute or hour follow the wall clock with the crons of Debian and OpenBSD and with cronie: `*/15 2 * * *` has no runs on the one day, and eight on the other. It is said only where the zone is known: by a CRON_TZ in the file or by the settings of the project. The zone of the machine that does the review says nothing of the host.",
    remedy: 'Move the entry to an hour that comes once on every day.',
    bad: [
      { path: '/etc/cron.d/report', text: 'CRON_TZ=America/Chicago\n30 2 * * * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: 'CRON_TZ=America/New_York\n15 1 * * * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: 'CRON_TZ=America/Chicago\n*/15 2 * * * root /usr/local/bin/report\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: '30 2 * * * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: 'CRON_TZ=UTC\n30 2 * * * root /usr/local/bin/report\n' },
      {
        path: '/etc/cron.d/report',
        text: 'CRON_TZ=America/Chicago\n*/10 1-4 * * * root /usr/local/bin/report\n30 0-23 * * * root /usr/local/bin/poll\n',
      },
      { path: '/etc/cron.d/report', text: 'TZ=Europe/Berlin\n30 2 * * * root /usr/local/bin/report\n' },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: 'CRON_TZ=America/Chicago\n30 3 * * * root /usr/local/bin/report\n' },
  },
  types: ['entry'],
  checkLine: (line, context) => (context.zoneNamed === true || line.carried?.zone !== undefined ? reportsOn(line, context) : undefined),
};
