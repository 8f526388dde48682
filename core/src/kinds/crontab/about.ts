/** What an entry means as a whole: its schedule in words, and its next runs. */
import type { Context } from '../../model/context.js';
import { aboutJob } from './anacron/words.js';
import { dialects } from './dialects.js';
import type { CrontabLine } from './model.js';
import { listed } from './schedule/lists.js';
import { runsAfter } from './schedule/next.js';
import { scheduleWords } from './schedule/words.js';
import { offsetAt, type Zone } from './schedule/zone.js';
import { type Timing, timingOf } from './timing.js';

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

function nextRuns({ schedule, clock }: Timing, zone: Zone, now: number): string[] {
  const times: string[] = [];
  for (const run of runsAfter(schedule, now, zone, clock)) {
    if (times.push(timeIn(zone, run)) >= RUNS) break;
  }
  return times;
}

/** Who heeds CRON_TZ. */
const heeding = listed(dialects.flatMap(({ title, zonedClock }) => (zonedClock ? [title] : [])));

/** In Markdown; undefined for lines that are no entries. `now`: milliseconds since 1970. */
export function aboutLine(line: CrontabLine, context: Context, now: number): string | undefined {
  if (line.job) return aboutJob(line.job);
  const timing = timingOf(line, context);
  if (timing === undefined) return undefined;
  const { schedule, zone, zoneName } = timing;
  const words = `**Runs**: ${scheduleWords(schedule)}.`;
  if (line.type === 'commented' || schedule.type !== 'times') return words;
  // Who heeds CRON_TZ runs the entry by that zone, who does not by the host's: neither list of times would hold for both.
  if (line.carried?.zone !== undefined && context.dialects.length > 1)
    return `${words} The CRON_TZ above moves it to ${line.carried.zone} where the cron heeds it: ${heeding} does.`;
  const times = zone === undefined || schedule.random ? [] : nextRuns(timing, zone, now);
  return times.length === 0 ? words : `${words}\n\n**Next, in ${zoneName}**:\n${times.map((time) => `- ${time}`).join('\n')}`;
}
