/** One line as OpenBSD's rc reads it, which is no shell: _rc_parse_conf of its rc.subr, run in mksh over lines made at random. */
import type { Problem } from '../../model/line.js';
import { slice, type Word } from '../../text/words.js';
import { type AssignmentReading, nameTokens, token } from './assignment.js';
import type { RcConfToken } from './model.js';
import { SYNTAX } from './names.js';

/** The name, in any case, and an equals sign that may have blanks around it. */
const HEAD = /^([A-Za-z_]\w*)[ \t]*(=)[ \t]*/d;

/** Offset behind the value that begins at `start`: a # ends it wherever it stands, in quotes too. */
function valueEnd(text: string, start: number): number {
  const hash = text.indexOf('#', start);
  let end = hash === -1 ? text.length : hash;
  while (end > start && /[ \t]/.test(text[end - 1] ?? '')) end--;
  return end;
}

/** The value, and the quotes that are taken away: a pair of them, the first and the last character. */
function valueTokens(value: Word): { readonly tokens: readonly RcConfToken[]; readonly value?: RcConfToken } {
  const { length } = value.text;
  if (length === 0) return { tokens: [] };
  const isQuoted = length > 1 && /^(["']).*\1$/s.test(value.text);
  if (!isQuoted) {
    const all = token('value', value);
    return { tokens: [all], value: all };
  }
  const inner = token('value', slice(value, 1, length - 1));
  const [first, last] = [token('quote', slice(value, 0, 1)), token('quote', slice(value, length - 1))];
  return { tokens: length === 2 ? [first, last] : [first, inner, last], value: inner };
}

/** Reads the assignment that begins at `start` of `text`, one line without its end; undefined where anything else stands there. */
export function readWithoutShell(text: string, start: number, suffix: string): AssignmentReading | undefined {
  const whole: Word = { text, span: { start: 0, end: text.length } };
  const head = HEAD.exec(text.slice(start));
  const [, name = ''] = head ?? [];
  const equals = start + (head?.indices?.[2]?.[0] ?? 0);
  if (head === null) return undefined;
  const at = start + head[0].length;
  const end = valueEnd(text, at);
  const { tokens, value } = valueTokens(slice(whole, at, end));
  const hash = text.indexOf('#', end);
  return {
    tokens: [
      ...nameTokens(slice(whole, start, start + name.length), suffix),
      token('equals', slice(whole, equals, equals + 1)),
      ...tokens,
      ...(hash === -1 ? [] : [token('comment', slice(whole, hash, text.trimEnd().length))]),
    ],
    // Names are in lower case to it, however they are written.
    assignment: { variable: name.toLowerCase(), ...(value && { value }), open: false, at },
  };
}

/** A quote at the beginning that nothing takes away; undefined where there is none. */
export function quoteProblem({ assignment: { value } }: AssignmentReading, text: string): Problem | undefined {
  const [quote = ''] = value?.text ?? '';
  if (value === undefined || (quote !== '"' && quote !== "'") || (value.text.split(quote).length - 1) % 2 === 0) return undefined;
  const why = text.includes('#', value.span.end) ? 'a # ends the value before the other one, in quotes too' : 'the other one is missing';
  return { rule: SYNTAX, span: value.span, message: `rc takes this quote for a part of the value: ${why}.` };
}
