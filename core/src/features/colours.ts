/** The words of a text with the semantic token types that colour them. */

import type { Reading } from '../lint/lint.js';
import type { Line, Token } from '../model/line.js';
import { lineIndexAt } from '../model/line-at.js';
import { memo } from '../model/memo.js';
import { type Span, shift } from '../text/span.js';

export interface Coloured {
  /** Never empty; no two overlap. May hold line ends where a token does. */
  readonly span: Span;
  /** A semantic token type of LSP. */
  readonly type: string;
}

const COMMENT = 'comment';

/** `text` between `start` and `end` without the blanks around it; nothing for blanks alone. */
function trimmed(text: string, start: number, end: number): readonly Span[] {
  const piece = text.slice(start, end);
  const from = start + piece.length - piece.trimStart().length;
  const to = start + piece.trimEnd().length;
  return from < to ? [{ start: from, end: to }] : [];
}

/** A way to give colours to lines of one kind; remembers what it gave. */
class Painter {
  private readonly painted = memo<Line, readonly Coloured[]>();

  /** `beside`: an editor's grammar colours too, and knows comments and the inside of commands better. */
  constructor(
    private readonly roles: Reading['kind']['roles'],
    private readonly beside: boolean,
  ) {}

  /** Spans are relative to the Line. */
  paint(line: Line, partsOf: () => readonly Token[]): readonly Coloured[] {
    let known = this.painted.get(line);
    if (known === undefined) this.painted.set(line, (known = this.colour(line, partsOf)));
    return known;
  }

  private colour(line: Line, partsOf: () => readonly Token[]): readonly Coloured[] {
    if (line.type === 'commented')
      return this.beside ? [] : line.tokens.flatMap((token) => this.piece(line.text, token.span.start, token.span.end, COMMENT));
    const found: Coloured[] = [];
    const parts = line.type === 'comment' ? [] : partsOf();
    let next = 0;
    /** Gives `token` its colour, and those parts within it theirs instead. */
    const walk = (token: Token) => {
      const { end } = token.span;
      let at = token.span.start;
      for (let part = parts[next]; part && part.span.end <= end; part = parts[next]) {
        next++;
        if (part.span.start < at) continue;
        found.push(...this.gap(line.text, at, part.span.start, token.role));
        walk(part);
        at = part.span.end;
      }
      found.push(...this.gap(line.text, at, end, token.role));
    };
    for (const token of line.tokens) {
      while ((parts[next]?.span.start ?? Number.POSITIVE_INFINITY) < token.span.start) next++;
      walk(token);
    }
    return found;
  }

  private gap(text: string, start: number, end: number, name: string): readonly Coloured[] {
    const role = this.roles[name];
    if (role === undefined || start >= end || (this.beside && (role.mixed || role.tokenType === COMMENT))) return [];
    return this.piece(text, start, end, role.tokenType);
  }

  private piece = (text: string, start: number, end: number, type: string): readonly Coloured[] =>
    trimmed(text, start, end).map((span) => ({ span, type }));
}

const painters = new Map<string, Painter>();

function painterOf({ id, roles }: Reading['kind'], beside: boolean): Painter {
  const key = `${id} ${beside}`;
  let painter = painters.get(key);
  if (painter === undefined) painters.set(key, (painter = new Painter(roles, beside)));
  return painter;
}

/**
 * In the order of the text; with `within`, of the Lines that it touches alone.
 * `beside`: a grammar of the editor's colours the text as well; then comments and other languages are left to it.
 */
export function coloursOf({ document, read, kind }: Reading, beside: boolean, within?: Span): Coloured[] {
  const painter = painterOf(kind, beside);
  const first = within ? Math.max(0, lineIndexAt(document, within.start)) : 0;
  const last = within ? lineIndexAt(document, within.end) : document.lines.length - 1;
  const found: Coloured[] = [];
  for (let index = first; index <= last; index++) {
    const line = document.lines[index];
    const start = document.starts[index] ?? 0;
    for (const { span, type } of line ? painter.paint(line, () => read.parts(index)) : []) found.push({ span: shift(span, start), type });
  }
  return found;
}
