/** CR where a line ends. */
import { type Edit, replace } from './edit.js';

/** Edits that take away each run of CR before a line feed, and at the end of `text`. */
export const withoutReturns = (text: string): readonly Edit[] =>
  Array.from(text.matchAll(/(?<!\r)\r+(?=\n|$)/g), ({ 0: run, index }) => replace({ span: { start: index, end: index + run.length } }, ''));
