/** What the tests of the features share: texts with a mark where the cursor is. */
import assert from 'node:assert/strict';
import { type Action, actionsAt, hoverAt, type Reading, type Settings } from '../../core/src/index.js';
import { readAs } from '../support.js';

export interface Marked {
  readonly reading: Reading;
  /** Offset of the cursor. */
  readonly offset: number;
}

/** Reads `marked` without its `‸`, which shows where the cursor is: before the character that follows. */
export function at(path: string, marked: string, host: Readonly<Record<string, string>> = {}, settings: Partial<Settings> = {}): Marked {
  const offset = marked.indexOf('‸');
  assert.notEqual(offset, -1, marked);
  return { reading: readAs(path, marked.replace('‸', ''), settings, host), offset };
}

/** The Markdown of the hover at the mark; '' where there is none. */
export function hover(path: string, marked: string): string {
  const { reading, offset } = at(path, marked);
  return hoverAt(reading, offset)?.markdown ?? '';
}

/** The word that the hover at the mark is about; '' where there is none. */
export function hovered(path: string, marked: string): string {
  const { reading, offset } = at(path, marked);
  const span = hoverAt(reading, offset)?.span;
  return span ? reading.document.text.slice(span.start, span.end) : '';
}

/** What can be done at the mark. */
export function actions(path: string, marked: string, host?: Readonly<Record<string, string>>, settings?: Partial<Settings>): Action[] {
  const { reading, offset } = at(path, marked, host, settings);
  return actionsAt(reading, { start: offset, end: offset });
}
