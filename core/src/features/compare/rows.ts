/** What is said of services and jobs, row by row. */
import type { Agenda, Run } from '../../model/kind.js';
import { contrast } from './contrast.js';
import type { Facet, Job, JobChange, Pair, ServiceChange } from './model.js';
import type { SheetRow } from './sheet-model.js';

export const LABELS: Readonly<Record<Exclude<Facet['of'], 'setting'>, string>> = {
  user: 'runs as',
  reach: 'offered',
  runlevels: 'runlevels',
  program: 'program',
  schedule: 'runs',
  command: 'command',
  file: 'file',
};

/** Words for a side that says nothing. */
const NOTHING: Partial<Record<Facet['of'], string>> = { user: 'nobody named', runlevels: 'none' };

const isRoot = (name: string | undefined): boolean => name !== undefined && /(?:^|, )(?:root|toor|0)(?:[:.][^,]*)?(?:,|$)/.test(name);

/** Settings without which a service is open to more than it was. */
const FENCES: ReadonlySet<string> = new Set(['only_from', 'no_access', 'bind', 'interface', 'access_times']);

const UNSET = 'not set';

/** Addresses that let everybody in. */
const EVERYBODY = /(?:^|\s)(?:0\.0\.0\.0(?:\/0)?|::(?:\/0)?)(?=\s|$)/;

/** True where what kept others out does so no more. */
export const opens = (name: string, { before, after }: Pair<string>): boolean =>
  (after === undefined && FENCES.has(name)) ||
  (name === 'only_from' && before !== undefined && after !== undefined && EVERYBODY.test(after) && !EVERYBODY.test(before));

/** As people write a value; of one that is empty nothing else would be seen. */
export const written = (value: string): string => (value === '' ? '""' : value);

/** An entry that came or went beside others of its service. */
const entryRow = ({ before, after }: Facet): SheetRow =>
  after === undefined ? { label: 'no more', before: before ?? '', quoted: true } : { label: 'also', after, quoted: true };

const settingRow = (name: string, facet: Facet): SheetRow => ({
  label: name,
  before: facet.before === undefined ? UNSET : written(facet.before),
  after: facet.after === undefined ? UNSET : written(facet.after),
  quoted: true,
  ...(opens(name, facet) && { alarm: true }),
});

const rowOf = (facet: Facet): SheetRow => {
  const { of } = facet;
  // The title has the whole command: here what differs is to be seen.
  const [before, after] = of === 'command' ? contrast(facet.before ?? '', facet.after ?? '') : [facet.before, facet.after];
  if (of === 'setting' && facet.name === 'entry') return entryRow(facet);
  if (of === 'setting') return settingRow(facet.name ?? '', facet);
  const said = (value: string) => value || (NOTHING[of] ?? '');
  return {
    label: LABELS[of],
    ...(before !== undefined && { before: said(before) }),
    ...(after !== undefined && { after: said(after) }),
    ...(of === 'user' && isRoot(after) && !isRoot(before) && { alarm: true }),
  };
};

/** For what has a row that deserves a second look. */
export const alarmed = (rows: readonly SheetRow[]) => (rows.some(({ alarm }) => alarm) ? ({ alarm: true } as const) : {});

/** What is said of a service beyond its name. */
export const serviceRows = ({ facets }: ServiceChange): readonly SheetRow[] => facets.map(rowOf);

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

const MINUTE = 60_000;

/** ` -04:00`: how far a clock is from UTC. */
function offsetText(offset: number): string {
  const minutes = Math.abs(offset) / MINUTE;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return ` ${offset < 0 ? '-' : '+'}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/** `Mon 2026-01-05 02:30`, by the clock of the zone; with `zoned`, how far that is from UTC. */
function timeOf({ at, offset, note }: Run, zoned: boolean): string {
  const wall = new Date(at + offset);
  const time = `${DAYS[wall.getUTCDay()]} ${wall.toISOString().slice(0, 16).replace('T', ' ')}${zoned ? offsetText(offset) : ''}`;
  return note === undefined ? time : `${time} (${note})`;
}

function runsOf({ type, draws, knownZone, runs }: Agenda, most: number, zoned: boolean): string | undefined {
  const [first] = runs;
  if (type !== 'times' || !knownZone || first === undefined) return undefined;
  if (draws.length > 0) return `not before ${timeOf(first, zoned)}`;
  return runs
    .slice(0, most)
    .map((run) => timeOf(run, zoned))
    .join(', ');
}

/** Words for the next run where no times can be told. */
const WITHOUT_TIMES: Readonly<Record<Agenda['type'], string>> = {
  times: 'never',
  never: 'never',
  boot: 'when cron starts',
  period: 'by the last run, which no file tells',
  open: 'not known yet',
};

const withoutRuns = ({ agenda }: Job): string => (agenda.knownZone ? WITHOUT_TIMES[agenda.type] : 'not known: nor is the time zone');

function nextRow(before: Job | undefined, after: Job | undefined, most: number): readonly SheetRow[] {
  // Two clocks may show the same at different times.
  const zoned = before !== undefined && after !== undefined && before.agenda.zone !== after.agenda.zone;
  const [was, is] = [before && runsOf(before.agenda, most, zoned), after && runsOf(after.agenda, most, zoned)];
  if (was === undefined && is === undefined) return [];
  return [{ label: 'next', ...(before && { before: was ?? withoutRuns(before) }), ...(after && { after: is ?? withoutRuns(after) }) }];
}

/** What a job has that runs on one side alone. */
function ownRows(job: Job, side: 'before' | 'after', most: number): readonly SheetRow[] {
  const { agenda, user } = job;
  return [
    { label: LABELS.schedule, [side]: agenda.words },
    ...(side === 'after' ? nextRow(undefined, job, most) : []),
    ...(user === undefined
      ? []
      : [{ label: LABELS.user, [side]: user, ...(side === 'after' && isRoot(user) && { alarm: true as const }) }]),
  ];
}

/** What is said of a job beyond its command, `most` of its next runs at most. */
export function jobRows({ turn, before, after, facets }: JobChange, most = Number.POSITIVE_INFINITY): readonly SheetRow[] {
  if (turn === 'on' && after) return ownRows(after, 'after', most);
  if (turn === 'off' && before) return ownRows(before, 'before', most);
  return facets.flatMap((facet) => [rowOf(facet), ...(facet.of === 'schedule' ? nextRow(before, after, most) : [])]);
}
