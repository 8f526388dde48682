/** Ways to find the secrets among the arguments of a program. */
import { slice, type Word } from '../words.js';

/** The words among the arguments of a program, or parts of them, that are secrets if they say anything. */
export type Finder = (args: readonly Word[]) => readonly Word[];

/** What the first group of `pattern` holds of `word`; `pattern` has the flag `d`. */
export function groupIn(word: Word, pattern: RegExp): Word | undefined {
  const [start, end] = pattern.exec(word.text)?.indices?.[1] ?? [];
  return start === undefined ? undefined : slice(word, start, end);
}

export const WHOLE = /^(.+)$/ds;

/** Of `user:password` or `user,password`. */
export const PAIR = /^[^:,]*[:,](.+)$/ds;

/** Of `user%password`, with the backslash that cron wants before a percent sign. */
export const PERCENT = /^[^%]*%(.+)$/ds;

/** Of `user/password@base`. */
export const SLASHED = /^["']?[A-Za-z][\w$#]*\/([^@\s/"']+)(?:@\S*)?$/d;

export const among =
  (pattern: RegExp): Finder =>
  (args) =>
    args.flatMap((arg) => groupIn(arg, pattern) ?? []);

/** `part` of the word that stands `by` words behind one that is like `where`. */
export const behind =
  (where: RegExp, by = 1, part = WHOLE): Finder =>
  (args) =>
    args.flatMap(({ text }, index) => {
      const word = where.test(text) ? args[index + by] : undefined;
      return (word && groupIn(word, part)) ?? [];
    });

/** Like {@link behind}, for words that are no option again. */
export const plainBehind =
  (where: RegExp, by = 1): Finder =>
  (args) =>
    behind(where, by)(args).filter(({ text }) => !text.startsWith('-'));

/** The last word, where another one is like `where`. */
export const last =
  (where: RegExp): Finder =>
  (args) =>
    args.slice(0, -1).some(({ text }) => where.test(text)) ? args.slice(-1) : [];

/** `part` of the first word that is no option. */
export const first =
  (part: RegExp): Finder =>
  (args) => {
    const plain = args.find(({ text }) => !text.startsWith('-'));
    return among(part)(plain ? [plain] : []);
  };

/** Only where one of the words is like `where`. */
export const only =
  (where: RegExp, secrets: Finder): Finder =>
  (args) =>
    args.some(({ text }) => where.test(text)) ? secrets(args) : [];

/** Options that surely take no word with them. */
const LONELY = /^-[\w-]+=|^--?(?:no-print|no-store|token-only|raw|quiet|nointeraction)$/;

/** The first word behind `verb` that is neither an option, nor the value of one, nor `name=value`. */
export const argumentOf =
  (verb: RegExp): Finder =>
  (args) => {
    const at = args.findIndex(({ text }) => verb.test(text));
    const next = at === -1 ? undefined : args.slice(at + 1).find(({ text }) => !LONELY.test(text));
    return next && !/^-|=/.test(next.text) ? [next] : [];
  };

/** What a script of expect sends where it was asked for a password. */
export const SENT = /assword[^;\n]*?[;\n]?\s*(?:exp_)?send(?:_user)?\s+(?:--\s+)?\\?["{]?([^\s"'{}$[\\]+)(?:\\+[rn]|["'}])/d;

/** sshpass has the secret before the command that it runs, whose options are none of its own. */
export const sshpass: Finder = (args) => {
  for (let at = 0; args[at]?.text.startsWith('-'); at++) {
    const option = args[at];
    if (option?.text === '-p') return args.slice(at + 1, at + 2);
    const joined = option && groupIn(option, /^-p(.+)$/ds);
    if (joined) return [joined];
    if (/^-[fdP]$/.test(option?.text ?? '')) at++;
  }
  return [];
};
