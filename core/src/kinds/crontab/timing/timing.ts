/** When an entry runs here: its schedule by the first cron in question that takes it, its zone and its clock. */
import type { Context } from '../../../model/context.js';
import { type Dialect, dialectById } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { readEntry } from '../reading/entry.js';
import type { Clock } from '../schedule/clock.js';
import { type Schedule, scheduleOf } from '../schedule/schedule.js';
import { type Zone, zoneOf } from '../schedule/zone.js';

export interface Timing {
  readonly dialect: Dialect;
  readonly schedule: Schedule;
  /** IANA name; that of a CRON_TZ above where the dialect heeds it. */
  readonly zoneName: string;
  /** Undefined where nobody knows the name. */
  readonly zone: Zone | undefined;
  readonly clock: Clock;
}

/** As `dialect` reads the entry; undefined where it refuses it. `zone`: that of the host. */
export function timingBy(dialect: Dialect, line: CrontabLine, zone: string): Timing | undefined {
  const { shape, readings } = line;
  const schedule = shape && scheduleOf(shape, readings?.[dialect.id] ?? readEntry(shape, dialect), dialect);
  if (schedule === undefined) return undefined;
  const own = dialect.zonedClock === undefined ? undefined : line.carried?.zone;
  const zoneName = own ?? zone;
  return {
    dialect,
    schedule,
    zoneName,
    zone: zoneOf(zoneName),
    clock: (own === undefined ? undefined : dialect.zonedClock) ?? dialect.clock,
  };
}

/** As the first of the dialects in question that takes the entry reads it; undefined for what is no entry, commented out or not. */
export function timingOf(line: CrontabLine, { dialects, zone }: Pick<Context, 'dialects' | 'zone'>): Timing | undefined {
  if (line.type !== 'entry' && line.type !== 'commented') return undefined;
  for (const id of dialects) {
    const dialect = dialectById(id);
    const timing = dialect && timingBy(dialect, line, zone);
    if (timing) return timing;
  }
  return undefined;
}
