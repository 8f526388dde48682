/** Where a line says passwords and tokens; what no rule tells, since the line is not in force, is among them. */

import { secretSpansOf, secretsInText } from '../../../text/shell/secret-spans.js';
import { type Secret, secretsAmong, secretsOfAssignment } from '../../../text/shell/secrets.js';
import type { Span } from '../../../text/span.js';
import { slice } from '../../../text/words.js';
import type { CrontabLine } from '../model.js';
import { commandLineOf } from './command-line.js';

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

/** In order, none in another; offsets in the Line. */
export const secretSpans = (line: CrontabLine): readonly Span[] => secretSpansOf(line.text, () => secretsOf(line));
