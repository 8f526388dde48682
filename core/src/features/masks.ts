/** Passwords and tokens in what is shown of a file: reports are passed on, to logs and comments that more people read than the file. */
import type { Read } from '../model/kind.js';
import { masked } from '../text/mask.js';
import { type Span, shift } from '../text/span.js';
import { lineIndexAt } from './places.js';

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
