/** What rules over commands ask of a line. */
import type { Word } from '../../text/words.js';
import { type Command, commandsIn } from './commands.js';
import type { CrontabLine } from './model.js';
import { unquotedText } from './shell.js';

/** The command of an entry that cron takes, up to the first `%`; undefined for other lines. */
export function commandWord(line: CrontabLine): Word | undefined {
  return line.type === 'entry' ? line.tokens.find(({ role }) => role === 'command') : undefined;
}

/** The simple commands of an entry. Spans are relative to the line. */
export function commandsOf(line: CrontabLine): readonly Command[] {
  const command = commandWord(line);
  return command ? commandsIn(line.text, command.span.start, command.span.end) : [];
}

/** The command without what is quoted, each character at its offset in the line. */
export function bareCommand(line: CrontabLine): string {
  const command = commandWord(line);
  return command ? unquotedText(line.text, command.span.start, command.span.end) : '';
}

const isRoots = (path: string): boolean => /(?:^|\/)(?:root|crontab\.root)$/.test(path);

/** Who runs the entry, as far as the file tells: root, somebody else, or nobody knows (a user's crontab of unknown owner). */
export function runner(line: CrontabLine, path: string): 'root' | 'other' | 'unknown' {
  const user = line.shape?.user?.text.split(':', 1)[0];
  if (line.shape?.form === 'system') return user === 'root' ? 'root' : 'other';
  return isRoots(path) ? 'root' : 'unknown';
}

/** True for a word that is filled in before cron sees it, or computed when it runs. */
export const isComputed = (word: string): boolean => /\{\{|\{%|<%|%%|\$|`|@\w+@/.test(word);
