/** Changes as what the formats that people read have of them. */
import type { FindingChange, HostComparison, JobChange, PutAside, ScriptChange, ServiceChange, SettingChange } from './model.js';
import { alarmed, jobRows, LABELS, opens, serviceRows, written } from './rows.js';
import type { SheetItem, SheetRow } from './sheet-model.js';
import { losesErrors } from './silence.js';
import { whereText } from './whereabouts.js';

const MARKS = { on: '+', off: '-', changed: '~' } as const;

/** What a new finding says of a service that is on, at one of its places. */
export const findingOf = ({ turn, after, where }: ServiceChange, appeared: readonly FindingChange[]): FindingChange | undefined =>
  turn === 'off' || after?.fact === undefined
    ? undefined
    : appeared.find(
        ({ file, line, finding }) => finding.subject === after.fact && where.some((place) => place.file === file && place.line === line),
      );

export function serviceItem(change: ServiceChange, appeared: readonly FindingChange[]): SheetItem {
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

/** What is to be known of a job beyond its rows. */
function noteOf({ turn, before, after }: JobChange): string | undefined {
  if (turn === 'off') return after ? 'It is commented out.' : undefined;
  if (turn === 'on') return before ? 'It was commented out.' : undefined;
  return before && after && losesErrors(before.command, after.command) ? 'What goes wrong in it is thrown away now.' : undefined;
}

function jobItem(change: JobChange): SheetItem {
  const { turn, before, after } = change;
  const job = after ?? before;
  const rows = jobRows(change);
  const note = noteOf(change);
  return {
    mark: MARKS[turn],
    // What is commented out may read otherwise than what ran.
    title: (turn === 'off' ? before : job)?.command ?? '',
    where: job ? [`${job.file}:${job.line}`] : [],
    rows,
    ...(note !== undefined && { note }),
    ...(turn === 'changed' ? alarmed(rows) : {}),
  };
}

/** What is told of a job by where it stands alone: as a string; undefined where there is more. */
function moveOf({ turn, facets, before, after }: JobChange): string | undefined {
  if (turn !== 'changed' || !facets.every(({ of }) => of === 'file' || of === 'setting')) return undefined;
  return JSON.stringify([before?.file, after?.file, facets]);
}

/** Jobs of which the same is told as one. */
function movedItem(jobs: readonly JobChange[], first: JobChange): SheetItem {
  const done = first.facets.some(({ of }) => of === 'file') ? 'went into another file' : 'run with other variables';
  return { mark: '~', title: first.after?.file ?? '', where: [], rows: jobRows(first), note: `${jobs.length} jobs ${done}.` };
}

/** Jobs that went from one file into another as one: a file that was renamed is read once. */
export function jobItems(changes: readonly JobChange[]): readonly SheetItem[] {
  const found = new Map<string, JobChange[]>();
  for (const change of changes) {
    const key = moveOf(change) ?? String(found.size);
    const others = found.get(key);
    if (others === undefined) found.set(key, [change]);
    else others.push(change);
  }
  return [...found.values()].flatMap((jobs): readonly SheetItem[] => {
    const [first, second] = jobs;
    return first && second ? [movedItem(jobs, first)] : jobs.map(jobItem);
  });
}

/** Of those whose jobs are told to have gone there no more is told. */
export const renamedItems = (renamed: HostComparison['renamed'], jobs: readonly JobChange[]): readonly SheetItem[] =>
  renamed
    .filter(({ before, after }) => !jobs.some((job) => job.before?.file === before && job.after?.file === after))
    .map(({ before, after }) => ({ mark: '~', title: after, where: [], rows: [{ label: LABELS.file, before, after }] }));

/** Whoever puts a script there has it run as root. */
export function scriptItem({ file, turn }: ScriptChange): SheetItem {
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

/** The defaults of xinetd fence all services that say nothing themselves. */
const opensAll = (change: SettingChange): boolean =>
  change.name.startsWith('defaults ') && opens(change.name.slice('defaults '.length), change);

const endsMail = ({ name, after }: SettingChange): boolean => name === 'MAILTO' && after === '';

export const settingItem = (change: SettingChange): SheetItem => ({
  mark: change.before === undefined ? '+' : change.after === undefined ? '-' : '~',
  title: change.name,
  where: [change.file],
  rows: [
    {
      label: 'value',
      ...(change.before !== undefined && { before: written(change.before) }),
      ...(change.after !== undefined && { after: written(change.after) }),
    },
  ],
  ...(opensAll(change) && { alarm: true }),
  ...(endsMail(change) && { note: 'Nobody gets a mail of what jobs print and of what goes wrong in them.' }),
});

const findingItem = (mark: '+' | '-', { finding, ...where }: FindingChange): SheetItem => ({
  mark,
  title: finding.rule,
  where: [whereText(where)],
  rows: [],
  note: finding.message,
  ...(mark === '+' && finding.severity === 'error' && { alarm: true }),
});

/** So many places of one finding are named. */
const MOST_PLACES = 10;

/** Findings that say the same as one, with their places: what a change to fifty lines brings is read once. */
export function findingItems(mark: '+' | '-', findings: readonly FindingChange[]): readonly SheetItem[] {
  const found = new Map<string, { readonly item: SheetItem; readonly where: Set<string> }>();
  for (const one of findings) {
    const key = `${one.finding.rule}\0${one.finding.message}`;
    const first = found.get(key);
    if (first === undefined) found.set(key, { item: findingItem(mark, one), where: new Set([whereText(one)]) });
    else first.where.add(whereText(one));
  }
  return [...found.values()].map(({ item, where }) => ({
    ...item,
    where: [...where].slice(0, MOST_PLACES),
    ...(where.size > MOST_PLACES && { more: where.size - MOST_PLACES }),
  }));
}

/** By whom, and why. */
export function asideItem(aside: PutAside): SheetItem {
  const { by, how, reason = 'no reason is given' } = aside.silence;
  const who = `${how === 'keep' ? 'kept' : 'ignored'} by ${by === 'comment' ? 'a comment in the file' : 'the settings of the project'}`;
  return { ...findingItem('+', aside), mark: '~', rows: [{ label: 'put aside', after: `${who}: ${reason}` }] };
}
