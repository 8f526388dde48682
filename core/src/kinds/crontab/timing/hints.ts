/** What the editor shows behind an entry: its schedule in words, and its next run. */
import type { Context } from '../../../model/context.js';
import type { Hint } from '../../../model/editing.js';
import { withoutLineEnd } from '../../../text/lines.js';
import type { CrontabLine } from '../model.js';
import { dayEnd, soonIn } from '../schedule/moment.js';
import { nextRun } from '../schedule/next.js';
import { neverRuns } from '../schedule/words.js';
import { meaningsOf, titlesOf } from './meanings.js';
import type { Timing } from './timing.js';

const lowered = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);

/** The next run, where there is one time that can be named. */
function nextHint({ schedule, zone, clock }: Timing, at: number, now: number): Hint | undefined {
  if (zone === undefined || schedule.random || schedule.type !== 'times') return undefined;
  const run = nextRun(schedule, now, zone, clock);
  if (run === undefined) return undefined;
  return { about: 'next', at, text: `next ${soonIn(zone, run, now)}`, until: Math.min(run, dayEnd(zone, now)) };
}

/** Of an entry that cron reads: a commented-out one gets none. `now`: milliseconds since 1970. */
export function hints(line: CrontabLine, context: Context, now: number): readonly Hint[] {
  if (line.type !== 'entry') return [];
  const [first, ...others] = meaningsOf(line, context);
  if (first === undefined) return [];
  const at = withoutLineEnd(line.text).length;
  // Where crons differ there is no one next run; the hover tells them apart.
  if (others.length > 0) return [{ about: 'words', at, text: `${lowered(first.words)} by ${titlesOf(first.timings)}, others differ` }];
  const [timing] = first.timings;
  if (neverRuns(timing.schedule) !== undefined) return [{ at, text: 'never runs' }];
  const next = first.timings.every(({ clock }) => clock === timing.clock) ? nextHint(timing, at, now) : agreed(first.timings, at, now);
  return [{ about: 'words', at, text: lowered(first.words) }, ...(next ? [next] : [])];
}

/** The next run where the clocks of all the crons in question come to the same one: they part at a change of the clocks alone. */
function agreed(timings: readonly Timing[], at: number, now: number): Hint | undefined {
  const [first, ...others] = timings.map((timing) => nextHint(timing, at, now));
  return others.every((other) => other?.text === first?.text) ? first : undefined;
}
