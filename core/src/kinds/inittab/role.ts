/** The roles of words in an inittab. */
import type { Token } from '../../model/line.js';

export type InittabRole =
  | 'id'
  | 'tty'
  | 'runlevels'
  | 'action'
  | 'sign'
  | 'program'
  | 'argument'
  | 'separator'
  | 'continuation'
  | 'mark'
  | 'comment';

export type InittabToken = Token<InittabRole>;
