/** Writes a finding that nobody wants to hear of into the text of a config. */
import { type Node, parseTree } from 'jsonc-parser';
import { applyEdits, type Edit } from '../../core/src/index.js';
import type { ConfigIgnore } from './config.js';
import { appended, removed } from './json-edit.js';

/** A config that says nothing yet. */
const EMPTY = '{\n}\n';

/** Text with a comma too much is what people write. */
const treeOf = (source: string): Node | undefined => parseTree(source, undefined, { allowTrailingComma: true });

/** What `tree` says to ignore: of a key that comes again the last counts. */
const ignoresIn = (tree: Node | undefined): Node | undefined =>
  tree?.type === 'object' ? tree.children?.filter(({ children }) => children?.[0]?.value === 'ignore').at(-1)?.children?.[1] : undefined;

/**
 * The edits of `source`, the text of a config, that add `entry` to what it ignores; undefined where it is no object that something could be
 * added to. The reason is for a person to write: without one the entry does not count.
 */
export function ignoreEdits(source: string, entry: Omit<ConfigIgnore, 'reason'>): readonly Edit[] | undefined {
  const tree = treeOf(source);
  const list = ignoresIn(tree);
  if (tree?.type !== 'object' || (list && list.type !== 'array')) return undefined;
  const value = { ...entry, reason: '' };
  return list ? appended(source, list, value) : appended(source, tree, [value], 'ignore');
}

/** The text of a first config that ignores `entry`. */
export const ignoringConfig = (entry: Omit<ConfigIgnore, 'reason'>): string => applyEdits(EMPTY, ignoreEdits(EMPTY, entry) ?? []);

/** The edits of `source`, the text of a config, that take out what it ignores by the entry at `offset`; undefined where there is none. */
export function unignoreEdits(source: string, offset: number): readonly Edit[] | undefined {
  const list = ignoresIn(treeOf(source));
  const entry = list?.children?.find((one) => offset >= one.offset && offset < one.offset + one.length);
  return list && entry && [removed(source, list, entry)];
}
