/** What is said of a `--dialect` that means nothing to the files at hand. */
import { dialectNamed, dialectNamesOf, type Kind, kinds } from '../../core/src/index.js';
import type { Problem } from '../../workspace/src/index.js';
import { visible } from './visible.js';

/** What is wrong with a dialect that none of the kinds in question knows; undefined where one does. */
export function unknownDialect(name: string, kind?: string): string | undefined {
  const asked = kinds.filter(({ id }) => kind === undefined || id === kind);
  if (asked.some((one) => dialectNamed(one, name) !== undefined)) return undefined;
  const known = asked.map((one) => `${one.id} has ${dialectNamesOf(one).join(', ') || 'none'}`).join('; ');
  return `there is no dialect “${visible(name)}”${kind === undefined ? '' : ` of ${kind}`}: ${known}`;
}

/** Of files that were named themselves, or that are compared: where no kind among them knows the dialect that was asked for, the first file of each kind. Folders hold what they hold. */
export function unheededDialect(name: string | undefined, named: ReadonlyMap<string, Kind>): readonly Problem[] {
  if (name === undefined || name.toLowerCase() === 'auto' || [...named.values()].some((kind) => dialectNamed(kind, name) !== undefined))
    return [];
  const firsts = new Map<string, string>();
  for (const [path, { id }] of named) if (!firsts.has(id)) firsts.set(id, path);
  return [...firsts].map(([id, path]) => ({ path, message: `--dialect has no say in it: ${unknownDialect(name, id)}` }));
}
