/** Lines of a block that xinetd cannot read, and what they cost. */
import { isNear } from '../../knowledge/near.js';
import type { Problem } from '../../model/line.js';
import { type Remedy, write } from '../../model/remedy.js';
import { lineEndOf, physicalEnd } from '../../text/lines.js';
import type { Span } from '../../text/span.js';
import { type Word, words } from '../../text/words.js';
import { isAlone, readLines, skipBlanks, type Unreadable, unreadable } from './blocks.js';
import { SYNTAX } from './judge.js';

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const report = (at: { readonly span: Span } | undefined, message: string, remedy?: Remedy): Problem => ({
  rule: SYNTAX,
  span: at?.span ?? { start: 0, end: 0 },
  message,
  ...(remedy && { remedy }),
});

const firstWord = (text: string, start: number): Word | undefined => words(text, start, physicalEnd(text, start), 1)[0];

/** The services that begin on the lines from `start` on. */
const servicesFrom = (text: string, start: number): readonly string[] =>
  [...text.slice(start).matchAll(/^[ \t]*service[ \t]+([^\s{]+)/gim)].map(([, name]) => name ?? '');

/** What xinetd passes over until it finds its feet again; `from` is behind the line that it stumbles over. */
function passesOver(text: string, from: number): string {
  const lost = servicesFrom(text, from);
  const what =
    lost.length === 0 ? '' : `, and with it ${lost.length === 1 ? 'the service' : 'the services'} ${lost.slice(0, 3).join(', ')}`;
  return `xinetd passes over everything up to the next } on a line of its own${what}`;
}

const KEYWORDS = ['service', 'defaults', 'include', 'includedir'] as const;

/** A line outside of blocks that begins none. */
export function strayProblem(text: string): Problem {
  const [first, second] = words(text, 0, physicalEnd(text, 0), 2);
  const rest = passesOver(text, physicalEnd(text, 0));
  const said = first?.text ?? '';
  if (/^(?:service|include|includedir)$/i.test(said) && second === undefined)
    return report(first, `${said} needs ${/^service$/i.test(said) ? 'the name of a service' : 'a path'} behind it: ${rest}.`);
  if (said.startsWith('\uFEFF'))
    return report(first, `A byte order mark stands before “${short(said.slice(1))}”, so xinetd does not know the word: ${rest}.`);
  const ends = [...readLines(text, physicalEnd(text, 0))].length === 0;
  if (said === '}') {
    const remedy = { title: 'Take the } away', edits: [{ span: { start: 0, end: physicalEnd(text, 0) }, text: '' }] };
    return report(
      first,
      `This } closes no block: ${ends ? 'xinetd complains of it in its log' : rest}. Take it away.`,
      second ? undefined : remedy,
    );
  }
  if (said === '{') return report(first, `Above this { neither service and a name nor defaults stands: ${rest}.`);
  const meant = KEYWORDS.find((keyword) => isNear(said, keyword));
  const guess = meant === undefined ? '' : ` Probably ${meant} is meant.`;
  const remedy = meant === undefined || first === undefined ? undefined : write(first.span, meant);
  return report(first, `xinetd expects service, defaults, include or includedir here, not “${short(said)}”: ${rest}.${guess}`, remedy);
}

/** The { that ends the word `named` on a line of its own, with what stands behind it below. */
function braceBelow(text: string, named: Word): Remedy {
  const lineEnd = lineEndOf(text);
  const at = named.span.end - 1;
  let before = at;
  while (before > 0 && /[ \t]/.test(text[before - 1] ?? '')) before--;
  const behind = skipBlanks(text, at + 1);
  const isLast = /^\r?\n|^$/.test(text.slice(behind));
  return {
    title: 'Put the { on the line below',
    edits: [{ span: { start: before, end: behind }, text: `${lineEnd}{${isLast ? '' : `${lineEnd}\t`}` }],
  };
}

/** The line behind the head of a block is not { alone; `what` is the service, or `defaults`. */
export function headProblem(text: string, what: string): Problem {
  const [, next] = readLines(text, 0);
  const named = words(text, 0, physicalEnd(text, 0)).find(({ text: word }) => word.endsWith('{'));
  const at = named ?? firstWord(text, next ?? 0);
  const rest = next === undefined ? 'the file ends here' : passesOver(text, physicalEnd(text, next));
  return report(at, `The { of ${what} must stand alone on the line below its name: ${rest}.`, named && braceBelow(text, named));
}

const isHead = (text: string, start: number): boolean => {
  const [first, second] = words(text, start, physicalEnd(text, start), 2);
  const [brace] = readLines(text, physicalEnd(text, start));
  return first !== undefined && second !== undefined && /^service$/i.test(first.text) && brace !== undefined && isAlone(text, brace, '{');
};

function saidOf(text: string, start: number, why: Unreadable, what: string): string {
  const word = firstWord(text, start)?.text ?? '';
  if (isHead(text, start) || /^service$/i.test(word))
    return `The block of ${what} has no } before this line, which xinetd takes for part of it`;
  if (word.startsWith('}')) return 'The } must stand alone on its line';
  if (/^include(?:dir)?$/i.test(word)) return `${word} cannot stand in a block`;
  const name = short(word.replace(/[+-]?=.*$/s, ''));
  if (why === 'no-space') return name === '' ? 'An attribute is to stand before the =' : `A blank must stand between “${name}” and the =`;
  return why === 'nothing' ? `Behind “${name}” an = and a value are missing` : `Behind “${name}” one of =, += and -= must follow`;
}

/** A } above the line at `start`. */
const closedBefore = (text: string, start: number): Remedy => ({
  title: 'Put a } above',
  edits: [{ span: { start, end: start }, text: `}${lineEndOf(text)}` }],
});

/** The attribute, its operator and its value with blanks between; undefined where it takes more than blanks to set the line right. */
function remedyAt(text: string, start: number, why: Unreadable): Remedy | undefined {
  if (isHead(text, start)) return closedBefore(text, start);
  const at = skipBlanks(text, start);
  const found = why === 'no-space' ? /^(\w+)([+-]?=)[ \t]*(?=[^\s=])/.exec(text.slice(at, physicalEnd(text, at))) : null;
  if (found === null) return undefined;
  const [all, name = '', operator = ''] = found;
  return { title: `Write ${name} ${operator}`, edits: [{ span: { start: at, end: at + all.length }, text: `${name} ${operator} ` }] };
}

/** The first line within a block that xinetd cannot read: where it begins, and the problem. `lines` are those it reads behind the {. */
export function unreadableIn(
  text: string,
  lines: readonly number[],
  what: string,
): { readonly at: number; readonly problem: Problem } | undefined {
  for (const at of lines) {
    if (isAlone(text, at, '}')) continue;
    const why = unreadable(text, at);
    if (why === undefined) continue;
    const costs =
      what === 'defaults'
        ? 'xinetd reads the defaults no further, and does not know what to do with the lines behind it'
        : `xinetd does not offer ${what}, and passes over the rest of its block`;
    return { at, problem: report(firstWord(text, at), `${saidOf(text, at, why, what)}: ${costs}.`, remedyAt(text, at, why)) };
  }
  return undefined;
}

/** A service that begins within another's block, and is lost: xinetd reads that block no further. */
export function swallowedIn(text: string, lines: readonly number[], what: string): Problem | undefined {
  const at = lines.find((start) => isHead(text, start));
  return at === undefined
    ? undefined
    : report(
        firstWord(text, at),
        `The block of ${what} has no } before this line, so xinetd passes over this service too.`,
        closedBefore(text, at),
      );
}

/** True where the last line that is read is } alone. */
export const isClosed = (text: string, lines: readonly number[]): boolean => {
  const last = lines.at(-1);
  return last !== undefined && isAlone(text, last, '}');
};

const closed = (text: string): Remedy => {
  const lineEnd = lineEndOf(text);
  return {
    title: 'Put a } at the end',
    edits: [{ span: { start: text.length, end: text.length }, text: `${text.endsWith('\n') ? '' : lineEnd}}${lineEnd}` }],
  };
};

export const unclosed = (text: string, what: string): Problem =>
  report(firstWord(text, 0), `The block of ${what} has no } before the end of the file: xinetd drops it.`, closed(text));

export const secondDefaults = (text: string): Problem =>
  report(firstWord(text, 0), 'There is a defaults block above: xinetd takes one alone and ignores this one.');
