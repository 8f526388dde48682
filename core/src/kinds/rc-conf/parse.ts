/** One line of rc.conf: an assignment, one that is commented out, a comment, or code. */
import type { ParseOptions } from '../../model/kind.js';
import type { Launch } from '../../model/line.js';
import { isDirective } from '../../text/directive.js';
import { slice, type Word, words } from '../../text/words.js';
import { type AssignmentReading, readAssignment } from './assignment.js';
import { after, decode, encode } from './code.js';
import type { RcConfLine, RcConfRole, RcConfToken } from './model.js';
import { quoteProblem, readWithoutShell } from './no-shell.js';
import { curlyQuotes, problemOf } from './problems.js';
import { type System, systemOf } from './systems.js';

/** Nobody writes a longer one; what is longer is text. */
const LONGEST = 65_536;

const token = (role: RcConfRole, word: Word): RcConfToken => ({ text: word.text, span: word.span, role });

const withoutEnd = (line: string): string => line.replace(/(?<![\r\n])[\r\n]+$/, '');

const plain = (line: string, carry: string, type: RcConfLine['type'], tokens: readonly RcConfToken[]): RcConfLine => ({
  type,
  text: line,
  tokens,
  launches: [],
  problems: [],
  carry,
});

/** All of `text` but its blanks at both ends. */
function body(text: string): Word | undefined {
  const start = text.search(/[^ \t\r\n]/);
  return start === -1
    ? undefined
    : slice({ text, span: { start: 0, end: text.length } }, start, text.replace(/(?<![ \t\r\n])[ \t\r\n]+$/, '').length);
}

const launch = (subject: RcConfToken, on: boolean, system: System): Launch => {
  const fact = system.factOf(system.noShell ? subject.text.toLowerCase() : subject.text);
  return { subject, ...(fact && { fact: fact.id }), state: on ? 'on' : 'off', when: { type: 'runlevels', levels: ['default'] } };
};

/** Each script of `pkg_scripts` is on; the value's token gives way to one for each. */
function packages({ tokens, assignment }: AssignmentReading, text: string, system: System) {
  const { value } = assignment;
  if (value === undefined || assignment.open) return { tokens, launches: [] };
  const scripts = words(text, value.span.start, value.span.end).map((word) => token(word.text === '\\' ? 'quote' : 'script', word));
  return {
    tokens: tokens.flatMap((each) => (each === value ? scripts : [each])),
    launches: scripts.flatMap((script) => (script.role === 'script' ? [launch(script, true, system)] : [])),
  };
}

function read(reading: AssignmentReading, text: string, system: System): Pick<RcConfLine, 'tokens' | 'launches'> {
  const { tokens, assignment } = reading;
  if (system.id === 'openbsd' && assignment.variable === 'pkg_scripts') return packages(reading, text, system);
  const name = tokens.find(({ role }) => role === 'name');
  const value = assignment.value?.text ?? '';
  if (name === undefined || assignment.open || !system.isSwitch(assignment.variable, value)) return { tokens, launches: [] };
  const on = system.stateOf(value, assignment.variable);
  // What is neither yes nor no counts as no.
  return { tokens, launches: [launch(name, on ?? false, system)] };
}

function assigned(line: string, text: string, reading: AssignmentReading, carry: string, system: System): RcConfLine {
  const { tokens, launches } = read(reading, text, system);
  const problem = curlyQuotes(text) ?? (system.noShell ? quoteProblem(reading, text) : undefined);
  return {
    type: launches.length > 0 ? 'entry' : 'setting',
    text: line,
    tokens,
    launches,
    problems: problem ? [problem] : [],
    carry,
    assignment: reading.assignment,
  };
}

const readBy = (text: string, start: number, system: System): AssignmentReading | undefined =>
  system.noShell ? readWithoutShell(text, start, system.suffix) : readAssignment(text, start, system);

/** A comment that would turn something on if its mark went. */
function commented(line: string, text: string, hash: number, carry: string, system: System): RcConfLine | undefined {
  const start = /^#[ \t]?/.exec(text.slice(hash))?.[0].length ?? 1;
  const reading = readBy(text, hash + start, system);
  if (reading === undefined) return undefined;
  const { tokens, launches } = read(reading, text, system);
  const off = launches.filter(({ state }) => state === 'on').map((each): Launch => ({ ...each, state: 'commented' }));
  if (off.length === 0) return undefined;
  const span = { start: hash, end: hash + start };
  return {
    type: 'commented',
    text: line,
    tokens: [token('mark', { text: '#', span: { start: hash, end: hash + 1 } }), ...tokens],
    launches: off,
    problems: [],
    carry,
    marks: [span],
    assignment: reading.assignment,
  };
}

/** Total: any text gives a line. */
export function parseLine(line: string, carry: string, { dialects }: ParseOptions): RcConfLine {
  const text = withoutEnd(line);
  const whole = body(text);
  if (whole === undefined) return plain(line, carry, 'blank', []);
  const system = systemOf(dialects);
  const inside = decode(carry);
  const isOpen = 'until' in inside || inside.depth > 0 || text.length > LONGEST;
  if (whole.text.startsWith('#') && !('until' in inside)) {
    const off = isOpen || isDirective(text) ? undefined : commented(line, text, whole.span.start, carry, system);
    return off ?? plain(line, carry, 'comment', [token('comment', whole)]);
  }
  const reading = isOpen ? undefined : readBy(text, whole.span.start, system);
  if (reading) return assigned(line, text, reading, carry, system);
  const code = [token('code', whole)];
  // What is no assignment is nothing to it.
  if (system.noShell) return plain(line, carry, 'comment', code);
  const problem = isOpen ? undefined : problemOf(text);
  if (problem) return { ...plain(line, carry, 'broken', code), problems: [problem] };
  return plain(line, encode(after(text, inside)), 'comment', code);
}
