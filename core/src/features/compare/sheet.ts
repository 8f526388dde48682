/** A comparison in words: the same for every format that people read. */
import { alike } from './fleet.js';
import type { FindingChange, HostComparison, JobChange, PutAside, ScriptChange, ServiceChange, SettingChange } from './model.js';
import { alarmed, jobRows, LABELS, serviceRows } from './rows.js';
import type { HostSheet, Sheet, SheetItem, SheetRow, SheetSection } from './sheet-model.js';
import { whereText } from './whereabouts.js';

const MARKS = { on: '+', off: '-', changed: '~' } as const;

/** What a new finding says of a service that is on, at one of its places. */
const findingOf = ({ turn, after, where }: ServiceChange, appeared: readonly FindingChange[]): FindingChange | undefined =>
  turn === 'off' || after?.fact === undefined
    ? undefined
    : appeared.find(
        ({ file, line, finding }) => finding.subject === after.fact && where.some((place) => place.file === file && place.line === line),
      );

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

/** Whoever puts a script there has it run as root. */
function scriptItem({ file, turn }: ScriptChange): SheetItem {
  const often = /(?:^|\/)cron\.([a-z]+)\/[^/]+$/.exec(file)?.[1];
  const rows: readonly SheetRow[] = [
    ...(often === undefined ? [] : [{ label: LABELS.schedule, after: often }]),
    { label: LABELS.user, after: 'root', alarm: true },
  ];
  return {
    mark: MARKS[turn],
    title: file,
    where: [],
    rows: turn === 'on' ? rows : [],
    ...(turn === 'changed' && { note: 'Its text is another one; root runs it.' }),
  };
}

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

/** By whom, and why. */
function asideItem(aside: PutAside): SheetItem {
  const { by, how, reason = 'no reason is given' } = aside.silence;
  const who = `${how === 'keep' ? 'kept' : 'ignored'} by ${by === 'comment' ? 'a comment in the file' : 'the settings of the project'}`;
  return { ...findingItem('+')(aside), mark: '~', rows: [{ label: 'put aside', after: `${who}: ${reason}` }] };
}

const ofTurn = <T extends { readonly turn: string }>(changes: readonly T[], turn: T['turn']): readonly T[] =>
  changes.filter((change) => change.turn === turn);

const SEVERITIES = ['error', 'warning', 'info'] as const;

/** The worst first. Hints are for the editor: nobody wants them in a review. */
const worthTelling = <T extends FindingChange>(changes: readonly T[]): readonly T[] =>
  SEVERITIES.flatMap((severity) => changes.filter(({ finding }) => finding.severity === severity));

const isError = ({ finding }: FindingChange): boolean => finding.severity === 'error';

function sectionsOf({ services, jobs, scripts, settings, appeared, solved, putAside }: HostComparison): readonly SheetSection[] {
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
    { title: 'Findings put aside by this change', items: worthTelling(putAside).map(asideItem) },
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
  const aside = worthTelling(comparisons.flatMap((one) => one.putAside));
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
    ...part(aside.length, counted(aside.length, 'finding put aside', 'findings put aside')),
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

/** What comes before all hosts: by it, files may seem to go and findings to be mended. */
const reviewSheet = (settings: readonly SettingChange[]): readonly HostSheet[] =>
  settings.length === 0 ? [] : [{ host: '', sections: [{ title: 'Settings of the review', items: settings.map(settingItem) }], also: [] }];

/** `settings`: what those of the review itself say otherwise. */
export function sheetOf(comparisons: readonly HostComparison[], settings: readonly SettingChange[] = []): Sheet {
  const hosts = alike(comparisons.flatMap(hostSheet));
  return {
    headline: settings.length === 0 ? headlineOf(comparisons) : `${headlineOf(comparisons)}; the review goes by other settings`,
    hosts: [...reviewSheet(settings), ...hosts.filter(isAlarming), ...hosts.filter((host) => !isAlarming(host))],
  };
}
