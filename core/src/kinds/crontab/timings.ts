/** When a live entry runs, by each cron in question; asked by several rules, so remembered. */
import type { Context } from '../../model/context.js';
import { dialectById } from './dialects.js';
import type { CrontabLine } from './model.js';
import { type Timing, timingBy } from './timing.js';

const remembered = new WeakMap<Context, WeakMap<CrontabLine, readonly Timing[]>>();

/** One for each dialect in question that takes the entry, in their order; none for what is no live entry. */
export function timingsOf(line: CrontabLine, context: Context): readonly Timing[] {
  if (line.type !== 'entry' || line.shape === undefined) return [];
  let lines = remembered.get(context);
  if (lines === undefined) remembered.set(context, (lines = new WeakMap()));
  let timings = lines.get(line);
  if (timings === undefined) {
    timings = context.dialects.flatMap((id) => {
      const dialect = dialectById(id);
      return (dialect && timingBy(dialect, line, context.zone)) ?? [];
    });
    lines.set(line, timings);
  }
  return timings;
}
