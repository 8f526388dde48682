/** Passwords and tokens in what is shown of a file: reports are passed on, to logs and comments that more people read than the file. */

import type { Agenda, Read } from '../model/kind.js';
import { lineIndexAt } from '../model/line-at.js';
import { masked, maskedPiece, maskedQuotes } from '../text/mask.js';
import { type Span, shift } from '../text/span.js';

/** The secrets of the Line at `offset`, as offsets into the text: in order, none in another. */
export function secretsAt({ document, secrets }: Pick<Read, 'document' | 'secrets'>, offset: number): readonly Span[] {
  const index = lineIndexAt(document, offset);
  return index === -1 ? [] : secrets(index).map((span) => shift(span, document.starts[index] ?? 0));
}

/** The text of the Line at `index` with its secrets masked; undefined where it has none. */
export function maskedLine({ document, secrets }: Pick<Read, 'document' | 'secrets'>, index: number): string | undefined {
  const spans = secrets(index);
  return spans.length === 0 ? undefined : masked(document.lines[index]?.text ?? '', spans);
}

/** `part`, what the Line at `index` says of a command or the like, with its secrets masked. */
export function maskedPart({ document, secrets }: Pick<Read, 'document' | 'secrets'>, index: number, part: string): string {
  const spans = secrets(index);
  const { text } = document.lines[index] ?? { text: '' };
  return spans.length === 0 ? part : maskedPiece(part, text, spans, text.lastIndexOf(part));
}

/** `agenda`, that of the Line at `index`, as people may be told of it. */
export function maskedAgenda(read: Pick<Read, 'document' | 'secrets'>, index: number, agenda: Agenda): Agenda {
  const spans = read.secrets(index);
  if (spans.length === 0) return agenda;
  const { command, user, refused, dissent } = agenda;
  const told = (message: string) => maskedQuotes(message, read.document.lines[index]?.text ?? '', spans, 0);
  return {
    ...agenda,
    ...(command !== undefined && { command: maskedPart(read, index, command) }),
    ...(user !== undefined && { user: maskedPart(read, index, user) }),
    ...(refused !== undefined && { refused: told(refused) }),
    dissent: dissent.map((other) => ({ ...other, words: told(other.words) })),
  };
}
