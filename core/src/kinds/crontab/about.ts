/** What an entry means as a whole: its schedule in words, and its next runs. */
import type { Context } from '../../model/context.js';
import { type Dialect, dialectById } from './dialects.js';
import { type EntryReading, readEntry } from './entry.js';
import type { CrontabLine } from './model.js';
import { runsAfter } from './schedule/next.js';
import { type Schedule, scheduleOf } from './schedule/schedule.js';
import { scheduleWords } from './schedule/words.js';
import { offsetAt, type Zone, zoneOf } from './schedule/zone.js';

/** So many runs are named. */
const RUNS = 5;

const MINUTE = 60_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-23 04:05 +01:00`: the wall time of `ms` in `zone`, with its offset. */
function timeIn(zone: Zone, ms: number): string {
  const offset = offsetAt(zone, ms);
  const wall = new Date(ms + offset).toISOString();
  const away = Math.abs(offset) / MINUTE;
  return `${wall.slice(0, 10)} ${wall.slice(11, 16)} ${offset < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(Math.floor(away % 60))}`;
}

/** The first dialect in question that takes the entry, and what it makes of it. */
function readBy(
  { shape, readings }: CrontabLine,
  ids: readonly string[],
): { readonly dialect: Dialect; readonly reading: EntryReading } | undefined {
  for (const id of ids) {
    const dialect = dialectById(id);
    const reading = dialect && shape && (readings?.[id] ?? readEntry(shape, dialect));
    if (dialect && reading && reading.refused === undefined) return { dialect, reading };
  }
  return undefined;
}

function nextRuns(schedule: Schedule, zone: Zone, { clock }: Dialect, now: number): string[] {
  const times: string[] = [];
  for (const run of runsAfter(schedule, now, zone, clock)) {
    if (times.push(timeIn(zone, run)) >= RUNS) break;
  }
  return times;
}

/** In Markdown; undefined for lines that are no entries. `now`: milliseconds since 1970. */
export function aboutLine(line: CrontabLine, { dialects, zone: name }: Context, now: number): string | undefined {
  if (line.shape === undefined || (line.type !== 'entry' && line.type !== 'commented')) return undefined;
  const read = readBy(line, dialects);
  const schedule = read && scheduleOf(line.shape, read.reading, read.dialect);
  if (read === undefined || schedule === undefined) return undefined;
  const words = `**Runs**: ${scheduleWords(schedule)}.`;
  if (line.type === 'commented' || schedule.type !== 'times') return words;
  // Who heeds CRON_TZ runs the entry by that zone, who does not by the host's: neither list of times would hold for both.
  if (line.zone !== undefined) return `${words} The CRON_TZ above moves it to ${line.zone} where the cron heeds it: cronie and FreeBSD do.`;
  const zone = zoneOf(name);
  const times = zone === undefined || schedule.random ? [] : nextRuns(schedule, zone, read.dialect, now);
  return times.length === 0 ? words : `${words}\n\n**Next, in ${name}**:\n${times.map((time) => `- ${time}`).join('\n')}`;
}
