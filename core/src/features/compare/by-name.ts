/** Both sides of a comparison, laid side by side. */
import type { Pair } from './model.js';

/** What the sides have of each name that either has: those of the old side come first, in its order. */
export function byName<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): readonly (Pair<T> & { readonly name: string })[] {
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    return { name, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) };
  });
}
