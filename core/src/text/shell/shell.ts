/** How the shell cuts a command line into simple commands, words and redirections. Nothing is expanded. */
import type { Span } from '../span.js';
import { isBlank, type Word } from '../words.js';

/** `2>>file`: where one stream of a command goes to or comes from. */
export interface Redirection {
  /** `>`, `>>`, `>|`, `>&`, `&>`, `&>>`, `<`, `<<`, `<<-`, `<<<`, `<&` or `<>`. */
  readonly operator: string;
  /** The number before it; absent where there is none. */
  readonly stream?: string;
  /** What follows it: a file, or the number of a stream. Absent where nothing does. */
  readonly target?: Word;
  /** From its number to its target. */
  readonly span: Span;
}

/** Commands in a row: a whole command line, what parentheses hold, or what is put in place of `$(…)`, backticks, `<(…)` or `>(…)`. */
export interface List {
  readonly opener: '' | '(' | '$(' | '`' | '<(' | '>(';
  /** The simple command around it; absent for the command line itself. */
  readonly host?: Piece;
}

/** A simple command, with offsets into the text. Without words: only redirections, as behind a closing parenthesis. */
export interface Piece extends Span {
  readonly words: readonly Word[];
  readonly redirections: readonly Redirection[];
  /** The operator behind it (`|`, `&&`, `;` …), or '' at the end. */
  readonly closedBy: string;
  readonly list: List;
}

type Open<T> = { -readonly [K in keyof T]: T[K] };

interface OpenPiece extends Open<Piece> {
  words: Word[];
  redirections: Redirection[];
}

interface ListFrame {
  readonly type: 'list';
  readonly list: List;
  /** The list around it. */
  readonly around?: ListFrame;
  piece: OpenPiece | undefined;
  /** Where the word in hand began, or -1. */
  word: number;
  /** A redirection whose target has not come yet. */
  redirection: { readonly operator: string; readonly stream?: string; readonly start: number; readonly end: number } | undefined;
}

/** What one is inside of: a list, a quoted string, `${…}`, or parentheses that hold no commands. */
type Frame = ListFrame | { readonly type: '"' | '${' } | { readonly type: '('; depth: number };

/** Deeper than this nobody nests by hand; what lies there is passed over as plain text. */
const DEEP = 40;

const REDIRECTION = /&>>?|<<<|<<-?|<[&>]?|>[>|&]?/y;
const OPERATOR = /&&|\|\||\|&|;;|[;&|\n]/y;

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

class Reader {
  readonly pieces: Piece[] = [];
  private readonly frames: Frame[] = [];
  /** Where each of them but the first was opened. */
  private readonly opened: number[] = [];
  private innermost: ListFrame;
  private at: number;
  /** Of a single quote that nothing closes; -1 where there is none. */
  private openQuote = -1;

  constructor(
    private readonly text: string,
    start: number,
    private readonly end: number,
  ) {
    this.at = start;
    this.innermost = { type: 'list', list: { opener: '' }, piece: undefined, word: -1, redirection: undefined };
    this.frames.push(this.innermost);
  }

  read(): readonly Piece[] {
    while (this.at < this.end && this.step());
    for (let at = this.end; this.frames.length > 0; ) this.leave(at, '');
    return this.pieces;
  }

  /** True when the end lies inside quotes, parentheses or braces. */
  endsInside(): boolean {
    return this.openAt() !== undefined || this.at > this.end;
  }

  /** The offset of the innermost quote, parenthesis or brace that nothing closes. */
  openAt(): number | undefined {
    while (this.at < this.end && this.step());
    return this.openQuote === -1 ? this.opened.at(-1) : this.openQuote;
  }

  /** Reads one character or what it begins; false at a comment, which nothing ends but the line. */
  private step(): boolean {
    const top = this.frames.at(-1);
    const c = this.text[this.at] ?? '';
    if (top?.type === 'list') return this.inList(top, c);
    if (c === '\\') this.at += 2;
    else if (top?.type === '(') this.inParentheses(top, c);
    else if (c === (top?.type === '"' ? '"' : '}')) this.leave(this.at++, '');
    else if (top?.type === '${' && c === "'") this.passQuoted();
    else this.substitution(c) || this.at++;
    return true;
  }

  private inParentheses(frame: { depth: number }, c: string): void {
    if (this.substitution(c)) return;
    if (c === '(') frame.depth++;
    else if (c === ')' && --frame.depth === 0) this.leave(this.at, '');
    this.at++;
  }

  private inList(frame: ListFrame, c: string): boolean {
    const isRedirection = c === '<' || c === '>' || (c === '&' && this.text[this.at + 1] === '>');
    if (c === '#' && frame.word === -1) return false;
    if (isBlank(c)) this.endWord(frame, this.at++);
    else if (c === '`' && frame.list.opener === '`') this.leave(this.at++, c);
    else if (c === '(' || c === ')') this.parenthesis(frame, c);
    else if (isRedirection && this.text[this.at + 1] !== '(') this.redirect(frame);
    else if (!isRedirection && ';&|\n'.includes(c)) this.endPiece(frame, this.at, this.operator());
    else this.wordPart(frame, c);
    return true;
  }

  private operator(): string {
    const found = matchAt(OPERATOR, this.text, this.at);
    this.at += found.length;
    return found;
  }

  private wordPart(frame: ListFrame, c: string): void {
    this.beginWord(frame, this.at);
    if (c === '\\') this.at += 2;
    else if (c === "'") this.passQuoted();
    else if ((c === '<' || c === '>') && this.enter(`${c}(`)) this.at += 2;
    else this.substitution(c) || this.at++;
  }

  private passQuoted(): void {
    const close = this.text.indexOf("'", this.at + 1);
    const isOpen = close === -1 || close >= this.end;
    this.openQuote = isOpen ? this.at : -1;
    this.at = isOpen ? this.end : close + 1;
  }

  /** Opens what may stand inside a word, quoted or not; false when `c` opens nothing. */
  private substitution(c: string): boolean {
    const next = this.text[this.at + 1];
    if (c === '"' && this.frames.at(-1)?.type !== '"') return this.open({ type: '"' }, 1);
    if (c === '$' && next === '{') return this.open({ type: '${' }, 2);
    if (c === '$' && next === '(' && this.text[this.at + 2] === '(') return this.open({ type: '(', depth: 2 }, 3);
    if (c === '$' && next === '(' && this.enter('$(')) this.at += 2;
    else if (c === '`' && this.enter('`')) this.at += 1;
    else return false;
    return true;
  }

  private open(frame: Frame, width: number): boolean {
    if (this.frames.length >= DEEP) return false;
    this.push(frame, this.at);
    this.at += width;
    return true;
  }

  private enter(opener: List['opener'], at = this.at): boolean {
    if (this.frames.length >= DEEP) return false;
    const around = this.innermost;
    const list: List = { opener, ...(around.piece && { host: around.piece }) };
    this.innermost = { type: 'list', list, around, piece: undefined, word: -1, redirection: undefined };
    this.push(this.innermost, at);
    return true;
  }

  private push(frame: Frame, at: number): void {
    this.frames.push(frame);
    this.opened.push(at);
  }

  /** Ends the innermost frame. */
  private leave(at: number, closedBy: string): void {
    const frame = this.frames.pop();
    this.opened.pop();
    if (frame?.type !== 'list') return;
    this.endPiece(frame, at, closedBy);
    if (frame.around) this.innermost = frame.around;
  }

  private parenthesis(frame: ListFrame, c: string): void {
    const at = this.at++;
    if (c === '(') {
      // `a=(…)` is a list of words, not of commands.
      if (frame.word !== -1 && this.text[at - 1] === '=') this.push({ type: '(', depth: 1 }, at);
      else {
        this.endPiece(frame, at, c);
        this.enter('(', at);
      }
      return;
    }
    if (frame.list.opener === '' || frame.list.opener === '`') this.endPiece(frame, at, c);
    else {
      this.leave(at, c);
      // What follows it is about the whole of it: `( … ) | sh`.
      if (frame.list.opener === '(') this.pieceOf(this.innermost, at);
    }
  }

  private pieceOf(frame: ListFrame, start: number): OpenPiece {
    if (frame.piece) return frame.piece;
    const piece: OpenPiece = { start, end: this.end, words: [], redirections: [], closedBy: '', list: frame.list };
    frame.piece = piece;
    this.pieces.push(piece);
    return piece;
  }

  private beginWord(frame: ListFrame, at: number): void {
    if (frame.word !== -1) return;
    frame.word = at;
    this.pieceOf(frame, at);
  }

  private endWord(frame: ListFrame, at: number): void {
    if (frame.word === -1) return;
    const stop = Math.min(at, this.end);
    const word: Word = { text: this.text.slice(frame.word, stop), span: { start: frame.word, end: stop } };
    frame.word = -1;
    if (frame.redirection) this.endRedirection(frame, word);
    else this.pieceOf(frame, word.span.start).words.push(word);
  }

  private endRedirection(frame: ListFrame, target?: Word): void {
    if (frame.redirection === undefined) return;
    const { operator, stream, start, end } = frame.redirection;
    frame.redirection = undefined;
    this.pieceOf(frame, start).redirections.push({
      operator,
      ...(stream !== undefined && { stream }),
      ...(target && { target }),
      span: { start, end: target?.span.end ?? end },
    });
  }

  private endPiece(frame: ListFrame, at: number, closedBy: string): void {
    this.endWord(frame, at);
    this.endRedirection(frame);
    if (frame.piece) {
      frame.piece.end = Math.min(at, this.end);
      frame.piece.closedBy = closedBy;
    }
    frame.piece = undefined;
  }

  private redirect(frame: ListFrame): void {
    const operator = matchAt(REDIRECTION, this.text, this.at);
    const before = frame.word === -1 || operator.startsWith('&') ? '' : this.text.slice(frame.word, this.at);
    const isStream = /^\d{1,3}$/.test(before);
    const start = isStream ? frame.word : this.at;
    if (isStream) frame.word = -1;
    else this.endWord(frame, this.at);
    this.endRedirection(frame);
    this.pieceOf(frame, start);
    this.at += operator.length;
    frame.redirection = { operator, ...(isStream && { stream: before }), start, end: this.at };
  }
}

/** The simple commands of `text` between `start` and `end`, in the order in which they begin, those of every list. A comment ends them all. */
export const pieces = (text: string, start: number, end: number): readonly Piece[] => new Reader(text, start, end).read();

/** True when a command line that is cut at `end` is cut inside quotes, parentheses or braces, or behind a backslash. */
export const endsInside = (text: string, start: number, end: number): boolean => new Reader(text, start, end).endsInside();

/** The offset of the innermost quote, parenthesis or brace that nothing closes between `start` and `end`; undefined where all are closed. */
export const openIn = (text: string, start: number, end: number): number | undefined => new Reader(text, start, end).openAt();

/** The word without the quotes around it. */
export const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, '$2');
