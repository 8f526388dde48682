/** What `service --status-all` writes: a sign and a name on Debian, a sentence for each process on Red Hat. */
import { slice, type Word } from '../../../text/words.js';
import { token } from '../links.js';
import type { TableReader, TableReading } from './reading.js';

/** `[ + ]` runs, `[ - ]` does not, `[ ? ]` has no `status` that it could be asked by [service(8) of init-system-helpers]. */
function ofDebian(words: readonly Word[]): TableReading | undefined {
  const whole = words[0] && /^\[[+?-]\]$/.test(words[0].text) ? words[0] : undefined;
  const [open, sign, close] = whole ? [slice(whole, 0, 1), slice(whole, 1, 2), slice(whole, 2)] : words;
  const [first, ...others] = words.slice(whole ? 1 : 3);
  if (open === undefined || sign === undefined || close === undefined || first === undefined || others.length > 0) return undefined;
  if (open.text !== '[' || close.text !== ']' || !/^[+?-]$/.test(sign.text)) return undefined;
  const [name, state] = [token('name', first), token('running', sign)];
  return {
    tokens: [token('separator', open), state, token('separator', close), name],
    status: { table: 'status', name, states: [state], ...(sign.text !== '?' && { on: sign.text === '+' }), levels: ['?'] },
  };
}

/** `is stopped`, `dead but pid file exists`, `dead but subsys locked`, and the first in some languages of Red Hat's initscripts. */
const STOPPED = /^(?:is stopped|dead but .*|is not running.*|已停.*|已死.*|は停止しています.*)$/;

/** `(pid  123 456) is running...`: the number in brackets is there in every language. */
const RUNNING = /^\((?:pid|PID) +\d[\d ,]*\)\s*\S/;

function ofRedHat(text: string, words: readonly Word[]): TableReading | undefined {
  const [first, second] = words;
  const last = words.at(-1);
  if (first === undefined || second === undefined || last === undefined || !/^[A-Za-z0-9_][\w.+-]*:?$/.test(first.text)) return undefined;
  const span = { start: second.span.start, end: last.span.end };
  const said = text.slice(span.start, span.end);
  const on = RUNNING.test(said);
  if (!on && !STOPPED.test(said)) return undefined;
  const colon = first.text.endsWith(':');
  const name = token('name', colon ? slice(first, 0, first.text.length - 1) : first);
  const state = token('running', { text: said, span });
  return {
    tokens: [name, ...(colon ? [token('colon', slice(first, first.text.length - 1))] : []), state],
    status: { table: 'status', name, states: [state], on, levels: ['?'] },
  };
}

/** A reader for lines of `text`. */
export const serviceStatusReader =
  (text: string): TableReader =>
  (words) =>
    ofDebian(words) ?? ofRedHat(text, words);

/** True where `service` of Red Hat wrote the row: it names processes, not scripts. */
export const isProse = ({ states }: TableReading['status']): boolean => (states[0]?.text.length ?? 0) > 1;
