/** Where a line says passwords and tokens, so that reports which show the line need not say them again. */
import type { Span } from '../../../text/span.js';
import { words } from '../../../text/words.js';
import type { CrontabLine } from '../model.js';
import { commandLineOf } from './command-line.js';
import { runsIn } from './commands.js';
import { type Secret, secretsAmong, secretsOfAssignment } from './secrets.js';

/** A mark of a comment, five times, a user, and one that is too many: a command begins behind no more words. */
const BEFORE_COMMAND = 9;

/** In text that no cron runs as it stands, such as a line that is commented out or has a bad field, a command may begin at any of the first words. */
function* secretsInText(text: string, from = 0): Iterable<Secret> {
  const end = text.trimEnd().length;
  for (const { text: word, span } of words(text, from, end, BEFORE_COMMAND))
    yield* secretsAmong(runsIn(text, span.start + word.search(/[^#]|$/), end));
}

function* secretsOf(line: CrontabLine): Iterable<Secret> {
  if (line.assignment) return yield* secretsOfAssignment(line.assignment.name, line.assignment.value);
  const command = commandLineOf(line);
  if (command) yield* secretsAmong(command.runs);
  // What stands behind a percent sign is often meant to be of the command.
  yield* secretsInText(line.text, command?.end);
}

/** In order, none in another; offsets in the Line. What no rule tells, since the line is not in force, is among them. */
export function secretSpans(line: CrontabLine): readonly Span[] {
  const found = Array.from(secretsOf(line), ({ at }) => at.span).sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ end }, index) => found.slice(0, index).every((before) => before.end < end));
}
