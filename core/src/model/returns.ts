/** CR where a line ends. */
import { type Edit, replace } from '../text/edit.js';
import type { Fix } from './finding.js';

/** Edits that take away each run of CR before a line feed, and at the end of `text`. */
const withoutReturns = (text: string): readonly Edit[] =>
  Array.from(text.matchAll(/(?<!\r)\r+(?=\n|$)/g), ({ 0: run, index }) => replace({ span: { start: index, end: index + run.length } }, ''));

/** The fix for a document of this `text`; `after`: what remains to be done on the host. */
export const returnsFix = (text: string, after?: string): Fix => ({
  title: 'Remove the CR at the end of every line',
  edits: withoutReturns(text),
  safe: false,
  ...(after !== undefined && { after }),
});
