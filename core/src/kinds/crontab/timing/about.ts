/** What an entry means as a whole: its schedule in words, its next runs, how many there are, and what the changes of the clocks do to them. */
import type { Context } from '../../../model/context.js';
import { aboutJob } from '../anacron/words.js';
import type { CrontabLine } from '../model.js';
import type { Clock } from '../schedule/clock.js';
import { type Jump, jumpsIn } from '../schedule/clock-changes.js';
import { countRuns } from '../schedule/count.js';
import { counted } from '../schedule/lists.js';
import { dateOf, isoIn, timeOfDay } from '../schedule/moment.js';
import { runsAfter } from '../schedule/next.js';
import { neverRuns } from '../schedule/words.js';
import { MINUTE, offsetAt, type Zone, zoneOf } from '../schedule/zone.js';
import { type Meaning, meaningsOf, titlesOf } from './meanings.js';
import { sampleOf } from './sample.js';
import type { Timing } from './timing.js';

/** So many runs are named. */
const RUNS = 5;

const YEAR = 365 * 24 * 60 * MINUTE;

/** When and where the reader is. */
interface Here {
  readonly now: number;
  readonly zone: Zone | undefined;
}

function nextRuns({ schedule, clock }: Timing, zone: Zone, here: Here): string[] {
  const times: string[] = [];
  for (const run of runsAfter(schedule, here.now, zone, clock)) {
    const away = here.zone && offsetAt(here.zone, run) !== offsetAt(zone, run) ? `; local time ${isoIn(here.zone, run)}` : '';
    if (times.push(`- ${isoIn(zone, run)}${away}`) >= RUNS) break;
  }
  return times;
}

/** `1,234` */
const grouped = (count: number): string => String(count).replace(/\B(?=(?:\d{3})+$)/g, ',');

function howOften(line: CrontabLine, timing: Timing, zone: Zone, now: number): string | undefined {
  const { schedule, clock } = timing;
  const sample = line.shape ? sampleOf(line.shape, timing) : schedule;
  const count = countRuns(sample, now, now + YEAR, zone, clock);
  if (count === 0 && !schedule.random) return 'No run in the coming 365 days.';
  return `**Runs a year**: ${schedule.random ? 'about ' : ''}${grouped(count)}${schedule.random ? '' : ', in the coming 365 days'}.`;
}

const wall = (minute: number): Date => new Date(minute * MINUTE);
const at = (minute: number): string => timeOfDay(wall(minute));

function jumpWords({ before, first, effect, count, due, to }: Jump): string {
  const day = `${dateOf(wall(Math.min(before, first)))}, when the clocks go ${first > before ? 'forward' : 'back'} from ${at(before)} to ${at(first)}`;
  const run = count === 1 ? `the run at ${at(due)}` : `${counted(count, 'run')} from ${at(due)} on`;
  if (effect === 'moved') return `${day}: ${run} ${count === 1 ? 'comes' : 'come as one'} at ${at(to ?? first)}.`;
  const many = count === 1;
  return effect === 'skipped' ? `${day}: ${run} ${many ? 'does' : 'do'} not come.` : `${day}: ${run} ${many ? 'comes' : 'come'} twice.`;
}

/** What the clocks do, in the words of each of `timings`; those of crons that do the same side by side. */
function jumpNotes(timings: readonly Timing[], zone: Zone, now: number): string[] {
  const byClock = new Map<Clock, Timing[]>();
  for (const timing of timings) byClock.set(timing.clock, [...(byClock.get(timing.clock) ?? []), timing]);
  const byNote = new Map<string, Timing[]>();
  for (const same of byClock.values()) {
    const [first] = same;
    if (first === undefined) continue;
    for (const jump of jumpsIn(first.schedule, now, now + YEAR, zone, first.clock)) {
      const note = jumpWords(jump);
      byNote.set(note, [...(byNote.get(note) ?? []), ...same]);
    }
  }
  return [...byNote].map(([note, whose]) => `- ${note}${whose.length === timings.length ? '' : ` So with ${titlesOf(whose)}.`}`);
}

/** What follows the words of one meaning. */
function* details(line: CrontabLine, { timings, zoneName }: Meaning, here: Here): Iterable<string> {
  const [timing] = timings;
  const { schedule, zone } = timing;
  if (line.type === 'commented' || schedule.type !== 'times' || neverRuns(schedule) !== undefined) return;
  if (zone === undefined) {
    yield `No time zone is called \`${zoneName}\`: the C library takes it for UTC.`;
    return;
  }
  const times = schedule.random ? [] : nextRuns(timing, zone, here);
  if (times.length > 0) yield `**Next, in ${zoneName}**:\n${times.join('\n')}`;
  const often = howOften(line, timing, zone, here.now);
  if (often !== undefined) yield often;
  const notes = schedule.random ? [] : jumpNotes(timings, zone, here.now);
  if (notes.length > 0) yield `**Changes of the clocks**:\n${notes.join('\n')}`;
}

/** In Markdown; undefined for lines that are no entries. Where crons differ, each meaning by its own. `now`: milliseconds since 1970; `zone`: IANA name of where the reader is. */
export function aboutLine(line: CrontabLine, context: Context, now: number, zone: string): string | undefined {
  if (line.job) return aboutJob(line.job);
  const meanings = meaningsOf(line, context);
  if (meanings.length === 0) return undefined;
  const here = { now, zone: zoneOf(zone) };
  const whose = ({ timings }: Meaning): string => (meanings.length === 1 ? '' : ` by ${titlesOf(timings)}`);
  return meanings
    .map((meaning) => [`**Runs${whose(meaning)}**: ${meaning.words}.`, ...details(line, meaning, here)].join('\n\n'))
    .join('\n\n');
}
