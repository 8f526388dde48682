/** A line of an anacrontab as anacron reads it: readtab.c, and the anacron of Debian run over some fifty lines. */
import { isBlank, type Word } from '../../../text/words.js';

/** One job: its words, with the text that anacron makes of them. */
export interface AnacronJob {
  /** Days, or a word such as `@monthly`. */
  readonly period: Word;
  /** Minutes that it waits after anacron's start. */
  readonly delay: Word;
  readonly identifier: Word;
  readonly command: Word;
}

export interface AnacronAssignment {
  readonly name: Word;
  /** Offset of the equals sign. */
  readonly equals: number;
  /** All behind it: quotes and blanks belong to it. */
  readonly value: Word;
}

/** What is wrong with a line that every anacron skips. */
export interface Fault {
  readonly span: Word['span'];
  readonly message: string;
}

export type AnacronReading =
  | { readonly type: 'job'; readonly job: AnacronJob }
  | { readonly type: 'assignment'; readonly assignment: AnacronAssignment }
  | { readonly type: 'fault'; readonly fault: Fault };

/** Anacron keeps periods and delays in an int. */
const LARGEST = 2_147_483_647;

/** Offset behind the logical line that begins at `start`: a backslash before a line feed joins the next line to it. */
export function anacronLineEnd(text: string, start: number): number {
  for (let feed = text.indexOf('\n', start); feed !== -1; feed = text.indexOf('\n', feed + 1))
    if (feed === start || text[feed - 1] !== '\\') return feed + 1;
  return text.length;
}

/** True for what parts words: blanks, and a backslash with its line feed, which anacron reads as a blank. */
const parts = (text: string, at: number): boolean =>
  isBlank(text[at]) || (text[at] === '\\' && text[at + 1] === '\n') || (text[at] === '\n' && text[at - 1] === '\\');

/** Offset of the first character of `text` that is no blank to anacron, or its length. */
export function anacronIndent(text: string): number {
  let at = 0;
  while (at < text.length && parts(text, at)) at++;
  return at;
}

/** True where a comment begins at `start`: backslashes before its mark are dropped too. */
export function isComment(text: string, start: number): boolean {
  let at = start;
  while (text[at] === '\\' || (at > start && parts(text, at))) at++;
  return text[at] === '#';
}

function wordFrom(text: string, start: number): Word {
  let at = start;
  while (at < text.length && parts(text, at)) at++;
  const from = at;
  while (at < text.length && !parts(text, at)) at++;
  return { text: text.slice(from, at), span: { start: from, end: at } };
}

/** The assignment in `text`: a name without blanks, and an equals sign behind it. */
function assignmentIn(text: string, start: number): AnacronAssignment | undefined {
  let at = start;
  while (at < text.length && text[at] !== '=' && !parts(text, at)) at++;
  const name: Word = { text: text.slice(start, at), span: { start, end: at } };
  while (at < text.length && parts(text, at)) at++;
  if (name.text === '' || text[at] !== '=') return undefined;
  return { name, equals: at, value: { text: text.slice(at + 1), span: { start: at + 1, end: text.length } } };
}

/** What most anacrons make of a field: they drop every backslash, wherever it stands. */
export const asRead = ({ text }: Word): string => text.replaceAll('\\', '');

/** What the shell or the environment is given: a backslash that joins lines is a blank; others are left where they are kept. */
export const asHandedOn = ({ text }: Word, keeps = false): string =>
  keeps ? text.replaceAll('\\\n', ' ') : text.replaceAll('\\\n', ' ').replaceAll('\\', '');

/** Words of a shell before an assignment. */
const SHELL_WORD = /^(?:export|declare|setenv|set)$/;

function faultOf({ period, delay, identifier, command }: AnacronJob, whole: Word['span']): Fault | undefined {
  if (SHELL_WORD.test(period.text))
    return { span: period.span, message: `“${period.text}” is a word of the shell; an assignment is NAME=value` };
  const isWord = asRead(period).startsWith('@');
  if (!isWord && !/^\d+$/.test(asRead(period)))
    return { span: period.span, message: `the period “${shortened(period.text)}” is neither a number of days nor a word such as @monthly` };
  if (delay.text === '') return { span: whole, message: 'the delay in minutes, the name of the job and the command are missing' };
  if (!/^\d+$/.test(asRead(delay))) return { span: delay.span, message: `the delay “${shortened(delay.text)}” is no number of minutes` };
  if (identifier.text === '') return { span: whole, message: 'the name of the job and the command are missing' };
  if (identifier.text.includes('/'))
    return {
      span: identifier.span,
      message: `the name of the job, “${shortened(identifier.text)}”, has a slash in it, and anacron names a file by it`,
    };
  if (command.text === '') return { span: whole, message: 'the command is missing' };
  const far = [...(isWord ? [] : [period]), delay].find((word) => Number(asRead(word)) > LARGEST);
  return far && { span: far.span, message: `${shortened(far.text)} is out of range` };
}

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** Reads `text`, a logical line without its line end that begins, at `start`, with neither a blank nor a `#`. */
export function readAnacron(text: string, start: number): AnacronReading {
  const assignment = assignmentIn(text, start);
  if (assignment) return { type: 'assignment', assignment };
  const period = wordFrom(text, start);
  const delay = wordFrom(text, period.span.end);
  const identifier = wordFrom(text, delay.span.end);
  const { start: from } = wordFrom(text, identifier.span.end).span;
  const job = { period, delay, identifier, command: { text: text.slice(from), span: { start: from, end: text.length } } };
  const fault = faultOf(job, { start, end: Math.max(start + 1, text.trimEnd().length) });
  return fault ? { type: 'fault', fault } : { type: 'job', job };
}
