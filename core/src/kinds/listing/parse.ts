/** One line of a listing: entries, a heading, a comment or nothing. No daemon reads it, so no line is ever broken. */
import { factByScript, factByService } from '../../knowledge/index.js';
import type { Launch } from '../../model/line.js';
import { isDirective } from '../../text/directive.js';
import { isBlank, type Word, words as wordsOf } from '../../text/words.js';
import { type Carry, decode, encode, NEVER } from './carry.js';
import { withCodes, withoutCodes } from './colours.js';
import { type Heading, readHeading, readPlace } from './headings.js';
import { isPlainLink, linkLine } from './link-line.js';
import { carryOfLinks, launchOfLink } from './link-meaning.js';
import { type LinksReading, readLinks, token } from './links.js';
import { isOn, type ListingLine, type ListingToken, type Row } from './model.js';
import { commentMarks, hashesIn, isGlued, type Prefix, readPrefix } from './prefix.js';
import { carryOfRow, type RowReading, readRow } from './rows.js';
import { carryOfTable, launchOfTable, readTable } from './tables/index.js';
import type { TableReading } from './tables/reading.js';

/** No program writes an entry longer than this; what is longer is text. */
const LONGEST = 16_384;

/** Offset behind the last character of `line` that is no line end. */
function contentEnd(line: string): number {
  let end = line.length;
  while (end > 0 && (line[end - 1] === '\n' || line[end - 1] === '\r')) end--;
  return end;
}

function commentLine(line: string, text: string, carry: string): ListingLine {
  let start = 0;
  let end = text.length;
  while (start < end && isBlank(text[start])) start++;
  while (end > start && isBlank(text[end - 1])) end--;
  const tokens = start === end ? [] : [token('comment', { text: text.slice(start, end), span: { start, end } })];
  return { type: start === end ? 'blank' : 'comment', text: line, tokens, launches: [], problems: [], carry, body: start };
}

const knownAs = (fact: { readonly id: string } | undefined) => fact && { fact: fact.id };

const TRANSPORT = /-(?:(tcp|stream)|(udp|dgram))$/;

/** xinetd tells two services of one name apart by a transport behind the name. */
const plainService = (name: string): string => name.replace(TRANSPORT, '');

function protocolOf(name: string): 'tcp' | 'udp' | undefined {
  const transport = TRANSPORT.exec(name);
  return transport ? (transport[2] === undefined ? 'tcp' : 'udp') : undefined;
}

function launchOfRow({ name, cells, xinetd }: Row, carry: Carry): Launch {
  if (xinetd) {
    const fact = factByService(name.text) ?? factByService(plainService(name.text));
    const runs = carry.xinetd !== NEVER;
    const levels = runs && carry.xinetd !== '' ? [...carry.xinetd] : ['?'];
    const protocol = protocolOf(name.text);
    const when = { type: 'runlevels', levels, through: 'xinetd', ...(protocol && { protocol }) } as const;
    return { subject: name, ...knownAs(fact), state: runs && isOn(cells) ? 'on' : 'off', when };
  }
  const levelsThat = (are: boolean): string[] => cells.flatMap(({ level, on }) => (level && on === are ? [level.text] : []));
  const working = levelsThat(true).filter((level) => /[2-5SB]/.test(level));
  const [state, levels] = working.length > 0 ? (['on', working] as const) : (['off', levelsThat(false)] as const);
  return { subject: name, ...knownAs(factByScript(name.text)), state, when: { type: 'runlevels', levels } };
}

function prefixTokens({ marks }: Prefix, comments: readonly Word[]): ListingToken[] {
  const from = comments[0]?.span.start ?? Number.POSITIVE_INFINITY;
  return marks.map((word) => token(word.text === '#' && word.span.start >= from ? 'mark' : 'quote', word));
}

/** A heading shows how many `#` live lines have: none where it has none; as many as it has where they touch its text. */
function headingLine(line: string, prefix: Prefix, heading: Heading): ListingLine {
  const { carry } = heading;
  const hashes = hashesIn(prefix);
  const shows = heading.tokens.every(({ role }) => role !== 'prompt') && (hashes === 0 || isGlued(prefix));
  const depth = shows ? Math.min(carry.depth ?? hashes, hashes) : carry.depth;
  const tokens = [...prefixTokens(prefix, []), ...heading.tokens];
  return { type: 'setting', text: line, tokens, launches: [], problems: [], carry: encode({ ...carry, depth }), body: prefix.end };
}

type Reading = LinksReading | RowReading | TableReading;

function launchesOf(reading: Reading, carry: Carry): readonly Launch[] {
  if ('row' in reading) return [launchOfRow(reading.row, carry)];
  if ('links' in reading) return reading.links.flatMap((link) => launchOfLink(link) ?? []);
  const launch = launchOfTable(reading.status);
  return launch ? [launch] : [];
}

function carryOf(reading: Reading, carry: Carry): Carry {
  if ('row' in reading) return carryOfRow(reading.row, carry);
  return 'links' in reading ? carryOfLinks(reading.links, carry) : carryOfTable(reading.status, carry);
}

const without = ({ tokens: _, ...rest }: Reading) => rest;

function entryLine(line: string, prefix: Prefix, reading: Reading, carry: Carry): ListingLine {
  const comments = commentMarks(prefix, carry.depth);
  const live = hashesIn(prefix) - comments.length;
  const depth = Math.min(carry.depth ?? live, live);
  const commented = comments.length > 0;
  const found = launchesOf(reading, carry);
  // A commented-out K link or row of offs would turn nothing on.
  const launches = commented
    ? found.filter(({ state }) => state === 'on').map((launch): Launch => ({ ...launch, state: 'commented' }))
    : found;
  const told = commented ? carry : carryOf(reading, carry);
  // The one blank that editors put behind the mark goes with it; more than one is indentation.
  const behind = (end: number): number => (/^ \S/.test(line.slice(end, end + 2)) ? end + 1 : end);
  return {
    type: commented ? 'commented' : 'entry',
    text: line,
    tokens: [...prefixTokens(prefix, comments), ...reading.tokens],
    launches,
    problems: [],
    carry: encode({ ...told, depth }),
    body: prefix.end,
    ...(commented && { marks: comments.map(({ span }) => ({ start: span.start, end: behind(span.end) })) }),
    ...without(reading),
  };
}

/** Reads one physical line; `carry` is that of the line before. Total: whatever it holds, a line comes back. */
export function parseLine(line: string, carry: string): ListingLine {
  if (isPlainLink(line)) return linkLine(line, carry);
  const text = line.slice(0, contentEnd(line));
  if (text.length > LONGEST || isDirective(text)) return commentLine(line, text, carry);
  return withCodes(readLine(line, withoutCodes(text), carry), text);
}

/** `text` is `line` without its line end and with blanks for its colours. */
function readLine(line: string, text: string, carry: string): ListingLine {
  const prefix = readPrefix(text);
  const words = wordsOf(text, prefix.end);
  const given = decode(carry);
  const place = readPlace(text, prefix.end, words, given);
  if (place) return headingLine(line, prefix, place);
  const reading = readRow(words, given) ?? readLinks(text, words, given.level) ?? readTable(text, words, given);
  if (reading) return entryLine(line, prefix, reading, given);
  const heading = readHeading(text, prefix.end, words, given);
  if (heading) return headingLine(line, prefix, heading);
  // The names that rcctl writes, and ls, are words like any other: what is none of them ends its output.
  return commentLine(line, text, /^(?:rcctl|runit)-/.test(given.section) ? encode({ ...given, section: '' }) : carry);
}
