/** A comparison in words: the same for every format that people read. */
import type { Agenda, Run } from '../../model/kind.js';
import type { Facet, FindingChange, HostComparison, Job, JobChange, ScriptChange, ServiceChange, SettingChange } from './model.js';
import { whereText } from './whereabouts.js';

/** What is said of one side, or of both. */
export interface SheetRow {
  readonly label: string;
  readonly before?: string;
  readonly after?: string;
  /** True where it deserves a second look: somebody gains root. */
  readonly alarm?: true;
}

export interface SheetItem {
  readonly mark: '+' | '-' | '~';
  /** What it is about, as the files or the knowledge base have it. */
  readonly title: string;
  /** `etc/inetd.conf:4`, one or several. */
  readonly where: readonly string[];
  readonly rows: readonly SheetRow[];
  /** A sentence about it. */
  readonly note?: string;
  readonly alarm?: true;
}

export interface SheetSection {
  readonly title: string;
  readonly items: readonly SheetItem[];
  /** True for what is good to know and needs no look. */
  readonly quiet?: true;
}

export interface Sheet {
  /** `2 services newly on (finger, telnet), 1 job otherwise`; without a full stop. */
  readonly headline: string;
  /** Of all hosts of which something is to be told, those that deserve a second look first. */
  readonly hosts: readonly HostSheet[];
}

export interface HostSheet {
  /** '' where there is one. */
  readonly host: string;
  readonly sections: readonly SheetSection[];
  /** Other hosts of which the same is to be told, by names and lines of their own files. */
  readonly also: readonly string[];
}

const MARKS = { on: '+', off: '-', changed: '~' } as const;

const LABELS: Readonly<Record<Facet['of'], string>> = {
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

const rowOf = ({ of, before, after }: Facet): SheetRow => {
  const said = (value: string) => value || (NOTHING[of] ?? '');
  return {
    label: LABELS[of],
    ...(before !== undefined && { before: said(before) }),
    ...(after !== undefined && { after: said(after) }),
    ...(of === 'user' && isRoot(after) && !isRoot(before) && { alarm: true }),
  };
};

const alarmed = (rows: readonly SheetRow[]) => (rows.some(({ alarm }) => alarm) ? ({ alarm: true } as const) : {});

/** What a new finding says of a service that is on, at one of its places. */
const findingOf = ({ turn, after, where }: ServiceChange, appeared: readonly FindingChange[]): FindingChange | undefined =>
  turn === 'off' || after?.fact === undefined
    ? undefined
    : appeared.find(
        ({ file, line, finding }) => finding.subject === after.fact && where.some((place) => place.file === file && place.line === line),
      );

/** What is said of a service beyond its name. */
export const serviceRows = ({ facets }: ServiceChange): readonly SheetRow[] => facets.map(rowOf);

function serviceItem(change: ServiceChange, appeared: readonly FindingChange[]): SheetItem {
  const { turn, before, after } = change;
  const said = findingOf(change, appeared);
  const service = after ?? before;
  const rows = serviceRows(change);
  const isBad = turn === 'on' && after?.level === 'warning';
  return {
    mark: MARKS[turn],
    title: service?.name ?? '',
    where: change.where.map(whereText),
    rows,
    ...(said && { note: said.finding.message }),
    ...(isBad ? { alarm: true } : alarmed(rows)),
  };
}

const DAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;

/** `Mon 2026-01-05 02:30`, by the clock of the zone. */
function timeOf({ at, offset, note }: Run): string {
  const wall = new Date(at + offset);
  const time = `${DAYS[wall.getUTCDay()]} ${wall.toISOString().slice(0, 16).replace('T', ' ')}`;
  return note === undefined ? time : `${time} (${note})`;
}

function runsOf({ type, draws, knownZone, runs }: Agenda, most: number): string | undefined {
  const [first] = runs;
  if (type !== 'times' || !knownZone || first === undefined) return undefined;
  return draws.length > 0 ? `not before ${timeOf(first)}` : runs.slice(0, most).map(timeOf).join(', ');
}

function nextRow(before: Job | undefined, after: Job | undefined, most: number): readonly SheetRow[] {
  const [was, is] = [before && runsOf(before.agenda, most), after && runsOf(after.agenda, most)];
  if (was === undefined && is === undefined) return [];
  return [{ label: 'next', ...(before && { before: was ?? 'never' }), ...(after && { after: is ?? 'never' }) }];
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

function jobItem(change: JobChange): SheetItem {
  const { turn, before, after } = change;
  const job = after ?? before;
  const rows = jobRows(change);
  const note =
    turn === 'off' ? (after ? 'It is commented out.' : undefined) : turn === 'on' && before ? 'It was commented out.' : undefined;
  return {
    mark: MARKS[turn],
    title: job?.command ?? '',
    where: job ? [`${job.file}:${job.line}`] : [],
    rows,
    ...(note !== undefined && { note }),
    ...(turn === 'changed' ? alarmed(rows) : {}),
  };
}

const scriptItem = ({ file, turn }: ScriptChange): SheetItem => ({ mark: MARKS[turn], title: file, where: [], rows: [] });

const settingItem = ({ file, name, before, after }: SettingChange): SheetItem => ({
  mark: before === undefined ? '+' : after === undefined ? '-' : '~',
  title: name,
  where: [file],
  rows: [{ label: 'value', ...(before !== undefined && { before }), ...(after !== undefined && { after }) }],
});

const findingItem =
  (mark: '+' | '-') =>
  ({ finding, ...where }: FindingChange): SheetItem => ({
    mark,
    title: finding.rule,
    where: [whereText(where)],
    rows: [],
    note: finding.message,
    ...(mark === '+' && finding.severity === 'error' && { alarm: true }),
  });

const ofTurn = <T extends { readonly turn: string }>(changes: readonly T[], turn: T['turn']): readonly T[] =>
  changes.filter((change) => change.turn === turn);

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** The worst first. Hints are for the editor: nobody wants them in a review. */
const worthTelling = (changes: readonly FindingChange[]): readonly FindingChange[] =>
  SEVERITIES.flatMap((severity) => changes.filter(({ finding }) => finding.severity === severity));

const isError = ({ finding }: FindingChange): boolean => finding.severity === 'error';

function sectionsOf({ services, jobs, scripts, settings, appeared, solved }: HostComparison): readonly SheetSection[] {
  const told = new Set(services.flatMap((change) => findingOf(change, appeared) ?? []));
  const others = worthTelling(appeared).filter((finding) => !told.has(finding));
  const serviceItems = (turn: ServiceChange['turn']) => ofTurn(services, turn).map((change) => serviceItem(change, appeared));
  const all: readonly SheetSection[] = [
    // Where the daemon passes over a line, or the whole file, what is said below of its jobs does not come true.
    { title: 'New errors', items: others.filter(isError).map(findingItem('+')) },
    { title: 'Services newly on', items: serviceItems('on') },
    { title: 'Services on otherwise', items: serviceItems('changed') },
    { title: 'Services off now', items: serviceItems('off') },
    { title: 'Jobs newly run', items: ofTurn(jobs, 'on').map(jobItem) },
    { title: 'Jobs run otherwise', items: ofTurn(jobs, 'changed').map(jobItem) },
    { title: 'Jobs run no more', items: ofTurn(jobs, 'off').map(jobItem) },
    { title: 'Scripts that cron runs by their folder', items: scripts.map(scriptItem) },
    { title: 'Variables and settings', items: settings.map(settingItem) },
    {
      title: told.size === 0 && !others.some(isError) ? 'New findings' : 'Other new findings',
      items: others.filter((finding) => !isError(finding)).map(findingItem('+')),
    },
    { title: 'Findings that are gone', items: worthTelling(solved).map(findingItem('-')), quiet: true },
  ];
  return all.filter(({ items }) => items.length > 0);
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** So many names are told; of more, how many there are. */
const MOST_NAMES = 5;

function headlineOf(comparisons: readonly HostComparison[]): string {
  const services = comparisons.flatMap((one) => one.services);
  const jobs = comparisons.flatMap((one) => one.jobs);
  const appeared = worthTelling(comparisons.flatMap((one) => one.appeared));
  const errors = appeared.filter(isError).length;
  const named = (changes: readonly ServiceChange[]): string => {
    const hosts = new Map<string, number>();
    for (const { before, after } of changes) {
      const name = after?.name ?? before?.name ?? '';
      hosts.set(name, (hosts.get(name) ?? 0) + 1);
    }
    if (hosts.size > MOST_NAMES) return '';
    return ` (${[...hosts].map(([name, count]) => (count === 1 ? name : `${name} on ${count} hosts`)).join(', ')})`;
  };
  const part = (count: number, text: string): readonly string[] => (count === 0 ? [] : [text]);
  const renamed = comparisons.filter(({ was }) => was !== undefined).length;
  const [on, off, otherwise] = [ofTurn(services, 'on'), ofTurn(services, 'off'), ofTurn(services, 'changed')];
  const parts = [
    ...part(renamed, counted(renamed, 'host renamed', 'hosts renamed')),
    ...part(on.length, `${counted(on.length, 'service', 'services')} newly on${named(on)}`),
    ...part(otherwise.length, `${counted(otherwise.length, 'service', 'services')} on otherwise${named(otherwise)}`),
    ...part(off.length, `${counted(off.length, 'service', 'services')} off now${named(off)}`),
    ...part(jobs.length, `${counted(jobs.length, 'job', 'jobs')} new, changed or gone`),
    ...part(
      appeared.length,
      counted(appeared.length, 'new finding', 'new findings') + (errors === 0 ? '' : ` (${counted(errors, 'error', 'errors')})`),
    ),
  ];
  if (parts.length > 0) return parts.join(', ');
  return comparisons.some((one) => sectionsOf(one).length > 0) ? 'no service and no job changed' : 'nothing changed that starts a program';
}

const isAlarming = ({ sections }: HostSheet): boolean =>
  sections.some(({ items }) => items.some(({ alarm, rows }) => alarm || alarmed(rows).alarm));

function hostSheet(one: HostComparison): readonly HostSheet[] {
  const sections = sectionsOf(one);
  if (one.was !== undefined)
    return [{ host: `${one.name || 'the folder itself'} (was ${one.was || 'the folder itself'})`, sections, also: [] }];
  return sections.length === 0 ? [] : [{ host: one.name, sections, also: [] }];
}

/** Hosts of which the same is to be told, as one: a change to a whole fleet is read once. */
function alike(hosts: readonly HostSheet[]): readonly HostSheet[] {
  const found = new Map<string, HostSheet>();
  for (const one of hosts) {
    // Names of files begin with that of their host, which is all that may differ.
    const key = JSON.stringify(one.sections).replaceAll(`"${JSON.stringify(one.host).slice(1, -1)}/`, '"/');
    const first = found.get(key);
    found.set(key, first === undefined ? one : { ...first, also: [...first.also, one.host] });
  }
  return [...found.values()];
}

export function sheetOf(comparisons: readonly HostComparison[]): Sheet {
  const hosts = alike(comparisons.flatMap(hostSheet));
  return { headline: headlineOf(comparisons), hosts: [...hosts.filter(isAlarming), ...hosts.filter((host) => !isAlarming(host))] };
}

/** So many other hosts are named. */
const MOST_HOSTS = 20;

/** Which other hosts the same is true of: `The same in db and mx`; `named` makes a name fit for where it is told. */
export function alsoText(also: readonly string[], named: (host: string) => string): string {
  const names = also.slice(0, MOST_HOSTS).map(named);
  const all = also.length > MOST_HOSTS ? [...names, `${also.length - MOST_HOSTS} more`] : names;
  return `The same in ${all.length > 1 ? `${all.slice(0, -1).join(', ')} and ${all.at(-1)}` : (all[0] ?? '')}`;
}
