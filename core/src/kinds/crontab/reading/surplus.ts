/** The name of a user where the command should begin. */
import { isProgramWord } from '../../../knowledge/programs.js';
import { isUserName } from '../../../knowledge/users.js';
import { baseName } from '../../../text/base-name.js';
import { type Word, words } from '../../../text/words.js';
import { isCommandWord } from './commented.js';

/** Where programs are: what lies there is run, not worked on. */
const PROGRAM = /(?:^|\/)(?:s?bin|libexec|init\.d)\/[^/]+$|\.(?:sh|py|pl|php|rb)$/;

/** True when `user` before `next` can be nothing but a user: some names are those of programs too, and take a path as argument. */
export function isSurplus(user: string, next: string): boolean {
  if (!isUserName(user) || /[.:/]/.test(user)) return false;
  if (user === 'root') return isCommandWord(next);
  return !isCommandWord(user) && (PROGRAM.test(next) || isProgramWord(baseName(next)));
}

/** A user, and the offset at which the command behind it begins. */
export interface Surplus {
  readonly word: Word;
  readonly next: number;
}

/** The user that `command` begins with, if its first word can be nothing else; offsets are those of its span. */
export function userBefore({ text, span: { start } }: Word): Surplus | undefined {
  const [first, second] = words(text, 0, text.length, 2);
  if (first === undefined || second === undefined || !isSurplus(first.text, second.text)) return undefined;
  return { word: { text: first.text, span: { start, end: start + first.span.end } }, next: start + second.span.start };
}
