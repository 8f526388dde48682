/** The links of a document by place, for rules that compare them. */

import type { Document } from '../../model/document.js';
import { memo } from '../../model/memo.js';
import { isRepeated } from '../../text/distinct.js';
import { type Span, shift } from '../../text/span.js';
import type { Link, ListingLine } from './model.js';
import { levelGiven } from './paths.js';

export interface PlacedLink {
  readonly link: Link;
  readonly line: ListingLine;
  /** That of the link, or of the file's name where the listing does not tell. */
  readonly level: string;
  /** Letter, number and name together; offsets into the text. */
  readonly span: Span;
  readonly fact?: string;
}

/** As it is written: `S80sendmail`. */
export const written = ({ letter, number, name }: Link): string => letter.text + number.text + name.text;

/** A group of links, in the order of the text. */
export type Group = readonly PlacedLink[];

interface Groups {
  readonly byService: readonly Group[];
  readonly byLevel: readonly Group[];
}

const known = memo<Document, { readonly path: string; readonly groups: Groups }>();

function add(groups: Map<string, PlacedLink[]>, key: string, placed: PlacedLink): void {
  const group = groups.get(key);
  if (group) group.push(placed);
  else groups.set(key, [placed]);
}

/** The links of a document at `path`, by what may be compared: what lies in one directory as it was listed once. */
function group(document: Document<ListingLine>, path: string): Groups {
  const [byService, byLevel] = [new Map<string, PlacedLink[]>(), new Map<string, PlacedLink[]>()];
  // A heading begins anew, so that a directory listed before and after a change is not compared with itself.
  let section = 0;
  for (const [index, line] of document.lines.entries()) {
    if (line.type === 'setting') section++;
    if (line.type !== 'entry') continue;
    for (const link of line.links ?? []) {
      if (link.level === '-') continue;
      const level = levelGiven(link.level, path);
      const fact = line.launches.find(({ subject }) => subject === link.name)?.fact;
      const span = shift({ start: link.letter.span.start, end: link.name.span.end }, document.starts[index] ?? 0);
      const placed = { link, line, level, span, ...(fact !== undefined && { fact }) };
      add(byService, `${section} ${level} ${link.name.text}`, placed);
      add(byLevel, `${section} ${level}`, placed);
    }
  }
  return { byService: [...byService.values()], byLevel: [...byLevel.values()] };
}

const NONE: readonly Link[] = [];

/** Several rules compare the same links. */
function groupsOf(document: Document<ListingLine>, path: string): Groups {
  let found = known.get(document);
  if (found?.path !== path) known.set(document, (found = { path, groups: group(document, path) }));
  return found.groups;
}

/** True where two links have one name, whatever their runlevels: in most listings none have, and nothing needs to be compared. */
const isAnyTwice = ({ lines }: Document<ListingLine>): boolean =>
  isRepeated(
    lines.flatMap(({ links = NONE }) => links),
    ({ name }) => name.text,
  );

/** Links of one service in one runlevel, several of them: what stands there alone is left out where all do. */
export const linksByService = (document: Document<ListingLine>, path: string): readonly Group[] =>
  isAnyTwice(document) ? groupsOf(document, path).byService : [];

/** All links of one runlevel. */
export const linksByLevel = (document: Document<ListingLine>, path: string): readonly Group[] => groupsOf(document, path).byLevel;

/** Says in which runlevel, where that is known. */
export const inLevel = ({ level }: PlacedLink): string =>
  level === '?' ? 'in one runlevel' : level === 'S' ? 'at boot' : `in runlevel ${level}`;
