/** What starts the service of an entry: the lines of its section `[Timer]`, or the reason why there are none. */
import { valuesOf } from '../fields/bits.js';
import type { EntryShape } from '../reading/shape.js';
import { countWall } from '../schedule/count.js';
import type { Schedule } from '../schedule/schedule.js';
import { neverRuns, passedWords } from '../schedule/words.js';
import { sampleOf } from '../timing/sample.js';
import type { Timing } from '../timing/timing.js';
import { calendarsOf } from './calendar.js';

export type Start =
  | { readonly type: 'timer'; readonly lines: readonly string[]; readonly note?: string }
  | { readonly type: 'boot' }
  /** A clause. */
  | { readonly type: 'never'; readonly why: string };

/** systemd may be a minute late by itself; cron is not. */
const PROMPT = 'AccuracySec=1s';

const inRow = (values: readonly number[]): boolean => values.length > 1 && values.every((value, at) => value === (values[0] ?? 0) + at);

const only = (value: number) => (value < 32 ? { low: (1 << value) >>> 0, high: 0 } : { low: 0, high: (1 << (value - 32)) >>> 0 });

/** The first time that a draw may give, and how many minutes later the last one is: where the draw is of minutes in a row; undefined elsewhere. */
function drawnSpan(schedule: Schedule): { readonly from: Schedule; readonly minutes: number } | undefined {
  const [minute, hour, ...days] = schedule.draws;
  const minutes = valuesOf(schedule.minutes);
  const hours = valuesOf(schedule.hours);
  if (minute !== 'one' || !inRow(minutes) || days.some((draw) => draw !== 'none')) return undefined;
  const from = { ...schedule, minutes: only(minutes[0] ?? 0) };
  if (hour === 'none') return { from, minutes: minutes.length - 1 };
  if (hour !== 'one' || minutes.length < 60 || !inRow(hours)) return undefined;
  return { from: { ...from, hours: only(hours[0] ?? 0) }, minutes: hours.length * 60 - 1 };
}

function randomTimer(shape: EntryShape, timing: Timing, zone: string): Start {
  const drawn = drawnSpan(timing.schedule);
  if (drawn) {
    const events = calendarsOf(drawn.from, zone).map((event) => `OnCalendar=${event}`);
    return {
      type: 'timer',
      lines: [...events, `RandomizedDelaySec=${drawn.minutes}min`, 'FixedRandomDelay=true', PROMPT],
      note: 'cron draws the minute anew when it reads the crontab; systemd draws a delay once for each host and timer, to the second.',
    };
  }
  const sample = sampleOf(shape, timing);
  return {
    type: 'timer',
    lines: [...calendarsOf(sample, zone).map((event) => `OnCalendar=${event}`), PROMPT],
    note: 'cron draws the time when it reads the crontab, and systemd can draw no such one: this is one of those that it may draw.',
  };
}

const ASKED = 'it runs only when a job waits for it, or cron.update names it';

/** By the time since the last run, where dcron lets it run at any time; else at each of its times, which are more than dcron runs it at. */
function elapsedTimer(schedule: Schedule, zone: string): Start {
  const { every = 0, fromEnd } = schedule;
  if (fromEnd) return { type: 'timer', lines: [`OnActiveSec=${every}`, `OnUnitInactiveSec=${every}`, PROMPT] };
  if (countWall(schedule, 0, WEEK) === WEEK)
    return {
      type: 'timer',
      lines: [`OnActiveSec=${every}`, `OnUnitActiveSec=${every}`, PROMPT],
      note: 'dcron keeps the time of the last run in a file; systemd counts anew after a boot.',
    };
  return {
    type: 'timer',
    lines: [...calendarsOf(schedule, zone).map((event) => `OnCalendar=${event}`), PROMPT],
    note: `dcron runs it once in these times, when ${passedWords(every)} since its last run; systemd runs it at each of them.`,
  };
}

/** In minutes. */
const WEEK = 7 * 24 * 60;

/** `zone`: what stands behind the times, '' for the zone of the host. */
export function startOf(shape: EntryShape, timing: Timing, zone: string): Start {
  const { schedule } = timing;
  if (schedule.type === 'reboot') return { type: 'boot' };
  if (schedule.type === 'every-second') return { type: 'timer', lines: ['OnCalendar=*-*-* *:*:*', PROMPT] };
  const why = schedule.type === 'asked' ? ASKED : neverRuns(schedule);
  if (why !== undefined) return { type: 'never', why };
  if (schedule.type === 'elapsed') return elapsedTimer(schedule, zone);
  if (schedule.random) return randomTimer(shape, timing, zone);
  return { type: 'timer', lines: [...calendarsOf(schedule, zone).map((event) => `OnCalendar=${event}`), PROMPT] };
}
