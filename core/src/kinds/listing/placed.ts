/** The links of a document by place, for rules that compare them. */
import type { Document } from '../../model/document.js';
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

/**
 * Links that may be compared, by what `keyOf` gives: in one runlevel, in one directory as it was listed once. `path` is that of the file. A heading
 * begins anew, so that a directory listed before and after a change is not compared with itself.
 */
function grouped(document: Document<ListingLine>, path: string, keyOf: (link: Link) => string): Iterable<Group> {
  const groups = new Map<string, PlacedLink[]>();
  let section = 0;
  for (const [index, line] of document.lines.entries()) {
    if (line.type === 'setting') section++;
    if (line.type !== 'entry') continue;
    for (const link of line.links ?? []) {
      if (link.level === '-') continue;
      const level = levelGiven(link.level, path);
      const key = `${section} ${level} ${keyOf(link)}`;
      const fact = line.launches.find(({ subject }) => subject === link.name)?.fact;
      const span = shift({ start: link.letter.span.start, end: link.name.span.end }, document.starts[index] ?? 0);
      const placed = { link, line, level, span, ...(fact !== undefined && { fact }) };
      const group = groups.get(key);
      if (group) group.push(placed);
      else groups.set(key, [placed]);
    }
  }
  return groups.values();
}

/** Links of one service in one runlevel. */
export const linksByService = (document: Document<ListingLine>, path: string): Iterable<Group> =>
  grouped(document, path, ({ name }) => name.text);

/** All links of one runlevel. */
export const linksByLevel = (document: Document<ListingLine>, path: string): Iterable<Group> => grouped(document, path, () => '');

/** Says in which runlevel, where that is known. */
export const inLevel = ({ level }: PlacedLink): string =>
  level === '?' ? 'in one runlevel' : level === 'S' ? 'at boot' : `in runlevel ${level}`;
