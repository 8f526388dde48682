/** The links of a document by place, for rules that compare them. */
import type { Document } from '../../model/document.js';
import { type Span, shift } from '../../text/span.js';
import type { Link, ListingLine } from './model.js';
import { levelGiven } from './paths.js';

export interface PlacedLink {
  readonly link: Link;
  /** That of the link, or of the file's name where the listing does not tell. */
  readonly level: string;
  /** Letter, number and name together; offsets into the text. */
  readonly span: Span;
  readonly fact?: string;
}

/** As it is written: `S80sendmail`. */
export const written = ({ letter, number, name }: Link): string => letter.text + number.text + name.text;

/**
 * Links that may be compared: of one service, in one runlevel, in one directory as it was listed once. Each group is in the order of the text.
 * `path` is that of the file. A heading begins anew, so that a directory listed before and after a change is not compared with itself.
 */
export function linksByService(document: Document<ListingLine>, path: string): Iterable<readonly PlacedLink[]> {
  const groups = new Map<string, PlacedLink[]>();
  let section = 0;
  for (const [index, line] of document.lines.entries()) {
    if (line.type === 'setting') section++;
    if (line.type !== 'entry') continue;
    for (const link of line.links ?? []) {
      if (link.level === '-') continue;
      const level = levelGiven(link.level, path);
      const key = `${section} ${level} ${link.name.text}`;
      const fact = line.launches.find(({ subject }) => subject === link.name)?.fact;
      const span = shift({ start: link.letter.span.start, end: link.name.span.end }, document.starts[index] ?? 0);
      const placed = { link, level, span, ...(fact !== undefined && { fact }) };
      const group = groups.get(key);
      if (group) group.push(placed);
      else groups.set(key, [placed]);
    }
  }
  return groups.values();
}

/** Says in which runlevel, where that is known. */
export const inLevel = ({ level }: PlacedLink): string =>
  level === '?' ? 'in one runlevel' : level === 'S' ? 'at boot' : `in runlevel ${level}`;
