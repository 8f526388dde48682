/** Where an entry gives a server passwords and tokens: in its arguments, also behind a program that starts another. */
import { bareWord } from '../../text/quoted.js';
import { runOf } from '../../text/shell/commands.js';
import { secretSpansOf, secretsInText, withoutBreaks } from '../../text/shell/secret-spans.js';
import { type Secret, secretsAmong } from '../../text/shell/secrets.js';
import type { Span } from '../../text/span.js';
import { words } from '../../text/words.js';
import type { InetdLine } from './model.js';

const UNKNOWN = { text: '', span: { start: 0, end: 0 } };

function* secretsOf(text: string): Iterable<Secret> {
  yield* secretsInText(text);
  // Where an inetd takes the second line of an entry for one of its own, there is no program before the arguments.
  yield* secretsAmong([runOf([UNKNOWN, ...words(text).map(bareWord)])]);
}

/** In order, none in another; offsets in the Line. An entry may go on over several physical lines. */
export const secrets = ({ text }: InetdLine): readonly Span[] => secretSpansOf(withoutBreaks(text), secretsOf);
