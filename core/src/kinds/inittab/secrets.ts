/** Where an entry says passwords and tokens: in the command that init runs. */
import { secretSpansOf, secretsInText, withoutBreaks } from '../../text/shell/secret-spans.js';
import type { Span } from '../../text/span.js';
import type { InittabLine } from './model.js';

/** The three fields before the process, and what it may begin with. */
const BEFORE_PROCESS = /^[^:]*:[^:]*:[^:]*:[ \t]*[+@-]*/;

/** In order, none in another; offsets in the Line. */
export const secrets = ({ text }: InittabLine): readonly Span[] =>
  secretSpansOf(withoutBreaks(text), (flat) => secretsInText(flat, BEFORE_PROCESS.exec(flat)?.[0].length));
