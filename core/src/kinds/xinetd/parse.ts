/** One logical line: a service, the defaults, an include, a comment, a block that is commented out, a blank line, or text that xinetd cannot read. */
import type { ParseOptions } from '../../model/kind.js';
import type { Problem } from '../../model/line.js';
import { lineStarts, physicalEnd } from '../../text/lines.js';
import { words } from '../../text/words.js';
import { isAlone, isTemplateLine, readLines, skipBlanks } from './blocks.js';
import { type Carry, decode, encode } from './carry.js';
import { type Judged, judge, SYNTAX } from './judge.js';
import { isLoopback, launchOf } from './launches.js';
import type { Service, Setting, XinetdLine } from './model.js';
import type { XinetdToken } from './role.js';
import { incomplete, logsTraffic, serviceOf } from './service.js';
import { headProblem, isClosed, secondDefaults, strayProblem, swallowedIn, unclosed, unreadableIn } from './syntax.js';
import { bodyOf, commentToken, token } from './tokens.js';

const nothing = { launches: [], problems: [] } as const;

const isFatal = ({ rule }: Problem): boolean => rule === SYNTAX;

/** A block, as far as xinetd reads it. */
interface Block {
  readonly tokens: readonly XinetdToken[];
  readonly settings: readonly Setting[];
  readonly judged: Judged;
  /** What keeps xinetd from reading it. */
  readonly fatal?: Problem;
}

function fatalIn(text: string, inner: readonly number[], stop: Problem | undefined, isOff: boolean, what: string): Problem | undefined {
  if (!isOff && stop) return stop;
  const swallowed = isOff ? swallowedIn(text, inner, what) : undefined;
  return swallowed ?? (isClosed(text, inner) ? undefined : unclosed(text, what));
}

/** Reads a block; `what` is the name of its service, or `defaults`. */
function blockOf(text: string, what: string, costs: string): Block {
  const read = [...readLines(text, 0)];
  const [, brace] = read;
  const isHeaded = brace !== undefined && isAlone(text, brace, '{');
  const { tokens, settings } = bodyOf(text, new Set(read), isHeaded ? physicalEnd(text, brace) : text.length);
  const inner = read.slice(2);
  const stop = unreadableIn(text, inner, what);
  const sort = { isDefaults: what === 'defaults', isBranched: lineStarts(text).some((start) => isTemplateLine(text, start)) };
  const judged = judge(stop ? settings.filter(({ attribute }) => attribute.span.start < stop.at) : settings, sort, costs);
  const fatal = isHeaded ? fatalIn(text, inner, stop?.problem, judged.isOff, what) : headProblem(text, what);
  return { tokens, settings, judged, ...(fatal && { fatal }) };
}

const names = (settings: readonly Setting[], attribute: string): readonly string[] =>
  settings
    .filter((setting) => setting.attribute.text.toLowerCase() === attribute)
    .flatMap(({ values }) => values.map(({ text }) => text.toLowerCase()));

/** What the defaults tell the services behind them. */
function carried(given: Carry, { inForce, sets }: Judged): Carry {
  const disabled = names(sets, 'disabled');
  // In the defaults a second = adds to the first, as += does.
  const allowed = sets.filter(({ attribute }) => attribute.text.toLowerCase() === 'only_from');
  const bound = inForce.get('bind');
  const isLocal = allowed.length > 0 ? allowed.every(isLoopback) : bound !== undefined && isLoopback(bound);
  return {
    hasDefaults: true,
    ...(disabled.length > 0 && { disabled }),
    ...(inForce.has('enabled') && { enabled: names(sets, 'enabled') }),
    ...(isLocal && { loopback: true as const }),
    ...(logsTraffic(sets, false, true) && { traffic: true as const }),
    ...(given.unread && { unread: true as const }),
  };
}

function defaultsLine(text: string, carry: string): XinetdLine {
  const { tokens, settings, judged, fatal } = blockOf(text, 'defaults', 'xinetd then exits, and offers no service at all');
  const given = decode(carry);
  const line = { ...nothing, text, tokens, settings };
  const lost = given.hasDefaults ? secondDefaults(text) : fatal;
  if (lost) return { ...line, type: 'broken', problems: [lost], carry };
  return { ...line, type: 'setting', problems: judged.problems, carry: encode(carried(given, judged)) };
}

interface Read {
  readonly tokens: readonly XinetdToken[];
  readonly settings: readonly Setting[];
  readonly problems: readonly Problem[];
  readonly service: Service;
}

function readService(text: string, given: Carry): Read {
  const name = token('service', words(text, 0, physicalEnd(text, 0), 2)[1] ?? { text: '', span: { start: 0, end: 0 } });
  const { tokens, settings, judged, fatal } = blockOf(text, name.text, `xinetd does not offer ${name.text}`);
  const service = serviceOf(name, judged, given);
  const found = fatal ? [...judged.problems, fatal] : judged.problems;
  return { tokens, settings, problems: found.some(isFatal) ? found : [...found, ...incomplete(service)], service };
}

function serviceLine(text: string, carry: string): XinetdLine {
  const given = decode(carry);
  const { service, ...line } = readService(text, given);
  if (line.problems.some(isFatal)) return { ...line, type: 'broken', text, launches: [], carry };
  return { ...line, type: 'entry', text, launches: [launchOf(service, false, given.loopback === true)], carry, service };
}

const commentLine = (text: string, carry: string): XinetdLine => ({
  ...nothing,
  type: 'comment',
  text,
  tokens: lineStarts(text).flatMap((start) => commentToken(text, start)),
  carry,
});

/** Comments that are a block once their marks are gone; a plain comment where xinetd would not take that block. */
function commentedLine(text: string, carry: string): XinetdLine {
  const marks = lineStarts(text).map((start) => ({ start: skipBlanks(text, start), end: skipBlanks(text, start) + 1 }));
  // A blank for each mark keeps every word at its place.
  let bare = text;
  for (const { start, end } of marks) bare = `${bare.slice(0, start)} ${bare.slice(end)}`;
  const given = decode(carry);
  const { service, tokens, settings, problems } = readService(bare, given);
  if (problems.some(isFatal)) return commentLine(text, carry);
  const marked = marks.map((span) => token('mark', { text: '#', span }));
  return {
    type: 'commented',
    text,
    tokens: [...marked, ...tokens].sort((a, b) => a.span.start - b.span.start),
    settings,
    launches: [launchOf(service, true, given.loopback === true)],
    problems: [],
    marks,
    carry,
    service,
  };
}

/** Reads one logical line. Total: whatever it holds, a line comes back. */
export function parseLine(text: string, carry: string, _options: ParseOptions): XinetdLine {
  const [first] = readLines(text, 0);
  const isMarked = text[skipBlanks(text, 0)] === '#';
  if (isMarked && lineStarts(text).length > 1) return commentedLine(text, carry);
  if (isMarked || isTemplateLine(text, 0)) return commentLine(text, carry);
  if (first === undefined) return { ...nothing, type: 'blank', text, tokens: [], carry };
  const [keyword, named] = words(text, 0, physicalEnd(text, 0), 2);
  const said = keyword?.text.toLowerCase();
  if (said === 'defaults') return defaultsLine(text, carry);
  if (said === 'service' && named) return serviceLine(text, carry);
  const { tokens, settings } = bodyOf(text, new Set(readLines(text, 0)), text.length);
  if ((said === 'include' || said === 'includedir') && named) return { ...nothing, type: 'setting', text, tokens, refers: true, carry };
  return { ...nothing, type: 'broken', text, tokens, settings, problems: [strayProblem(text)], carry };
}
