/** Where a line says passwords and tokens: in flags of a daemon, in variables that are called so, in code. */
import { runsIn } from '../../text/shell/commands.js';
import { secretSpansOf, secretsInText } from '../../text/shell/secret-spans.js';
import { isSecret, type Secret, secretsAmong } from '../../text/shell/secrets.js';
import type { Span } from '../../text/span.js';
import { slice, type Word } from '../../text/words.js';
import type { RcConfLine } from './model.js';

/** Variables of rc.conf have names in small letters. */
const NAME = /(?:^|_)(?:password|passwd|passphrase|pass|secret|token|psk|api_?key)$/i;

/** What is meant for an assignment, commented out or with a quote too few. */
const MEANT = /^[#\s]*(?:export\s+)?(\w+)=["']?([^"'\n]+)/d;

interface Variable {
  readonly name: string;
  readonly value: Word;
}

function variableOf({ text, assignment }: RcConfLine): Variable | undefined {
  if (assignment) return assignment.value && { name: assignment.variable, value: assignment.value };
  const found = MEANT.exec(text);
  const at = found?.indices?.[2];
  return at && { name: found[1] ?? '', value: slice({ text, span: { start: 0, end: text.length } }, ...at) };
}

function* secretsOf(line: RcConfLine): Iterable<Secret> {
  const { name, value } = variableOf(line) ?? {};
  if (name === undefined || value === undefined) return yield* secretsInText(line.text);
  if (NAME.test(name) && isSecret(value.text)) yield { at: value, what: `a secret in ${name}` };
  yield* secretsAmong(runsIn(line.text, value.span.start, value.span.end));
}

/** In order, none in another; offsets in the Line. */
export const secrets = (line: RcConfLine): readonly Span[] => secretSpansOf(line.text, () => secretsOf(line));
