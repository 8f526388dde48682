/** Where a text says passwords and tokens, so that reports which show it need not say them again. */
import type { Span } from '../span.js';
import { hasExpressions, wholeWords } from '../template.js';
import { words } from '../words.js';
import { runsIn } from './commands.js';
import { maySaySecret } from './secret-marks.js';
import { type Secret, secretsAmong } from './secrets.js';

/** A mark of a comment, the six fields of inetd.conf or the times and user of a crontab, a name, and one that is too many: a command begins behind no more words. */
const BEFORE_COMMAND = 9;

/** In text that no shell is given as it stands, such as a line that is commented out or has a bad field, a command may begin at any of the first words. */
export function* secretsInText(text: string, from = 0, end = text.trimEnd().length): Iterable<Secret> {
  const found = hasExpressions(text)
    ? wholeWords(words(text, from, end), text).slice(0, BEFORE_COMMAND)
    : words(text, from, end, BEFORE_COMMAND);
  for (const { text: word, span } of found) yield* secretsAmong(runsIn(text, span.start + word.search(/[^#]|$/), end));
}

/** `text` as long as it is, in one line and without the marks that would make a shell pass over what follows: for arguments that no shell reads. */
export function withoutBreaks(text: string): string {
  // Most lines have neither.
  const end = text.indexOf('\n');
  if ((end === -1 || end === text.length - 1) && !text.includes('#')) return text;
  return text.replace(/\\?\r?\n|(?<!\S)#+/g, (mark) => ' '.repeat(mark.length));
}

/** The spans of what `find` gives of a line: in order, none in another; none where `text`, that of the line, surely says no secret. */
export function secretSpansOf(text: string, find: (text: string) => Iterable<Secret>): readonly Span[] {
  if (!maySaySecret(text)) return [];
  const found = Array.from(find(text), ({ at }) => at.span).sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ end }, index) => found.slice(0, index).every((before) => before.end < end));
}
