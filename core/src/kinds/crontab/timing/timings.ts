/** When a live entry runs, as the rules about schedules ask for it. */
import type { Context } from '../../../model/context.js';
import { dialectById } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import type { Schedule } from '../schedule/schedule.js';
import { type Timing, timingBy } from './timing.js';

/** One for each dialect in question that takes the entry, in their order; none for what is no live entry. */
export const timingsOf = (line: CrontabLine, { dialects, zone }: Context): readonly Timing[] =>
  line.type !== 'entry' || line.shape === undefined
    ? []
    : dialects.flatMap((id) => {
        const dialect = dialectById(id);
        return (dialect && timingBy(dialect, line, zone)) ?? [];
      });

/** The schedule by the first dialect in question that takes the entry; undefined for what is no live entry. */
export function scheduleIn(line: CrontabLine, { dialects }: Context): Schedule | undefined {
  if (line.type !== 'entry') return undefined;
  for (const id of dialects) {
    const dialect = dialectById(id);
    const timing = dialect && timingBy(dialect, line, 'UTC');
    if (timing) return timing.schedule;
  }
  return undefined;
}
