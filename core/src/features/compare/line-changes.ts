/** A comparison by the lines of the new side: what an editor says above an entry. */
import type { HostPlace } from '../inventory.js';
import type { HostComparison, JobChange, SeenPlace, SeenService, ServiceChange, Turn } from './model.js';
import { jobRows, serviceRows } from './rows.js';
import type { SheetRow } from './sheet-model.js';

export interface LineChange {
  /** As people are told of it. */
  readonly file: string;
  /** 1-based, of the new side. */
  readonly line: number;
  readonly turn: Turn;
  /** `Newly enabled in this change: telnet, runs as root`; without a full stop. */
  readonly text: string;
}

const HEADS: Readonly<Record<Turn, string>> = {
  on: 'Newly enabled in this change',
  off: 'Disabled in this change',
  changed: 'Altered in this change',
};

/** So many of the next runs have room above a line. */
const RUNS = 1;

const RESCHEDULED = 'Rescheduled in this change';

function rowText({ label, before, after }: SheetRow): string {
  if (before === undefined || after === undefined) return `${label} ${after ?? before ?? ''}`;
  return `${label} ${before || 'nothing'} → ${after || 'nothing'}`;
}

const textOf = (head: string, parts: readonly string[]): string => `${head}: ${parts.join(', ').replace(/\s+/g, ' ')}`;

/** What a place says of its service, wherever it stands. */
const sayingOf = ({ name, state, user, program, when, file }: HostPlace): string =>
  JSON.stringify([name, state, user, program, when, file]);

/** The places of the new side that the old one does not have. */
function freshPlaces(before: SeenService | undefined, after: SeenService | undefined): readonly SeenPlace[] {
  const known = (before?.places ?? []).map(sayingOf);
  return (after?.places ?? []).filter((place) => {
    const at = known.indexOf(sayingOf(place));
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}

function serviceLines(change: ServiceChange): readonly LineChange[] {
  const { turn, before, after } = change;
  const isOn = turn !== 'off';
  const places = freshPlaces(before, after).filter(({ state, uses }) => uses === undefined && (state === 'on') === isOn);
  const text = textOf(HEADS[turn], [after?.name ?? '', ...serviceRows(change).map(rowText)]);
  return places.map(({ at: { file, line } }) => ({ file, line, turn, text }));
}

function jobLine(change: JobChange): readonly LineChange[] {
  const { turn, after, facets } = change;
  if (after === undefined) return [];
  const head = turn === 'changed' && facets.some(({ of }) => of === 'schedule') ? RESCHEDULED : HEADS[turn];
  return [
    { file: after.file, line: after.line, turn, text: textOf(head, turn === 'off' ? [after.command] : jobRows(change, RUNS).map(rowText)) },
  ];
}

/** By file and line. What is gone has no line, and is told by the comparison alone. */
export function lineChanges({ services, jobs }: HostComparison): readonly LineChange[] {
  const all = [...services.flatMap(serviceLines), ...jobs.flatMap(jobLine)];
  return all.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
