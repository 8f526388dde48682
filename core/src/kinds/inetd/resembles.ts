/** How a text without a path is known for an inetd.conf. */
import { lineStarts, physicalEnd } from '../../text/lines.js';
import { isBlank, words } from '../../text/words.js';
import { commentedOut, startsLikeEntry } from './commented.js';
import { firstMark } from './marks.js';

/** At most so many lines are looked at. */
const ASKED = 2000;

/** A commented-out entry says less than a live one. */
const COMMENTED = 0.25;

/** What the physical line at `start` says: an entry, one commented out, a continuation, a comment or a blank, or something else. */
function sayingOf(text: string, start: number): 'live' | 'off' | 'indented' | 'none' | 'other' {
  const comment = text[start] === '#';
  const found = words(text, comment ? firstMark(text, start).end : start, physicalEnd(text, start), 8);
  const [first] = found;
  if (comment) return commentedOut(found, '') ? 'off' : 'none';
  if (first === undefined) return 'none';
  if (found.length > 4 && startsLikeEntry(found)) return 'live';
  if (isBlank(text[start])) return 'indented';
  return found.length === 1 && /^[\w.*,[\]:-]+:$/.test(first.text) ? 'none' : 'other';
}

/** How much `text` looks like an inetd.conf: the share of its lines with a socket type and a protocol in their places. */
export function resembles(text: string): number {
  const count = { live: 0, off: 0, indented: 0, none: 0, other: 0 };
  for (const start of lineStarts(text).slice(0, ASKED)) count[sayingOf(text, start)]++;
  const known = count.live + count.off * COMMENTED;
  if (known === 0) return 0;
  // Indented lines continue entries; without entries they are the text of something else.
  const others = count.other + (count.live > 0 ? 0 : count.indented);
  return (known / (known + others)) * (count.live > 0 ? 1 : 0.8);
}

/** A word of the fields that entries have. */
const FIELD = /(?:^|[ \t/])(?:stream|dgram|(?:no)?wait|(?:tcp|udp)[46]{0,2}|internal)(?=[ \t./:]|$)/m;

/** True for what other programs keep in files of this name. */
export const isOthers = (text: string, isLive: boolean): boolean =>
  !isLive && (text.match(/^[ \t]*[^\s#]/gm)?.length ?? 0) > 1 && !FIELD.test(text);
