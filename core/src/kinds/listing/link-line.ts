/** Links as `ls -l` writes them, by the thousand: read at once, with the words around the link told apart when somebody asks. */
import type { Launch } from '../../model/line.js';
import { slice, type Word, words } from '../../text/words.js';
import { type Carry, decode, encode } from './carry.js';
import { carryOfLinks, launchOfLink } from './link-meaning.js';
import { columnTokens, token } from './links.js';
import type { Link, ListingLine, ListingToken } from './model.js';

/** Type and permissions, count, owner, group, size, date and time; the link; where it leads. Nothing here is read in more than one way. */
const PLAIN =
  /^l[rwx]{9}[.+@]? +\d+ +[\w.-]+ +[\w.-]+ +\d+ +(?:[A-Z][a-z]{2} +\d{1,2} +(?:\d{4}|\d\d:\d\d)|\d{4}-\d\d-\d\d \d\d:\d\d) [SK]\d\d[\w.-]+ -> (?:\.\.\/|\/etc\/)(?:rc\.d\/)?init\.d\/[\w.-]+\r?\n?$/;

/** No program writes a longer one. */
const LONGEST = 512;

export const isPlainLink = (line: string): boolean => line.charCodeAt(0) === 108 && line.length < LONGEST && PLAIN.test(line);

const ARROW = ' -> ';

/** The only link of `line`. */
function linkIn(line: string, level: string): Link {
  const arrow = line.indexOf(ARROW);
  const start = line.lastIndexOf(' ', arrow - 1) + 1;
  const end = line.trimEnd().length;
  const piece = (role: 'letter' | 'number' | 'name' | 'target', from: number, to: number): ListingToken => ({
    text: line.slice(from, to),
    span: { start: from, end: to },
    role,
  });
  return {
    letter: piece('letter', start, start + 1),
    number: piece('number', start + 1, start + 3),
    name: piece('name', start + 3, arrow),
    level,
    target: piece('target', arrow + ARROW.length, end),
  };
}

class LinkLine implements ListingLine {
  readonly type = 'entry';
  readonly problems = [];
  readonly body = 0;
  readonly carry: string;
  readonly links: readonly [Link];
  readonly launches: readonly Launch[];

  constructor(
    readonly text: string,
    told: Carry,
  ) {
    const link = linkIn(text, told.level);
    const launch = launchOfLink(link);
    this.links = [link];
    this.launches = launch ? [launch] : [];
    const carry = carryOfLinks(this.links, told);
    // It stands there without a #: so do live lines.
    this.carry = encode(carry.depth === 0 ? carry : { ...carry, depth: 0 });
  }

  get tokens(): readonly ListingToken[] {
    const [{ letter, number, name, target }] = this.links;
    const arrow: Word = { text: this.text, span: { start: 0, end: this.text.length } };
    return [
      ...columnTokens(words(this.text, 0, letter.span.start)),
      letter,
      number,
      name,
      token('arrow', slice(arrow, name.span.end + 1, name.span.end + 3)),
      ...(target ? [target] : []),
    ];
  }
}

/** Reads a line that {@link isPlainLink}. `carry` is that of the line before. */
export const linkLine = (line: string, carry: string): ListingLine => new LinkLine(line, decode(carry));
