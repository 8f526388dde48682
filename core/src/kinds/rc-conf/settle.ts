/** What only the whole file tells: of two assignments of one variable the last one counts. */

import { beginsBranch } from '../../model/branches.js';
import type { Document } from '../../model/document.js';
import { memo } from '../../model/memo.js';
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

/** The document in which only assignments that count have launches. */
export function settle(document: Document<RcConfLine>): Document<RcConfLine> {
  const idle = overriddenIn(document);
  if (idle.length === 0) return document;
  const lines = [...document.lines];
  for (const { line } of idle) {
    const own = lines[line];
    if (own && own.launches.length > 0) lines[line] = withoutLaunches(own);
  }
  return { ...document, lines };
}
