/** What dcron reads before a command: the name of the job, how often it runs, and which jobs it waits for. */
import { isBlank, type Word, words } from '../../../text/words.js';
import { atoi } from '../fields/atoi.js';
import type { Refusal } from './reading.js';

export interface JobOptions {
  /** `ID=`. */
  readonly name?: string;
  /** `FREQ=`: seconds that lie between two runs, and before another attempt. */
  readonly every?: number;
  readonly retry?: number;
  /** `AFTER=`, as it stands. */
  readonly after?: string;
  /** What is wrong with one of them. */
  readonly refusal?: Refusal;
}

/** An option up to its equals sign, for expressions. */
export const OPTION_NAME = '(?:ID|FREQ|AFTER)=';

const OPTION = new RegExp(`^${OPTION_NAME}`);

/** The words that `command` begins with and that dcron takes for options, or stumbles over. */
export function optionWords(command: string): readonly Word[] {
  const found = words(command);
  const end = found.findIndex(({ text }) => !OPTION.test(text));
  return found.slice(0, end === -1 ? found.length : end);
}

/** Offset of what stands behind `options` and their blanks. */
export function commandStart(command: string, options: readonly Word[]): number {
  let at = options.at(-1)?.span.end ?? 0;
  while (at > 0 && isBlank(command[at])) at++;
  return at;
}

export const withoutOptions = (command: string): string => command.slice(commandStart(command, optionWords(command)));

/** Seconds in each unit of an interval. */
const UNITS: Readonly<Record<string, number>> = { m: 60, h: 3600, d: 86_400, w: 604_800 };

/** `10m` from an offset: seconds, and the offset behind it; undefined for anything else. */
function intervalAt(text: string, at: number): { readonly seconds: number; readonly end: number } | undefined {
  const [whole = '', digits = '', unit = ''] = /^(\d+)([mhdw])/.exec(text.slice(at)) ?? [];
  const seconds = Math.imul(atoi(digits || '0'), UNITS[unit] ?? 0);
  return seconds > 0 ? { seconds, end: at + whole.length } : undefined;
}

/** Offset of the first blank from `at`, or the length. */
function blankFrom(text: string, at: number): number {
  let end = at;
  while (end < text.length && !isBlank(text[end])) end++;
  return end;
}

/** One option, and the offset behind it; -1 where it is refused. */
interface Taken {
  readonly option: JobOptions;
  readonly end: number;
}

const WRONG: Taken = { option: {}, end: -1 };

function nameAt(text: string, at: number): Taken {
  const end = blankFrom(text, at);
  return end === text.length ? WRONG : { option: { name: text.slice(at, end) }, end: end + 1 };
}

function frequencyAt(text: string, at: number): Taken {
  const every = intervalAt(text, at);
  const retry = every && text[every.end] === '/' ? intervalAt(text, every.end + 1) : every;
  if (every === undefined || retry === undefined || !isBlank(text[retry.end])) return WRONG;
  return { option: { every: every.seconds, retry: retry.seconds }, end: retry.end };
}

/** A job of `AFTER=`: its name, and how long it may be until it runs. */
function isAwaited(item: string): boolean {
  const slash = item.indexOf('/');
  return slash === -1 || intervalAt(item, slash + 1)?.end === item.length;
}

function awaitedAt(text: string, at: number): Taken {
  const end = blankFrom(text, at);
  // One blank and no more is not enough behind it.
  if (end + 1 >= text.length) return WRONG;
  const after = text.slice(at, end);
  return after.split(',').every(isAwaited) ? { option: { after }, end: end + 1 } : WRONG;
}

function optionAt(text: string, at: number): { readonly key: keyof JobOptions; readonly taken: Taken } | undefined {
  if (text.startsWith('ID=', at)) return { key: 'name', taken: nameAt(text, at + 3) };
  if (text.startsWith('FREQ=', at)) return { key: 'every', taken: frequencyAt(text, at + 5) };
  if (text.startsWith('AFTER=', at)) return { key: 'after', taken: awaitedAt(text, at + 6) };
  return undefined;
}

/**
 * The options from `start` on, and the offset of the command behind them. `isTimed`: the word before them says how often. An `AFTER=` may come
 * again: whether the jobs that it names are there, so that a second one is too many, is not looked at.
 */
export function readJobOptions(text: string, start: number, isTimed: boolean): { readonly options: JobOptions; readonly next: number } {
  let options: JobOptions = {};
  let next = start;
  while (isBlank(text[next])) next++;
  for (;;) {
    const found = optionAt(text, next);
    if (found === undefined) break;
    const { key, taken } = found;
    const isRepeated = (key === 'name' && options.name !== undefined) || (key === 'every' && (isTimed || options.every !== undefined));
    if (isRepeated || taken.end === -1) return { options: { ...options, refusal: 'option' }, next };
    options = { ...options, ...taken.option };
    next = taken.end;
    while (isBlank(text[next])) next++;
  }
  // A name of no letters is none.
  const { name, ...unnamed } = options;
  return { options: name === '' ? unnamed : options, next };
}
