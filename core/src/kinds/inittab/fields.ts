/** The four fields of a line, and the words of the process. */
import { isBlank, slice, type Word, words } from '../../text/words.js';
import type { InittabEntry } from './model.js';
import type { InittabRole, InittabToken } from './role.js';

export const token = (role: InittabRole, word: Word): InittabToken => ({ ...word, role });

export interface Fields {
  readonly tokens: readonly InittabToken[];
  /** How many fields there are, four at most. */
  readonly count: number;
  /** Where there are four. */
  readonly entry?: InittabEntry;
}

/** `text` from `start` to `end` without the blanks around it; undefined where nothing is left. */
function trimmed(text: string, start: number, end: number): Word | undefined {
  while (start < end && isBlank(text[start])) start++;
  while (end > start && /[ \t\r\n]/.test(text[end - 1] ?? '')) end--;
  return start < end ? { text: text.slice(start, end), span: { start, end } } : undefined;
}

/** Signs before the process: `+` and `@` of sysvinit, `-` of BusyBox for a login shell. */
const SIGNS = /^[+@-]+(?=[^+@-])/;

/** Words that run the command behind them. */
const WRAPPER = /^(?:\/\S*\/)?(?:exec|nohup|setsid|cttyhack|nice|busybox|env|command)$/;

/** Index of the program among `found`: behind assignments and what runs the command behind it. */
function programAt(found: readonly Word[]): number {
  let at = 0;
  for (let word = found[at]; word !== undefined; word = found[at]) {
    const runsNext = WRAPPER.test(word.text) && found[at + 1] !== undefined;
    const isOption = at > 0 && /^-/.test(word.text);
    if (!runsNext && !isOption && !/^[A-Za-z_]\w*=/.test(word.text)) break;
    at += isOption && /^-n$/.test(word.text) ? 2 : 1;
  }
  return at < found.length ? at : 0;
}

function processTokens(text: string, start: number, end: number): InittabToken[] {
  const [first, ...rest] = words(text, start, end);
  if (first === undefined) return [];
  const sign = SIGNS.exec(first.text)?.[0].length ?? 0;
  const found = [sign > 0 ? slice(first, sign) : first, ...rest];
  const program = programAt(found);
  return [
    ...(sign > 0 ? [token('sign', slice(first, 0, sign))] : []),
    ...found.map((word, index) => token(index === program ? 'program' : 'argument', word)),
  ];
}

/** Offset of the next colon from `at` on, at most `end`. */
const colon = (text: string, at: number, end: number): number => {
  const found = text.indexOf(':', at);
  return found === -1 || found >= end ? end : found;
};

const NOTHING: Word = { text: '', span: { start: 0, end: 0 } };

/** Reads `text` from `start` to `end` as the fields of an entry; `isTerminal`: the first one names a terminal. The process is read in `flat`, as long as `text`. */
export function fieldsOf(text: string, start: number, end: number, isTerminal: boolean, flat = text): Fields {
  const tokens: InittabToken[] = [];
  const roles: readonly InittabRole[] = [isTerminal ? 'tty' : 'id', 'runlevels', 'action'];
  const found: Partial<Record<InittabRole, InittabToken>> = {};
  const written: Word[] = [];
  let at = start;
  let count = 1;
  for (const role of roles) {
    const stop = colon(text, at, end);
    const word = trimmed(text, at, stop);
    if (word) tokens.push((found[role] = token(role, word)));
    written.push({ text: text.slice(at, stop), span: { start: at, end: stop } });
    at = stop;
    if (stop === end) break;
    tokens.push(token('separator', { text: ':', span: { start: stop, end: stop + 1 } }));
    at = stop + 1;
    count++;
  }
  if (count < 4) return { tokens, count };
  const process = processTokens(flat, at, end);
  const action = found.action ?? token('action', { text: '', span: { start: at - 1, end: at - 1 } });
  const program = process.find(({ role }) => role === 'program');
  const id = found.id ?? found.tty;
  const [first = NOTHING, levels = NOTHING, does = NOTHING] = written;
  const last = { start: at, end: text[end - 1] === '\n' ? end - 1 : end };
  return {
    tokens: [...tokens, ...process],
    count,
    entry: {
      action,
      ...(id && { id }),
      ...(found.runlevels && { levels: found.runlevels }),
      ...(program && { program }),
      args: process.filter(({ role }) => role === 'argument'),
      process: trimmed(flat, at, end)?.text ?? '',
      written: {
        first,
        id: slice(first, first.text.length - first.text.replace(/^[ \t]+/, '').length),
        levels,
        action: does,
        process: { text: text.slice(last.start, last.end), span: last },
      },
    },
  };
}
