/** Writes a finding that nobody wants to hear of into the text of a config. */
import { applyEdits, findNodeAtLocation, modify, parseTree } from 'jsonc-parser';
import type { Edit } from '../../core/src/index.js';
import type { ConfigIgnore } from './config.js';

const FORMAT = { insertSpaces: true, tabSize: 2 };

/** A config that says nothing yet. */
const EMPTY = '{\n}\n';

/**
 * The edits of `source`, the text of a config, that add `entry` to what it ignores; undefined where it is no object that something could be
 * added to. The reason is for a person to write: without one the entry does not count.
 */
export function ignoreEdits(source: string, entry: Omit<ConfigIgnore, 'reason'>): readonly Edit[] | undefined {
  const tree = parseTree(source, undefined, { allowTrailingComma: true });
  const list = tree && findNodeAtLocation(tree, ['ignore']);
  if (tree?.type !== 'object' || (list && list.type !== 'array')) return undefined;
  const value = { ...entry, reason: '' };
  const eol = source.includes('\r\n') ? '\r\n' : '\n';
  const options = { formattingOptions: { ...FORMAT, eol } };
  const edits = list
    ? modify(source, ['ignore', list.children?.length ?? 0], value, { ...options, isArrayInsertion: true })
    : modify(source, ['ignore'], [value], options);
  return edits.map(({ offset, length, content }) => ({ span: { start: offset, end: offset + length }, text: content }));
}

/** The text of a first config that ignores `entry`. */
export const ignoringConfig = (entry: Omit<ConfigIgnore, 'reason'>): string =>
  applyEdits(EMPTY, modify(EMPTY, ['ignore'], [{ ...entry, reason: '' }], { formattingOptions: { ...FORMAT, eol: '\n' } }));
