/** A line of a crontab for programs: what `daemonlint parse` prints. */
import type { LineRecord, RecordOptions } from '../../model/kind.js';
import { joinedText, withoutFeed } from '../../text/lines.js';
import { anacronRecord } from './anacron/record.js';
import { shellText, stdinText } from './commands/job.js';
import { type Dialect, lossOf } from './dialects/dialect.js';
import { dialectById } from './dialects/dialects.js';
import { valuesOf } from './fields/bits.js';
import type { CrontabLine } from './model.js';
import { readDcronEntry } from './reading/entry-dcron.js';
import type { JobOptions } from './reading/job-options.js';
import { ANACRONTAB, type Form } from './reading/shape.js';
import type { Schedule } from './schedule/schedule.js';
import { neverRuns } from './schedule/words.js';
import { costWithin } from './verdicts/cost.js';
import { type EntryVerdict, type RefusalVerdict, reasonOf, type Verdict, verdictOf } from './verdicts/verdict.js';

export const formOf = (form: string): Form => (form === 'system' ? 'system' : 'user');

/** The line as `dialect` reads it. */
export const lineFor = (text: string, { joinsLines }: Dialect): string => (joinsLines ? joinedText(withoutFeed(text)) : withoutFeed(text));

/** The time fields by their keys in an entry's record, in the order of the file. */
export const ENTRY_KEYS = ['minute', 'hour', 'dayOfMonth', 'month', 'dayOfWeek'] as const;

/** Names of what may be at fault, as the keys of an entry have them. */
const KEYS: Readonly<Record<RefusalVerdict['refusal'], string>> = {
  minute: 'minute',
  hour: 'hour',
  'day-of-month': 'dayOfMonth',
  month: 'month',
  'day-of-week': 'dayOfWeek',
  'time specifier': 'macro',
  username: 'user',
  command: 'command',
  option: 'option',
  'job name': 'name',
};

function entryRecord({ shape, schedule, sets, domStar, dowStar, quiet, job }: EntryVerdict, dialect: Dialect, line: CrontabLine) {
  const [minute, hour, day, month, weekday] = sets.map(valuesOf);
  return {
    minute,
    hour,
    // BusyBox keeps a day 0, which never comes.
    dayOfMonth: day?.filter((value) => value > 0),
    month,
    dayOfWeek: weekday?.filter((value) => value < 7),
    domStar,
    dowStar,
    // The words have flags that their schedules do without.
    dayMatch: dialect.dayMatch === 'stars' && shape.macro ? (domStar || dowStar ? 'and' : 'or') : schedule.dayMatch,
    reboot: schedule.type === 'reboot',
    everySecond: schedule.type === 'every-second',
    random: schedule.random,
    ...((dialect.jobOptions || schedule.type === 'elapsed') && { job: optionsRecord(shape, schedule, dialect) }),
    never: neverRuns(schedule) ?? null,
    macro: shape.macro?.text ?? null,
    zone: (dialect.zonedClock === undefined ? undefined : line.carried?.zone) ?? null,
    user: shape.user?.text ?? null,
    command: job.command,
    input: job.input ?? null,
    shell: shellText(job.command, dialect),
    stdin: job.input === undefined ? null : stdinText(job.input),
    flags: job.flags,
    quiet,
  };
}

/** How the job is timed by its last run, and what dcron reads before the command; seconds. */
function optionsRecord(shape: EntryVerdict['shape'], { type, every }: Schedule, { jobOptions }: Dialect) {
  const { name, retry, after }: JobOptions = jobOptions ? readDcronEntry(shape).options : {};
  return { name: name ?? null, every: every ?? null, retry: retry ?? null, after: after?.split(',') ?? [], asked: type === 'asked' };
}

const rejection = (verdict: RefusalVerdict, dialect: Dialect, form: Form, text: string): LineRecord => ({
  type: verdict.type,
  field: KEYS[verdict.refusal],
  reason: reasonOf(verdict, dialect),
  costs: verdict.lost ? 'line' : lossOf(dialect, verdict.refusal, form),
  consequence: verdict.lost ? (dialect.lostWord ?? dialect.badLine) : costWithin(text, form, verdict.refusal, dialect),
});

/** An entry that is commented out, as it would be read without its mark. */
function disabledIn(line: CrontabLine, form: Form, dialect: Dialect) {
  const end = line.type === 'commented' ? line.marks?.[0]?.end : undefined;
  const verdict = end === undefined ? undefined : verdictOf(lineFor(line.text.slice(end), dialect), form, dialect);
  return verdict?.type === 'entry' ? { disabled: entryRecord(verdict, dialect, line) } : {};
}

function recordOf(verdict: Verdict, line: CrontabLine, form: Form, dialect: Dialect): LineRecord {
  const text = withoutFeed(line.text);
  switch (verdict.type) {
    case 'entry':
      return { type: 'entry', ...entryRecord(verdict, dialect, line) };
    case 'rejected':
    case 'ignored':
      return { ...rejection(verdict, dialect, form, text), text };
    case 'comment':
      return { type: 'comment', text, ...disabledIn(line, form, dialect) };
    default:
      return { ...verdict };
  }
}

/** What the dialect makes of the line: of its text alone, save for a missing line feed, which costs most crons the line. */
export function record(line: CrontabLine, options: RecordOptions): LineRecord {
  if (options.form === ANACRONTAB) return anacronRecord(line, options.dialect);
  const dialect = dialectById(options.dialect);
  if (dialect === undefined) throw new RangeError(`no dialect ${options.dialect}`);
  const form = formOf(options.form);
  const verdict = verdictOf(lineFor(line.text, dialect), form, dialect);
  const counts = verdict.type === 'entry' || verdict.type === 'assignment';
  if (!counts || dialect.noLineFeed === undefined || line.text.endsWith('\n')) return recordOf(verdict, line, form, dialect);
  const costs = dialect.lastLineDropsFile ? 'file' : 'line';
  return { type: 'ignored', field: null, reason: 'no line feed ends the line', costs, consequence: dialect.noLineFeed, text: line.text };
}
