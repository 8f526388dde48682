/** Questions that rules ask of a document and its host together. */
import type { Context } from '../model/context.js';
import type { Document } from '../model/document.js';
import type { HostFile } from '../model/host.js';
import { type Launch, notableLaunches } from '../model/line.js';
import type { Span } from '../text/span.js';
import { shift } from '../text/span.js';

/** A notable launch of a document and its place in it: offsets into the text. */
export interface PlacedLaunch {
  readonly launch: Launch;
  readonly line: number;
  readonly span: Span;
}

const placed = new WeakMap<Document, readonly PlacedLaunch[]>();

/** The notable launches of a document. */
export function launchesIn(document: Document): readonly PlacedLaunch[] {
  let found = placed.get(document);
  if (found === undefined) placed.set(document, (found = findLaunches(document)));
  return found;
}

function findLaunches({ lines, starts }: Document): readonly PlacedLaunch[] {
  const found: PlacedLaunch[] = [];
  lines.forEach((line, index) => {
    for (const launch of notableLaunches(line)) found.push({ launch, line: index, span: shift(launch.subject.span, starts[index] ?? 0) });
  });
  return found;
}

/** The other files of the host: all but the one at `context.path`. */
export const otherFiles = ({ host, path }: Context): readonly HostFile[] =>
  host.files.filter((file) => path !== file.path && path !== `${host.root.replace(/\/$/, '')}/${file.path}`);

/** True when one of the facts `ids` is on, in the document or elsewhere on the host. */
export function isOn(ids: readonly string[], document: Document, context: Context): boolean {
  const on = ({ fact, state }: Pick<Launch, 'fact' | 'state'>) => state === 'on' && fact !== undefined && ids.includes(fact);
  return launchesIn(document).some(({ launch }) => on(launch)) || otherFiles(context).some(({ launches }) => launches.some(on));
}

/** Runlevels in which a host does its work, `default` where they have no numbers; 0, 1 and 6 say nothing of daemons being on. */
export const isWorkingLevel = (level: string): boolean => /^(?:[2-5]|default)$/.test(level);
