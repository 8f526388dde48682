/** What may begin a line: a whole schedule, an `@` word, a variable, a minute. */
import type { Proposal } from '../../../model/editing.js';
import type { Span } from '../../../text/span.js';
import { type Dialect, dialectById, dialectsNamed, knowsNoAssignments, readsOnlyJobOptions } from '../dialects/dialects.js';
import type { EntryPlace } from '../editing/place.js';
import { describeField } from '../fields/describe.js';
import { fieldSpecs } from '../fields/spec.js';
import { everyOf } from '../reading/entry-dcron.js';
import { dcronWord } from '../reading/option-words.js';
import { MACROS, VARIABLES } from '../roles.js';
import { fieldProposals, scheduleWith } from './fields.js';

/** Schedules that people ask for, by what they call them. Minutes and hours off the full ones spare the rush at midnight. */
const SCHEDULES: readonly (readonly [label: string, fields: string])[] = [
  ['every minute', '* * * * *'],
  ['every 5 minutes', '*/5 * * * *'],
  ['every 15 minutes', '*/15 * * * *'],
  ['every 30 minutes', '*/30 * * * *'],
  ['every hour', '0 * * * *'],
  ['every 6 hours', '0 */6 * * *'],
  ['every 15 minutes in office hours', '*/15 9-17 * * 1-5'],
  ['daily at 03:00', '0 3 * * *'],
  ['twice a day, at 06:00 and 18:00', '0 6,18 * * *'],
  ['weekdays at 09:00', '0 9 * * 1-5'],
  ['Sundays at 04:00', '0 4 * * 0'],
  ['first of the month at 05:00', '0 5 1 * *'],
  ['first of each quarter at 05:00', '0 5 1 1,4,7,10 *'],
  ['first of January at 05:00', '0 5 1 1 *'],
];

const setsAny = ({ assignments }: Dialect): boolean => assignments === 'quoted';

/** Who reads a variable; those that are not named here are read by all. */
const READ_BY: Readonly<Record<string, (dialect: Dialect) => boolean>> = {
  PATH: setsAny,
  HOME: setsAny,
  TZ: setsAny,
  CRON_TZ: ({ zonedClock }) => zonedClock !== undefined,
  MAILFROM: ({ readsSender }) => readsSender === true,
  RANDOM_DELAY: ({ delaysRuns }) => delaysRuns === true,
  // No cron lets it be changed.
  LOGNAME: () => false,
};

/** A variable, as far as the line is nothing else yet. */
export const variableProposal = (name: string, about: string, { word }: EntryPlace): Proposal => ({
  label: name,
  insert: `${name}=`,
  detail: 'environment',
  about,
  span: word.span,
  role: 'variable',
});

/** True where a variable may begin. */
export const mayBeVariable = ({ found, first }: EntryPlace): boolean =>
  found.length <= (first ? 1 : 0) && (first === undefined || /^[A-Za-z_]\w*$/.test(first.text));

/** A blank behind what ends the line as it stands, so that one can go on typing. */
export const gapBehind = (text: string, { end }: Span): string =>
  text.slice(end).trim() === '' && !/^[ \t]/.test(text.slice(end)) ? ' ' : '';

/** What a schedule replaces: all five time fields or the `@` word where they are there, else what is typed; undefined where it would come beside others. */
function timeSpan({ word, found, first }: EntryPlace): Span | undefined {
  if (found.length === 0 || (first && (found.length === 1 || first.text.startsWith('@')))) return word.span;
  const [fifth] = found.slice(4);
  const areTimes = first && fieldSpecs.every((spec, index) => index === 0 || describeField(found[index]?.text ?? '', spec) !== undefined);
  return fifth && areTimes ? { start: word.span.start, end: fifth.span.end } : undefined;
}

function scheduleProposals(place: EntryPlace, typed: string, ids: readonly string[]): Proposal[] {
  const dialects = dialectsNamed(ids);
  const span = timeSpan(place);
  if (span === undefined) return [];
  const gap = gapBehind(place.text, span);
  const words = Object.entries(MACROS).filter(
    ([word]) => word.startsWith(typed) && dialects.every((dialect) => dialect.words.includes(word.slice(1))),
  );
  const isDcron = readsOnlyJobOptions(ids);
  // By what it is called, or by how it begins.
  const schedules = SCHEDULES.filter(([, fields]) => /^[a-z]/i.test(typed) || fields.startsWith(typed));
  return [
    ...schedules.map(([label, fields]): Proposal => {
      const runs = scheduleWith(fields.split(' '), dialectById(ids[0] ?? ''));
      return {
        label,
        insert: fields + gap,
        filter: `${label} ${fields}`,
        detail: fields,
        about: `\`${fields}\`${runs ? `\n\n${runs}` : ''}`,
        span,
        role: 'word',
      };
    }),
    ...words.map(([word, usual]): Proposal => {
      const about = isDcron ? (dcronWord(word) ?? usual) : usual;
      // To dcron it is nothing without a name.
      const behind = isDcron && gap !== '' && everyOf(word.slice(1)) !== undefined ? ' ID=' : gap;
      return { label: word, insert: word + behind, detail: 'schedule', about, span, role: 'word' };
    }),
  ];
}

/** Variables, where nothing but a name may be there yet. */
function variableProposals(place: EntryPlace, ids: readonly string[]): Proposal[] {
  if (!mayBeVariable(place) || knowsNoAssignments(ids)) return [];
  return Object.entries(VARIABLES)
    .filter(([name]) => {
      const isRead = READ_BY[name];
      return isRead === undefined || dialectsNamed(ids).some(isRead);
    })
    .map(([name, about]) => variableProposal(name, about, place));
}

/** `ids`: the dialects in question. */
export function lineProposals(place: EntryPlace, ids: readonly string[]): Proposal[] {
  const [minute] = fieldSpecs;
  const typed = place.word.text.slice(0, place.offset - place.word.span.start);
  const dialects = ids.flatMap((id) => dialectById(id) ?? []);
  const fields = typed.startsWith('@') ? [] : fieldProposals(place, minute, dialects);
  const schedules = scheduleProposals(place, typed, ids);
  // Who has begun a minute goes on with it.
  return /^[-\d*~]/.test(typed) ? [...fields, ...schedules] : [...schedules, ...variableProposals(place, ids), ...fields];
}
