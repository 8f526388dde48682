/** One assignment of the shell, with nothing else on its line but a comment; behind NetBSD's `sshd=YES` may stand its flags. */
import { slice, type Word } from '../../text/words.js';
import type { Assignment, RcConfRole, RcConfToken } from './model.js';
import type { System } from './systems.js';

export const token = (role: RcConfRole, word: Word): RcConfToken => ({ text: word.text, span: word.span, role });

export interface AssignmentReading {
  readonly tokens: readonly RcConfToken[];
  readonly assignment: Assignment;
}

/** What a system's file may have that others' may not. */
type Manner = Pick<System, 'suffix'>;

const NAME = /^[A-Za-z_][A-Za-z0-9_]*(?==)/;

/** A value in one pair of quotes, or a bare one, and a comment or nothing behind it. */
const SINGLE = /^'([^']*)'/;
const DOUBLE = /^"((?:[^"\\]|\\[\s\S])*)"/;
const BARE = /^[^\s"'\\;&|<>()`$#][^\s"'\\;&|<>()`$]*/;
const REST = /^(?:[ \t]*;)?(?:[ \t]+(#.*))?[ \t\r]*$/;

/** What else is set on the same line, such as the flags of the service. */
const FLAGS = /^(?:[ \t]+[A-Za-z]\w*_\w+=(?:"[^"$`\\]*"|'[^']*'|[^\s"'\\;&|<>()`$#]*)(?=\s|$))+/;

/** A value that is one word to the shell, whatever the shell makes of it. */
const WORD = /^(?:[^\s"'\\;&|<>()`]|"(?:[^"\\]|\\[\s\S])*"|'[^']*'|\\[\s\S])+/;

interface Value {
  readonly tokens: readonly RcConfToken[];
  readonly value?: RcConfToken;
  readonly open: boolean;
  readonly end: number;
}

function quoted(whole: Word, at: number, inner: string): Value {
  const end = at + inner.length + 2;
  const value = token('value', slice(whole, at + 1, end - 1));
  return {
    tokens: [token('quote', slice(whole, at, at + 1)), ...(inner === '' ? [] : [value]), token('quote', slice(whole, end - 1, end))],
    value,
    // A backslash at the end of a line only goes on with it.
    open: whole.text[at] === '"' && /[$`]|\\(?!\r?\n)/.test(inner),
    end,
  };
}

function valueAt(whole: Word, at: number, { suffix }: Manner): Value | undefined {
  const takesFlags = suffix === '';
  const rest = whole.text.slice(at);
  const alone = (length: number): boolean => REST.test(takesFlags ? rest.slice(length).replace(FLAGS, '') : rest.slice(length));
  const inner = (SINGLE.exec(rest) ?? DOUBLE.exec(rest))?.[1];
  if (inner !== undefined && alone(inner.length + 2)) return quoted(whole, at, inner);
  if (alone(0)) return { tokens: [], open: false, end: at };
  const bare = BARE.exec(rest)?.[0];
  const word = bare !== undefined && alone(bare.length) ? bare : WORD.exec(rest)?.[0];
  if (word === undefined || !alone(word.length)) return undefined;
  const value = token('value', slice(whole, at, at + word.length));
  return { tokens: [value], value, open: word !== bare, end: at + word.length };
}

/** The name of a variable, and what it ends with where that switches a service. */
export function nameTokens(name: Word, suffix: string): RcConfToken[] {
  const { text } = name;
  const cut = text.toLowerCase().endsWith(suffix) && text.length > suffix.length ? text.length - suffix.length : text.length;
  return [token('name', slice(name, 0, cut)), ...(cut < text.length ? [token('suffix', slice(name, cut))] : [])];
}

/** Reads the assignment that begins at `start` of `text`, which has no line end; undefined where anything else stands there. */
export function readAssignment(text: string, start: number, manner: Manner): AssignmentReading | undefined {
  const { suffix } = manner;
  const whole: Word = { text, span: { start: 0, end: text.length } };
  const variable = NAME.exec(text.slice(start))?.[0];
  if (variable === undefined) return undefined;
  const equals = start + variable.length;
  const value = valueAt(whole, equals + 1, manner);
  if (value === undefined) return undefined;
  const rest = text.slice(value.end);
  const hash = /[ \t]#/.exec(rest);
  const semicolon = /^[ \t]*;/.exec(rest)?.[0].length;
  const flags = FLAGS.exec(rest)?.[0];
  return {
    tokens: [
      ...nameTokens(slice(whole, start, equals), suffix),
      token('equals', slice(whole, equals, equals + 1)),
      ...value.tokens,
      ...(semicolon === undefined ? [] : [token('code', slice(whole, value.end + semicolon - 1, value.end + semicolon))]),
      ...(flags === undefined ? [] : [token('code', slice(whole, value.end + flags.search(/\S/), value.end + flags.length))]),
      ...(hash ? [token('comment', slice(whole, value.end + hash.index + 1, text.trimEnd().length))] : []),
    ],
    assignment: { variable, ...(value.value && { value: value.value }), open: value.open, at: equals + 1 },
  };
}
