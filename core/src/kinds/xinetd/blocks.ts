/** Where a logical line ends: a block from its keyword to its }, a line that includes other files, a comment, a block that is commented out. */
import { isDirective } from '../../text/directive.js';
import { physicalEnd } from '../../text/lines.js';
import { isTemplateControl, tagsEnd } from '../../text/template.js';
import { isBlank, words } from '../../text/words.js';

/** Offset of the first character behind `start` that is no blank. */
export function skipBlanks(text: string, start: number): number {
  let at = start;
  while (isBlank(text[at])) at++;
  return at;
}

/** Text that xinetd passes over: blank, or a comment. */
const isPassedOver = (text: string, start: number): boolean => {
  let at = skipBlanks(text, start);
  if (text[at] === '#') return true;
  while (text[at] === '\r') at++;
  return at >= text.length || text[at] === '\n';
};

/** True where {@link isTemplateControl} is of the physical line at `start`. */
export const isTemplateLine = (text: string, start: number): boolean => isTemplateControl(text.slice(start, physicalEnd(text, start)));

/** True where the physical line at `start` is `mark` and nothing else. */
export function isAlone(text: string, start: number, mark: '{' | '}'): boolean {
  const at = skipBlanks(text, start);
  return text[at] === mark && /^[ \t\r]*\n?$/.test(text.slice(at + 1, physicalEnd(text, at)));
}

/** The physical lines from `start` on that xinetd reads: where each begins. */
export function* readLines(text: string, start: number): Iterable<number> {
  for (let at = start; at < text.length; ) {
    const tags = isTemplateLine(text, at) ? Math.max(physicalEnd(text, at), tagsEnd(text, at)) : -1;
    if (tags === -1 && !isPassedOver(text, at)) yield at;
    at = tags === -1 ? physicalEnd(text, at) : tags;
  }
}

/** Behind the next line that is } alone, the line at `start` included; the end of the text where there is none. */
export function closing(text: string, start: number): number {
  for (let at = start; at < text.length; at = physicalEnd(text, at)) if (isAlone(text, at, '}')) return physicalEnd(text, at);
  return text.length;
}

/** What is wrong with how a line of a block is written, whatever its words are: all of the block is lost then. */
export type Unreadable = 'no-space' | 'operator' | 'nothing';

/** How the line of a block at `start` is written; undefined where it can be read. */
export function unreadable(text: string, start: number): Unreadable | undefined {
  const [name, second] = words(text, start, physicalEnd(text, start), 2);
  if (name === undefined || name.text.includes('=')) return 'no-space';
  if (second === undefined) return 'nothing';
  return /^[+-]?=/.test(second.text) ? undefined : 'operator';
}

/** Where a block ends whose keyword stands on the line before `from`. */
function blockEnd(text: string, from: number, isDefaults: boolean): number {
  const [brace] = readLines(text, from);
  if (brace === undefined) return text.length;
  const inside = physicalEnd(text, brace);
  if (!isAlone(text, brace, '{')) return closing(text, inside);
  if (!isDefaults) return closing(text, inside);
  // Of the defaults xinetd reads no further than to the first line that it cannot read.
  for (const at of readLines(text, inside)) if (isAlone(text, at, '}') || unreadable(text, at)) return physicalEnd(text, at);
  return text.length;
}

/** A comment mark, and what stands behind it. */
const COMMENTED = /^[ \t]*#[ \t]*(service[ \t]+[^\s#{}<>]+|[{}])[ \t\r]*\n?$/i;

/** So many lines a block that is commented out may have. */
const LONGEST = 80;

/** Behind a block that begins at `start` and is commented out line by line; undefined where there is none. */
function commentedEnd(text: string, start: number): number | undefined {
  let seen = 0;
  for (let at = start, count = 0; at < text.length && count < LONGEST; count++) {
    const end = physicalEnd(text, at);
    const line = text.slice(at, end);
    if (!/^[ \t]*#/.test(line) || isDirective(line)) return undefined;
    const said = COMMENTED.exec(line)?.[1];
    if (seen === 0 || seen === 1) {
      if (said === undefined || (seen === 0) !== /^service/i.test(said) || said === '}') return undefined;
      seen++;
    } else if (said === '}') return end;
    else if (said !== undefined) return undefined;
    at = end;
  }
  return undefined;
}

/** Offset behind the logical line that begins at `start`. */
export function lineEnd(text: string, start: number): number {
  const end = physicalEnd(text, start);
  if (isPassedOver(text, start)) return (text[skipBlanks(text, start)] === '#' ? commentedEnd(text, start) : undefined) ?? end;
  if (isTemplateLine(text, start)) return end;
  const [keyword, name] = words(text, start, end, 2);
  const said = keyword?.text.toLowerCase();
  if (said === 'defaults') return blockEnd(text, end, true);
  if (said === 'service' && name) return blockEnd(text, end, false);
  if ((said === 'include' || said === 'includedir') && name) return end;
  return closing(text, end);
}
