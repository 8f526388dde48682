/** An entry that no date or time matches. */
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import type { Span } from '../../../text/span.js';
import { titles } from '../dialects/titles.js';
import { valuesOf } from '../fields/bits.js';
import { type FieldSpec, fieldSpecs } from '../fields/spec.js';
import type { CrontabLine, Readings } from '../model.js';
import type { EntryShape } from '../reading/shape.js';
import type { Schedule } from '../schedule/schedule.js';
import { neverRuns } from '../schedule/words.js';
import { askForWeekday } from '../timing/ask-date.js';
import { timingsOf } from '../timing/timings.js';

/** A range alone in its field, without a step. */
const RANGE = /^([a-z]+|\d+)-([a-z]+|\d+)$/i;

function numberOf(text: string, spec: FieldSpec): number {
  const name = spec.names.indexOf(text.toLowerCase());
  return name === -1 ? Number(text) : name + spec.low;
}

/** A range that ends before it begins, as the two ranges that it was meant for; undefined for other fields. */
function wrapped(text: string, spec: FieldSpec): string | undefined {
  const [, from = '', to = ''] = RANGE.exec(text) ?? [];
  if (from === '') return undefined;
  const high = spec.id === 'weekday' ? 6 : spec.high;
  const [first, last] = [numberOf(from, spec), numberOf(to, spec)];
  if (!(first > last) || first > high) return undefined;
  const part = (start: number, end: number) => (start === end ? String(start) : `${start}-${end}`);
  return `${part(first, high)},${part(spec.low, last)}`;
}

const isEmpty = ({ low, high }: Schedule['minutes']): boolean => low === 0 && high === 0;

/** From the days of the month to those of the week. */
const daysIn = ([, , first, , last]: EntryShape['fields']): Span | undefined =>
  first && last && { start: first.span.start, end: last.span.end };

/** The field that matches nothing; where each matches something, the days and months that never meet. */
function placeOf({ shape }: CrontabLine, schedule: Schedule): Span | undefined {
  const fields = shape?.fields ?? [];
  if (schedule.dayMatch === 'never') return daysIn(fields);
  const sets = [schedule.minutes, schedule.hours, schedule.days, schedule.months, schedule.weekdays];
  const empty = sets.findIndex(isEmpty);
  if (empty !== -1) return fields[empty]?.span;
  const [, , day, month] = fields;
  return day && month && { start: day.span.start, end: month.span.end };
}

/** Days of the month that every month has, but for February: bits 1 to 28. */
const COMMON = 0x1fff_fffe;

const maybe = new WeakMap<Readings, boolean>();

/** True where a set is empty, no day is one that all months have, or the days of both fields never meet. */
function areSuspect(readings: Readings): boolean {
  let are = maybe.get(readings);
  if (are === undefined) {
    are = Object.values(readings).some(
      ({ sets, neverMeets }) => neverMeets || (sets !== undefined && (((sets[2]?.low ?? 0) & COMMON) === 0 || sets.some(isEmpty))),
    );
    maybe.set(readings, are);
  }
  return are;
}

const fixesOf = ({ shape }: CrontabLine): Fix[] =>
  fieldSpecs.flatMap((spec, index): Fix[] => {
    const field = shape?.fields[index];
    const text = field && wrapped(field.text, spec);
    return field === undefined || text === undefined
      ? []
      : [{ title: `Go on past the end: ${field.text} becomes ${text}`, edits: [replace(field, text)], safe: false }];
  });

/** To let one of the two fields of days decide, or the command ask for a day of the week. */
function joinedFixes(line: CrontabLine, { weekdays }: Schedule): Fix[] {
  const [, , day, , weekday] = line.shape?.fields ?? [];
  const [only, ...more] = valuesOf(weekdays).filter((value) => value < 7);
  if (day === undefined || weekday === undefined) return [];
  return [
    ...(only === undefined || more.length > 0 ? [] : askForWeekday(line, only)),
    { title: `Let the days of the week decide: ${day.text} becomes *`, edits: [replace(day, '*')], safe: false },
    { title: `Let the days of the month decide: ${weekday.text} becomes *`, edits: [replace(weekday, '*')], safe: false },
  ];
}

export const neverRunsRule: Rule<CrontabLine> = {
  id: 'crontab/never-runs',
  severity: 'warning',
  docs: {
    summary: 'No date or time matches the schedule, so the entry never runs.',
    why: 'Cron takes such an entry without a word. The job is thought to run, and nobody hears of it until its work is missed.',
    remedy: 'Correct the field that matches nothing, or delete the entry.',
    bad: [
      { path: '/etc/cron.d/report', text: '0 0 31 2 * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '0 22-4 * * * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '0 6 * * fri-mon root /usr/local/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=dcron\n0 6 1 * mon /home/ann/bin/report\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: '0 0 29 2 * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '0 0 31 2 1 root /usr/local/bin/report\n' },
      { path: '/etc/crontabs/root', text: '0 22-4 * * * /usr/bin/report\n' },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: '0 0 31 1 * root /usr/local/bin/report\n' },
  },
  types: ['entry'],
  concerns: ({ readings }) => readings !== undefined && areSuspect(readings),
  *checkLine(line, context) {
    const timings = timingsOf(line, context);
    const never = timings.filter(({ schedule }) => neverRuns(schedule) !== undefined);
    const [first] = never;
    const span = first && placeOf(line, first.schedule);
    if (first === undefined || span === undefined) return;
    const where = never.length === timings.length ? '' : ` with ${titles(never)}`;
    yield {
      at: { span },
      message: `This entry never runs${where}: ${neverRuns(first.schedule)}. Correct the schedule, or delete the entry.`,
      fixes: first.schedule.dayMatch === 'never' ? joinedFixes(line, first.schedule) : fixesOf(line),
    };
  },
};
