/** Where a line says passwords and tokens, so that reports which show the line need not say them again. */
import type { Span } from '../../../text/span.js';
import { slice, words } from '../../../text/words.js';
import type { CrontabLine } from '../model.js';
import { commandLineOf } from './command-line.js';
import { runsIn } from './commands.js';
import { maySaySecret } from './secret-marks.js';
import { type Secret, secretsAmong, secretsOfAssignment } from './secrets.js';

/** A mark of a comment, five times, a user, and one that is too many: a command begins behind no more words. */
const BEFORE_COMMAND = 9;

/** In text that no cron runs as it stands, such as a line that is commented out or has a bad field, a command may begin at any of the first words. */
function* secretsInText(text: string, from = 0, end = text.trimEnd().length): Iterable<Secret> {
  for (const { text: word, span } of words(text, from, end, BEFORE_COMMAND))
    yield* secretsAmong(runsIn(text, span.start + word.search(/[^#]|$/), end));
}

const ASSIGNMENT = /^[#\s]*(?:export\s+)?["']?(\w+)["']?[ \t]*=[ \t]*(\S.*)/d;

/** Of what is meant for an assignment, and is none to the cron in question or commented out. */
function secretsOfMeant(text: string): readonly Secret[] {
  const [, name, value] = ASSIGNMENT.exec(text)?.indices ?? [];
  const whole = { text, span: { start: 0, end: text.length } };
  return name && value ? secretsOfAssignment(slice(whole, ...name), slice(whole, ...value)) : [];
}

function* secretsOf(line: CrontabLine): Iterable<Secret> {
  if (line.assignment) return yield* secretsOfAssignment(line.assignment.name, line.assignment.value);
  const command = commandLineOf(line);
  if (command === undefined) return yield* [...secretsOfMeant(line.text), ...secretsInText(line.text)];
  // Where the user was forgotten, the command begins in its place; what stands behind a percent sign is often meant to be of it.
  yield* secretsInText(line.text, 0, command.start);
  yield* secretsAmong(command.runs);
  yield* secretsInText(line.text, command.end);
}

/** In order, none in another; offsets in the Line. What no rule tells, since the line is not in force, is among them. */
export function secretSpans(line: CrontabLine): readonly Span[] {
  if (!maySaySecret(line.text)) return [];
  const found = Array.from(secretsOf(line), ({ at }) => at.span).sort((a, b) => a.start - b.start || b.end - a.end);
  return found.filter(({ end }, index) => found.slice(0, index).every((before) => before.end < end));
}
