/** Where a block says passwords and tokens: in what its server is given, and in any of its lines by itself. */
import { lineStarts, physicalEnd } from '../../text/lines.js';
import { bareWord } from '../../text/quoted.js';
import { runOf } from '../../text/shell/commands.js';
import { secretSpansOf, secretsInText, withoutBreaks } from '../../text/shell/secret-spans.js';
import { type Secret, secretsAmong } from '../../text/shell/secrets.js';
import type { Span } from '../../text/span.js';
import type { XinetdLine } from './model.js';
import type { XinetdToken } from './role.js';

function* secretsOf({ text, settings = [] }: XinetdLine, flat: string): Iterable<Secret> {
  const valuesOf = (name: string): readonly XinetdToken[] =>
    settings.flatMap(({ attribute, values }) => (attribute.text.toLowerCase() === name ? values : []));
  yield* secretsAmong([runOf([...valuesOf('server').slice(0, 1), ...valuesOf('server_args').map(bareWord)])]);
  for (const start of lineStarts(text)) yield* secretsInText(flat, start, physicalEnd(text, start));
}

/** In order, none in another; offsets in the Line. */
export const secrets = (line: XinetdLine): readonly Span[] => secretSpansOf(withoutBreaks(line.text), (flat) => secretsOf(line, flat));
