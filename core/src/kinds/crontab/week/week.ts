/** The week of a crontab. */
import type { Document } from '../../../model/document.js';
import type { WhereRun } from '../../../model/kind.js';
import type { Apart, Week, WeekDay, WeekHour, WeekJob } from '../../../model/week.js';
import type { CrontabLine } from '../model.js';
import { commandOf } from '../reading/shape.js';
import { neverRuns, scheduleWords } from '../schedule/words.js';
import { MINUTE, type Zone, zoneOf } from '../schedule/zone.js';
import { type OpenEntry, openEntry, openWords } from '../timing/open.js';
import { type Timing, timingOf } from '../timing/timing.js';
import { type Calendar, calendarOf, DAY } from './calendar.js';
import { startsIn } from './starts.js';
import { Tally } from './tally.js';

interface Timed {
  readonly index: number;
  readonly line: CrontabLine;
  readonly timing: Timing;
}

/** One whose times a template fills in. */
interface Open {
  readonly index: number;
  readonly open: OpenEntry;
}

const entriesOf = ({ lines, form }: Document<CrontabLine>, where: WhereRun): (Timed | Open)[] =>
  lines.flatMap((line, index): (Timed | Open)[] => {
    const timing = line.type === 'entry' ? timingOf(line, where) : undefined;
    if (timing) return [{ index, line, timing }];
    const open = openEntry(line, form);
    return open ? [{ index, open }] : [];
  });

const openJob = ({ index, open }: Open): WeekJob => ({
  line: index,
  command: open.command,
  ...(open.user !== undefined && { user: open.user }),
  words: openWords(open),
  runs: 0,
  apart: 'open',
});

function apartOf({ schedule, zone }: Timing): Apart | undefined {
  if (schedule.type === 'reboot') return 'startup';
  if (schedule.type === 'every-second' || schedule.type === 'asked') return schedule.type;
  if (neverRuns(schedule) !== undefined) return 'never';
  if (schedule.type === 'elapsed') return 'elapsed';
  if (schedule.random) return 'drawn';
  return zone === undefined ? 'unknown-zone' : undefined;
}

/** What CRON_TZ has to do with it, where it has. */
function noteOf({ line, timing }: Timed, zoneName: string): string | undefined {
  if (timing.zone === undefined) return `nobody knows the time zone ${timing.zoneName}`;
  if (timing.zoneName !== zoneName) return `by the clock of ${timing.zoneName}`;
  if (line.carried?.zone === undefined || line.carried?.zone === zoneName || timing.schedule.type === 'reboot') return undefined;
  return `not by CRON_TZ=${line.carried?.zone}, which ${timing.dialect.title} does not heed`;
}

function jobOf(entry: Timed, runs: number, apart: Apart | undefined, zoneName: string): WeekJob {
  const { shape } = entry.line;
  const note = noteOf(entry, zoneName);
  return {
    line: entry.index,
    command: (shape && commandOf(shape)?.text) ?? '',
    ...(shape?.user && { user: shape.user.text }),
    words: scheduleWords(entry.timing.schedule),
    ...(note && { note }),
    runs,
    ...(apart && { apart }),
  };
}

/** The zone that all entries go by, where they agree on one: the times in the file are then those of the week. Else that of the host. */
function zoneFor(entries: readonly Timed[], where: WhereRun): { readonly name: string; readonly zone: Zone | undefined } {
  const names = new Set(entries.filter(({ timing }) => timing.zone !== undefined).map(({ timing }) => timing.zoneName));
  const [name = where.zone] = names.size === 1 ? names : [];
  return { name, zone: zoneOf(name) };
}

function daysOf({ day, stretches, changes }: Calendar, hours: readonly WeekHour[]): WeekDay[] {
  return changes.map((found, index) => {
    const own = stretches.filter(({ hour }) => Math.floor(hour / 24) === index);
    return {
      date: new Date((day + index) * DAY * MINUTE).toISOString().slice(0, 10),
      weekday: (((day + index + 4) % 7) + 7) % 7,
      minutes: own.reduce((sum, { start, end }) => sum + (end - start) / MINUTE, 0),
      changes: found,
      hours: hours.slice(index * 24, (index + 1) * 24),
    };
  });
}

/** The seven days from the one that holds the instant `from`, in milliseconds since the epoch; undefined where nothing in the file is run by a clock. */
export function week(document: Document<CrontabLine>, where: WhereRun, from: number): Week | undefined {
  const entries = entriesOf(document, where);
  const { name, zone } = zoneFor(
    entries.flatMap((entry) => ('timing' in entry ? [entry] : [])),
    where,
  );
  const utc = zone ?? zoneOf('UTC');
  if (utc === undefined) return undefined;
  const calendar = calendarOf(utc, from);
  const start = calendar.stretches[0]?.start ?? from;
  const end = calendar.stretches.at(-1)?.end ?? from;
  const tally = new Tally(calendar);
  const jobs = entries.map((entry, job) => {
    if ('open' in entry) return openJob(entry);
    const { schedule, zone: own, clock } = entry.timing;
    const apart = apartOf(entry.timing);
    const runs = apart === undefined && own ? tally.add(job, startsIn(schedule, start, end, own, clock)) : 0;
    return jobOf(entry, runs, apart, name);
  });
  return { zone: utc.name, days: daysOf(calendar, tally.hours()), jobs };
}
