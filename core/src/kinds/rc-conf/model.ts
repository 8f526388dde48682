/** What a line of rc.conf holds beyond its tokens. */
import type { Line, Token } from '../../model/line.js';

export type RcConfRole = 'mark' | 'name' | 'suffix' | 'equals' | 'quote' | 'value' | 'script' | 'comment' | 'code';

export type RcConfToken = Token<RcConfRole>;

/** `NAME=VALUE`, as the shell that reads the file takes it. */
export interface Assignment {
  /** The whole name of the variable. */
  readonly variable: string;
  /** Absent where the value is empty and stands without quotes. */
  readonly value?: RcConfToken;
  /** True where the shell works the value out: it holds `$` or a backquote, or is put together of pieces. */
  readonly open: boolean;
  /** Offset at which a value without one would stand. */
  readonly at: number;
}

export interface RcConfLine extends Line {
  readonly tokens: readonly RcConfToken[];
  readonly assignment?: Assignment;
}
