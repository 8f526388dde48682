/** What the editor shows behind the lines of a document without its being in the file. */

import type { Reading } from '../lint/lint.js';
import { lineIndexAt } from '../model/line-at.js';
import type { Span } from '../text/span.js';

/** Which hints are wanted. */
export interface HintWish {
  readonly words: boolean;
  readonly next: boolean;
}

export interface PlacedHint {
  /** Into the text. */
  readonly offset: number;
  readonly text: string;
  /** When the text ceases to be true, in milliseconds since 1970; absent where it stays. */
  readonly until?: number;
}

/** One for each Line that `span` (offsets) touches and that has any to show, in order. `now`: milliseconds since 1970. */
export function hintsIn({ document, read, context }: Reading, span: Span, wish: HintWish, now: number): PlacedHint[] {
  if (!wish.words && !wish.next) return [];
  const found: PlacedHint[] = [];
  const last = lineIndexAt(document, span.end);
  for (let index = Math.max(0, lineIndexAt(document, span.start)); index <= last; index++) {
    const hints = read.hints(index, context, now).filter(({ about }) => about === undefined || wish[about]);
    const [first] = hints;
    if (first === undefined) continue;
    const until = Math.min(...hints.map((hint) => hint.until ?? Number.POSITIVE_INFINITY));
    found.push({
      offset: (document.starts[index] ?? 0) + first.at,
      text: hints.map(({ text }) => text).join(' · '),
      ...(until < Number.POSITIVE_INFINITY && { until }),
    });
  }
  return found;
}

/** What a hint stands for, told at length in Markdown; undefined where there is none. `offset`: that of the hint; `zone`: the IANA name of where the person is. */
export function hintAbout({ document, read, context }: Reading, offset: number, now: number, zone: string): string | undefined {
  const index = lineIndexAt(document, offset);
  return index === -1 ? undefined : read.about(index, context, now, zone);
}
