// Two trees, side by side.
import type { Tree } from '../workspace/memory.js';

/** Files of both sides by their paths below /h/a and /h/b, which are there in any case. */
export const sides = (before: Tree, after: Tree): Tree => ({
  '/h/a/x': '',
  '/h/b/x': '',
  ...Object.fromEntries(
    [['a', before] as const, ['b', after] as const].flatMap(([side, tree]) =>
      Object.entries(tree).map(([path, item]) => [`/h/${side}/${path}`, item]),
    ),
  ),
});
