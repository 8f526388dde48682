/** What only the whole file tells: of two assignments of one variable the last one counts. */

import { factById } from '../../knowledge/index.js';
import { beginsBranch } from '../../model/branches.js';
import type { Document } from '../../model/document.js';
import type { Launch } from '../../model/line.js';
import { memo } from '../../model/memo.js';
import { words } from '../../text/words.js';
import type { RcConfLine } from './model.js';

export interface Overridden {
  /** Indexes of the line that does not count, and of the one that does. */
  readonly line: number;
  readonly by: number;
}

/** Assignments that count for nothing. One whose value, or that of a later one, the shell works out may be needed for that. */
export function overriddenIn({ lines }: Document<RcConfLine>): readonly Overridden[] {
  const last = new Map<string, number>();
  const open = new Set<string>();
  const found: Overridden[] = [];
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (line !== undefined && beginsBranch(line)) last.clear();
    if (line?.assignment === undefined || line.type === 'commented') continue;
    const { variable } = line.assignment;
    const by = last.get(variable);
    if (by !== undefined && !open.has(variable)) found.push({ line: index, by });
    if (by === undefined) last.set(variable, index);
    if (line.assignment.open) open.add(variable);
  }
  return found.reverse();
}

const emptied = memo<RcConfLine, RcConfLine>();

/** `line` with nothing that it starts or keeps from starting: always the same value. */
function withoutLaunches(line: RcConfLine): RcConfLine {
  let empty = emptied.get(line);
  if (empty === undefined) emptied.set(line, (empty = { ...line, type: 'setting', launches: [] }));
  return empty;
}

const given = memo<RcConfLine, { readonly flags: string; readonly line: RcConfLine }>();

/** `line` with what the variables of the flags give to the service that it starts: the same value while that is the same. */
function withFlags(line: RcConfLine, flagsOf: (service: string) => string | undefined): RcConfLine {
  const [launch] = line.launches;
  const flags = launch && isMilderWith(launch) ? flagsOf(launch.subject.text) : undefined;
  if (launch === undefined || flags === undefined) return line;
  const before = given.get(line);
  if (before?.flags === flags) return before.line;
  const args = words(flags).map(({ text }) => text);
  return given.set(line, { flags, line: { ...line, launches: [{ ...launch, args }] } }).line;
}

/** True for a service of which its arguments tell how bad it is. */
const isMilderWith = ({ fact }: Launch): boolean => fact !== undefined && factById(fact)?.milder !== undefined;

/** What a service is given, by the last assignment of its flags. */
const flagsIn =
  (lines: readonly RcConfLine[]) =>
  (service: string): string | undefined =>
    lines.reduce<string | undefined>(
      (last, { type, assignment }) =>
        type !== 'commented' && assignment?.variable === `${service}_flags` && !assignment.open ? (assignment.value?.text ?? '') : last,
      undefined,
    );

/** The document in which only assignments that count have launches, with the flags that stand elsewhere. */
export function settle(document: Document<RcConfLine>): Document<RcConfLine> {
  const lines = [...document.lines];
  for (const { line } of overriddenIn(document)) {
    const own = lines[line];
    if (own && own.launches.length > 0) lines[line] = withoutLaunches(own);
  }
  const flagsOf = flagsIn(document.lines);
  const settled = lines.map((line) => withFlags(line, flagsOf));
  return settled.every((line, index) => line === document.lines[index]) ? document : { ...document, lines: settled };
}
