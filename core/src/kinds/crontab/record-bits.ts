/** A line of a crontab in the form of the recorded verdicts, so that the two can be compared key by key. */
import type { RecordOptions } from '../../model/kind.js';
import type { Dialect } from './dialects/dialect.js';
import { dialectById } from './dialects/dialects.js';
import { type Bits, toHex } from './fields/bits.js';
import type { CrontabLine } from './model.js';
import { ANACRONTAB } from './reading/shape.js';
import { formOf, lineFor } from './record.js';
import { type EntryVerdict, isTooLong, type RefusalVerdict, type Verdict, verdictOf } from './verdicts/verdict.js';

/** BusyBox counts months from 0 and has seven weekdays. */
const counted = (set: Bits, index: number, { reader }: Dialect): Bits => {
  if (reader !== 'busybox') return set;
  if (index === 3) return { low: set.low >>> 1, high: set.high };
  return index === 4 ? { low: set.low & 127, high: 0 } : set;
};

/** Every day, as a `*` of BusyBox sets it: with the day 0. */
const ALL_DAYS = 0xffff_fffe;

const withDayZero = (set: Bits): Bits => (set.low === ALL_DAYS ? { low: 0xffff_ffff, high: 0 } : set);

/** The flags that the daemons' parsers set, in the order of the recorded verdicts. */
function flagsOf({ schedule, domStar, dowStar, quiet, job }: EntryVerdict): string {
  const flags: readonly (readonly [boolean, string])[] = [
    [domStar, 'DOM_STAR'],
    [dowStar, 'DOW_STAR'],
    [schedule.type === 'reboot', 'REBOOT'],
    [quiet, 'DONT_LOG'],
    [job.flags.includes('n'), 'MAIL_WHEN_ERR'],
  ];
  return flags.flatMap(([set, name]) => (set ? [name] : [])).join(',');
}

function entryBits(verdict: EntryVerdict, dialect: Dialect) {
  const busybox = dialect.reader === 'busybox';
  const sets = busybox && verdict.shape.macro ? verdict.sets.map((set, index) => (index === 2 ? withDayZero(set) : set)) : verdict.sets;
  const [min, hour, dom, mon, dow] = sets.map((set, index) => toHex(counted(set, index, dialect)));
  return { ok: 'entry', min, hour, dom, mon, dow, ...(!busybox && { flags: flagsOf(verdict), cmd: verdict.job.raw }) };
}

function refusalBits(verdict: RefusalVerdict, dialect: Dialect) {
  const { type, refusal, value } = verdict;
  if (type === 'ignored') return { ignored: true };
  if (isTooLong(verdict, dialect)) return { error: 'command too long' };
  return { error: dialect.reader === 'busybox' ? `parse error at ${value}` : `bad ${refusal}` };
}

/** Of systemd-cron the verdict alone was recorded: a line that is too short is truncated, any other that is refused garbled. */
function systemdBits(verdict: Verdict) {
  if (verdict.type !== 'rejected') return { ok: true };
  return { error: verdict.refusal === 'command' ? 'truncated' : 'garbled' };
}

/** A missing line feed costs nothing here: the verdict is about what stands in the line. Undefined for an anacrontab, which has no sets. */
export function bits(line: CrontabLine, options: RecordOptions): Readonly<Record<string, unknown>> | undefined {
  if (options.form === ANACRONTAB) return undefined;
  const dialect = dialectById(options.dialect);
  if (dialect === undefined) throw new RangeError(`no dialect ${options.dialect}`);
  const verdict = verdictOf(lineFor(line.text, dialect), formOf(options.form), dialect);
  if (dialect.reader === 'systemd') return systemdBits(verdict);
  switch (verdict.type) {
    case 'entry':
      return entryBits(verdict, dialect);
    case 'assignment':
      return { ok: 'env', env: `${verdict.name}=${verdict.value}` };
    case 'rejected':
    case 'ignored':
      return refusalBits(verdict, dialect);
    default:
      return { [verdict.type]: true };
  }
}
