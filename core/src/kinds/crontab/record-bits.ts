/** A line of a crontab in the form of the recorded verdicts, so that the two can be compared key by key. */
import type { RecordOptions } from '../../model/kind.js';
import type { Dialect } from './dialects/dialect.js';
import { dialectById, versionRun } from './dialects/dialects.js';
import { type Bits, NONE, toHex } from './fields/bits.js';
import type { CrontabLine } from './model.js';
import { readDcronEntry, retryOf } from './reading/entry-dcron.js';
import { ANACRONTAB } from './reading/shape.js';
import { formOf, lineFor } from './record.js';
import { type EntryVerdict, type RefusalVerdict, type Verdict, verdictOf } from './verdicts/verdict.js';

/** BusyBox and dcron count months from 0 and have seven weekdays. */
const counted = (set: Bits, index: number, { reader }: Dialect): Bits => {
  if (reader !== 'busybox' && reader !== 'dcron') return set;
  if (index === 3) return { low: set.low >>> 1, high: set.high };
  return index === 4 ? { low: set.low & 127, high: 0 } : set;
};

/** Every day, as a `*` of BusyBox sets it: with the day 0. */
const ALL_DAYS = 0xffff_fffe;

/** The same with the day 0. */
const EVERY_DAY = 0xffff_ffff;
const WEEK = 127;

const withDayZero = (set: Bits): Bits => (set.low === ALL_DAYS ? { low: EVERY_DAY, high: 0 } : set);

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

/** The two fields of days as dcron keeps them: where it goes by weekdays, the days of the month are empty, and the other way about. */
function joinedDays({ schedule: { dayMatch }, sets }: EntryVerdict): readonly Bits[] {
  const [minutes = NONE, hours = NONE, days = NONE, months = NONE, weekdays = NONE] = sets;
  const isWhole = (weekdays.low & WEEK) === WEEK;
  const ofMonth = isWhole ? days : NONE;
  const ofWeek = dayMatch === 'never' || (isWhole && days.low !== EVERY_DAY) ? NONE : weekdays;
  return [minutes, hours, ofMonth, months, ofWeek];
}

/** With the options of the job: seconds between two runs (-1 at the start of the daemon, -2 when asked for) and to another attempt. */
function dcronBits(verdict: EntryVerdict, dialect: Dialect) {
  const [min, hour, dom, mon, dow] = joinedDays(verdict).map((set, index) => toHex(counted(set, index, dialect)));
  const { shape, schedule, job } = verdict;
  const { name, retry } = readDcronEntry(shape).options;
  const { every = schedule.type === 'reboot' ? -1 : schedule.type === 'asked' ? -2 : undefined } = schedule;
  const delay = retry ?? (every !== undefined && every > 0 ? retryOf(every) : undefined);
  return {
    ok: 'entry',
    min,
    hour,
    dom,
    mon,
    dow,
    cmd: job.raw,
    ...(name && { name }),
    ...(every && { freq: every }),
    ...(delay && { delay }),
  };
}

function refusalBits(verdict: RefusalVerdict, dialect: Dialect) {
  const { type, refusal, value } = verdict;
  if (type === 'ignored') return { ignored: true };
  if (dialect.reader === 'dcron') return { error: 'refused' };
  if (verdict.tooLong) return { error: 'command too long' };
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
  const named = dialectById(options.dialect);
  if (named === undefined) throw new RangeError(`no dialect ${options.dialect}`);
  const dialect = versionRun(named);
  const verdict = verdictOf(lineFor(line.text, dialect), formOf(options.form), dialect);
  if (dialect.reader === 'systemd') return systemdBits(verdict);
  switch (verdict.type) {
    case 'entry':
      return dialect.reader === 'dcron' ? dcronBits(verdict, dialect) : entryBits(verdict, dialect);
    case 'assignment':
      return { ok: 'env', env: `${verdict.name}=${verdict.value}` };
    case 'rejected':
    case 'ignored':
      return refusalBits(verdict, dialect);
    default:
      return { [verdict.type]: true };
  }
}
