/** Which comments are entries that somebody turned off, and which form a file's entries show. */
import { factByCommand, factByProgram } from '../../../knowledge/index.js';
import { isProgramWord } from '../../../knowledge/programs.js';
import { isUserName } from '../../../knowledge/users.js';
import { apart } from '../../../text/apart.js';
import { baseName } from '../../../text/base-name.js';
import { physicalEnd, withoutLineEnd } from '../../../text/lines.js';
import { blankAt, isTemplated } from '../../../text/template.js';
import { words } from '../../../text/words.js';
import { strictDialects } from '../dialects/dialects.js';
import { isAccountBefore } from './accounts.js';
import { readEntry } from './entry.js';
import { isOthers } from './others.js';
import { commandOf, type EntryShape, type Form, indentOf, shapeOf } from './shape.js';

/** Words that stand for a user or a command in the headers of shipped files. */
const PLACEHOLDER = /^(?:user-?name|who|user|command|\(?command\)?|<.*|\[.*\]|your.*|path\/to.*|\/path\/to.*|\.\.\.)$/i;

const NAME = /^[A-Za-z_][\w.-]*\$?(?::[\w.-]+)?$/;

/** True for a word that names a program on sight: a path, something the shell computes, or a known command. */
export const isCommandWord = (word: string): boolean =>
  /^(?:[/.~$[({`"'!:]|[A-Za-z_]\w*=)/.test(word) ||
  (/\//.test(word) && !/^[<[]/.test(word)) ||
  isProgramWord(baseName(word)) ||
  factByProgram(word) !== undefined ||
  factByCommand(word) !== undefined;

/** True for a word that only stands behind a command: an option, a redirection, or what ends it. */
export const isBehindCommand = (word: string): boolean => /^(?:-|\d?[<>]|[&|;])/.test(word);

/** True for an entry (of a form that `shape` was cut by) whose words behind the time are no placeholder and no prose. `spaced`: a blank stands behind the mark, as in prose; who turns an entry off writes none. */
export function looksCommentedOut(shape: EntryShape, spaced: boolean): boolean {
  const command = commandOf(shape)?.text.split(/[ \t]/, 1)[0] ?? '';
  if (command === '' || PLACEHOLDER.test(command)) return false;
  if (shape.form === 'system' && (shape.user === undefined || PLACEHOLDER.test(shape.user.text) || !NAME.test(shape.user.text)))
    return false;
  return isCommandWord(command) && !(spaced && readsLikeProse(commandOf(shape)?.text ?? '', command));
}

/** Programs whose names are ordinary words: in a comment they begin a sentence as often as a command. */
const ENGLISH = new Set(
  'at batch cat command convert cut date do done echo else exec fi find for free grep head hash if kill last leave less make mail more motion nice play read reboot run sleep sort start stop screen tail tee test then time top touch true until wait wall watch what which while who write'.split(
    ' ',
  ),
);

/** True for an ordinary word with nothing but ordinary words behind it. */
const readsLikeProse = (text: string, command: string): boolean => {
  const behind = text.slice(command.length).trim();
  return ENGLISH.has(command) && behind !== '' && !/[-/.$|;&<>=%*"'`]/.test(behind);
};

/** True where some cron takes the times of `shape`, whatever stands behind them. */
const hasTimes = (shape: EntryShape): boolean =>
  strictDialects.some(
    (dialect) =>
      readEntry({ ...shape, form: 'user', command: shape.user ?? shape.fields[0] ?? { text: 'x', span: { start: 0, end: 0 } } }, dialect)
        .refused === undefined,
  );

/** `shape` with any time in the fields that a template is to fill in. */
const filledIn = (shape: EntryShape): EntryShape => ({
  ...shape,
  fields: shape.fields.map((field) => (blankAt(field.text) === -1 ? field : { ...field, text: '*' })),
});

/** The form that one entry shows: a user before a command, or a command at once. */
function formShown(text: string): Form | undefined {
  const shape = shapeOf(text, indentOf(text), 'system');
  if (shape.user === undefined) return undefined;
  if (!hasTimes(shape) && (blankAt(text) === -1 || !hasTimes(filledIn(shape)))) return undefined;
  const sixth = shape.user.text;
  const seventh = shape.command?.text.split(/[ \t]/, 1)[0] ?? '';
  // An expression of a template is a user where it says so.
  if (isTemplated(sixth)) return /user|owner|account/i.test(sixth) ? 'system' : undefined;
  if (!NAME.test(sixth)) return 'user';
  if (seventh === '') return isCommandWord(sixth) ? 'user' : undefined;
  if (isAccountBefore(sixth, seventh)) return 'system';
  if (isUserName(sixth) && (isCommandWord(seventh) || !isProgramWord(sixth))) return 'system';
  if (isCommandWord(sixth) || isBehindCommand(seventh)) return 'user';
  return isCommandWord(seventh) ? 'system' : undefined;
}

/** At most so many lines are asked what they look like. */
const ASKED = 200;

/** The lines of `text` that are asked. */
function headOf(text: string): string {
  let end = 0;
  for (let asked = 0; end < text.length && asked < ASKED; asked++) end = physicalEnd(text, end);
  return text.slice(0, end);
}

function* linesOf(text: string): Iterable<string> {
  for (let start = 0, asked = 0; start < text.length && asked < ASKED; asked++) {
    const end = physicalEnd(text, start);
    yield withoutLineEnd(text.slice(start, end));
    start = end;
  }
}

/** What is left of each of the lines that are asked without its comment mark. */
function* commentsIn(text: string): Iterable<string> {
  for (const line of linesOf(text)) if (line[indentOf(line)] === '#') yield line.replace(/^[ \t]*#[# \t]*/, '');
}

function* liveIn(text: string): Iterable<string> {
  for (const line of linesOf(text)) {
    const first = line[indentOf(line)];
    if (first !== undefined && first !== '#') yield line;
  }
}

/** So many entries settle it where none before them shows the other form. */
const UNANIMOUS = 8;

/** What entries show together. */
interface Show {
  /** Undefined where none shows any, or they are even. */
  readonly form: Form | undefined;
  /** True where the first of them settled it. */
  readonly soon: boolean;
}

/** What `lines` show together: the form of most, and whether the first settled it. */
function majority(lines: Iterable<string>): Show {
  let balance = 0;
  let shown = 0;
  for (const line of lines) {
    const form = formShown(line);
    if (form === undefined) continue;
    shown++;
    balance += form === 'system' ? 1 : -1;
    if (shown === UNANIMOUS && Math.abs(balance) === UNANIMOUS) break;
  }
  return { form: balance === 0 ? undefined : balance > 0 ? 'system' : 'user', soon: shown === UNANIMOUS };
}

/** So many heads are remembered with what they show: those of the texts that somebody may have open side by side. */
const OPEN = 4;

let recent: readonly { readonly head: string; readonly form: Form | undefined }[] = [];

/** The form that most entries of `text` show; where none is left, that of its commented-out ones; undefined when they leave it open. */
export function formOf(text: string): Form | undefined {
  const head = headOf(text);
  const known = recent.find((one) => one.head === head);
  if (known) return known.form;
  const live = majority(liveIn(head));
  // What is found as soon again is not worth to be remembered.
  if (live.form !== undefined && live.soon) return live.form;
  const form = live.form ?? majority(commentsIn(head)).form;
  recent = [{ head: apart(head), form }, ...recent].slice(0, OPEN);
  return form;
}

/** How much `text` looks like a crontab: the share of lines with five time fields or an `@` word, assignments aside. */
export function resembles(text: string): number {
  if (isOthers(text, false)) return 0;
  let entries = 0;
  let others = 0;
  for (const line of linesOf(text)) {
    const found = words(line, 0, line.length, 6);
    const first = found[0]?.text ?? '';
    if (first === '' || first.startsWith('#') || /^[\w"']+\s*=/.test(line.trim())) continue;
    const shape = shapeOf(line, indentOf(line), 'user');
    const cronLike = first.startsWith('@') ? shape.command !== undefined : /[\d*]/.test(first) && /^[\d*~a-zA-Z,/-]+$/.test(first);
    if (cronLike && strictDialects.some((dialect) => readEntry(shape, dialect).refused === undefined)) entries++;
    else others++;
  }
  return entries === 0 ? 0 : entries / (entries + others);
}
