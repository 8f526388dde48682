/** An entry that starts together with others, moved to a minute of its own. */
import type { Rewrite } from '../../../model/editing.js';
import { replace } from '../../../text/edit.js';
import { dialectById } from '../dialects/dialects.js';
import { type Bits, has, NONE, valuesOf } from '../fields/bits.js';
import type { Schedule } from '../schedule/schedule.js';
import { nextWall } from '../schedule/search.js';
import { timingOf } from '../timing/timing.js';
import type { Site } from './site.js';
import { fieldsFor } from './words.js';

const both = (a: Bits, b: Bits): Bits => ({ low: (a.low & b.low) >>> 0, high: (a.high & b.high) >>> 0 });
const either = (a: Bits, b: Bits): Bits => ({ low: (a.low | b.low) >>> 0, high: (a.high | b.high) >>> 0 });

const EVERY: Bits = { low: 0xffff_ffff, high: 0 };

/** `schedule` as schedules whose days must be in both sets. */
const parts = (schedule: Schedule): readonly Schedule[] =>
  schedule.dayMatch === 'never'
    ? []
    : schedule.dayMatch === 'and'
      ? [schedule]
      : [
          { ...schedule, dayMatch: 'and', days: EVERY },
          { ...schedule, dayMatch: 'and', weekdays: EVERY },
        ];

/** True when there is a minute that both name. */
function meet(a: Schedule, b: Schedule): boolean {
  const minutes = both(a.minutes, b.minutes);
  const hours = both(a.hours, b.hours);
  const months = both(a.months, b.months);
  if ((minutes.low | minutes.high) === 0 || hours.low === 0 || months.low === 0) return false;
  return parts(a).some((one) =>
    parts(b).some((other) => {
      const days = both(one.days, other.days);
      const weekdays = both(one.weekdays, other.weekdays);
      return nextWall({ ...a, dayMatch: 'and', minutes, hours, months, days, weekdays }, 0) < Number.POSITIVE_INFINITY;
    }),
  );
}

/** The minute furthest from all that `used` has, the next one from `own` on of several; undefined when all are used. */
function freest(used: Bits, own: number): number | undefined {
  const taken = valuesOf(used);
  const away = (minute: number) => Math.min(30, ...taken.map((other) => Math.min(Math.abs(other - minute), 60 - Math.abs(other - minute))));
  let best: number | undefined;
  for (let by = 1; by < 60; by++) {
    const minute = (own + by) % 60;
    if (!has(used, minute) && (best === undefined || away(minute) > away(best))) best = minute;
  }
  return best;
}

/** Of the other entries with times of their own: those that run every minute are met anyway. */
function otherSchedules({ document, index, context }: Site): Schedule[] {
  return document.lines.flatMap((line, at) => {
    const schedule = at === index || line.type !== 'entry' ? undefined : timingOf(line, context)?.schedule;
    return schedule?.type === 'times' && !schedule.random && valuesOf(schedule.minutes).length < 60 ? [schedule] : [];
  });
}

export function spreadRewrites(site: Site): readonly Rewrite[] {
  const { line, shape, start, time, context } = site;
  const schedule = timingOf(line, context)?.schedule;
  const fields = shape.macro ? fieldsFor(shape.macro.text) : shape.fields[0]?.text;
  const minute = /^\d+(?=\s|$)/.exec(fields ?? '')?.[0];
  if (schedule === undefined || schedule.type !== 'times' || minute === undefined) return [];
  const others = otherSchedules(site);
  if (!others.some((other) => meet(schedule, other))) return [];
  const free = freest(
    others.reduce((used, { minutes }) => either(used, minutes), NONE),
    Number(minute),
  );
  const first = shape.macro ?? shape.fields[0];
  const end = start + (first?.span.end ?? time.end);
  const to = (value: string) => [
    replace({ span: { start: start + time.start, end } }, `${value}${shape.macro ? fields?.slice(minute.length) : ''}`),
  ];
  const draws = context.dialects.every((id) => dialectById(id)?.random);
  return [
    ...(free === undefined
      ? []
      : [{ name: 'spread', title: `Other entries run at the same time: move this one to minute ${free}`, edits: to(String(free)) }]),
    ...(draws
      ? [{ name: 'spread', title: 'Other entries run at the same time: let cron draw the minute of this one (~)', edits: to('~') }]
      : []),
  ];
}
