/** What would set right a piece of text that the daemon does not take as meant. */
import type { Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import type { Fix } from './finding.js';

/** A change that nobody can be sure of; its edits are relative to the Line. */
export interface Remedy {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** `text` in the place of `span`. */
export const write = (span: Span, text: string): Remedy => ({ title: `Write ${text}`, edits: [{ span, text }] });

/** The fix of what has a remedy; `after`: what remains to be done on the host. */
export const remedied = (remedy: Remedy | undefined, after?: string): readonly Fix[] =>
  remedy === undefined ? [] : [{ ...remedy, safe: false, ...(after !== undefined && { after }) }];
