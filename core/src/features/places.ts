/** From an offset to the line, the token and the launch there. */

import type { Document } from '../model/document.js';
import type { Launch, Line, Token } from '../model/line.js';
import { lineIndexAt } from '../model/line-at.js';
import type { Span } from '../text/span.js';

export interface Spot {
  readonly index: number;
  readonly line: Line;
  readonly start: number;
  readonly token?: Token;
  readonly launch?: Launch;
}

/** The launch whose subject stands in the same word as `token` (the `S` of `S80sendmail`), or is named again by it (the target of the link). */
const besideSubject = (line: Line, token: Token): Launch | undefined =>
  line.launches.find(({ subject }) => {
    const between = line.text.slice(Math.min(token.span.end, subject.span.end), Math.max(token.span.start, subject.span.start));
    return !/\s/.test(between) || token.text.endsWith(`/${subject.text}`);
  });

/** The first of `words` that `offset` (into their line) stands on, or stands behind. */
const under = <T extends { readonly span: Span }>(words: readonly T[], offset: number): T | undefined =>
  words.find(({ span }) => span.start <= offset && offset < span.end) ?? words.find(({ span }) => span.end === offset);

/** What stands at `offset`: a token there or just before it, a launch that has its subject or program there. */
export function spotAt(document: Document, offset: number): Spot | undefined {
  const index = lineIndexAt(document, offset);
  const line = document.lines[index];
  if (line === undefined) return undefined;
  const start = document.starts[index] ?? 0;
  const token = under(line.tokens, offset - start);
  const places = line.launches.flatMap((launch) =>
    [launch.subject, ...(launch.program ? [launch.program] : [])].map(({ span }) => ({ span, launch })),
  );
  const launch = under(places, offset - start)?.launch ?? (token && besideSubject(line, token));
  return { index, line, start, ...(token && { token }), ...(launch && { launch }) };
}

/** The Line that an editor shows `offset` on, and where it begins. Behind a final line end that is an empty one, with the index behind the last Line. */
export function lineAt({ text, lines, starts }: Document, offset: number): { readonly index: number; readonly start: number } {
  if (offset >= text.length && (text === '' || text.endsWith('\n'))) return { index: lines.length, start: text.length };
  const index = lineIndexAt({ starts }, offset);
  return { index, start: starts[index] ?? 0 };
}
