/** A series of patches, as of mails, of which several change one file. */
import type { FilePatch } from './diff.js';

/** One change of a file after another. */
const followed = (first: FilePatch, next: FilePatch): FilePatch => ({
  ...(first.from !== undefined && { from: first.from }),
  ...(next.to !== undefined && { to: next.to }),
  prefixed: first.prefixed && next.prefixed,
  isRename: first.isRename || next.isRename,
  isBinary: next.isBinary,
  ...((first.modeBefore ?? next.modeBefore) !== undefined && { modeBefore: first.modeBefore ?? next.modeBefore }),
  isNew: (line) => next.isNew(line) || first.isNew(next.lineBefore(line)),
  lineBefore: (line) => first.lineBefore(next.lineBefore(line)),
  said: first.said || next.said,
  before(text) {
    const between = next.before(text);
    return between === undefined ? undefined : first.before(between);
  },
});

/** `patches` with those of a series, which change a file again, as one. */
export function inOne(patches: readonly FilePatch[]): readonly FilePatch[] {
  const found: FilePatch[] = [];
  const last = new Map<string, number>();
  const bare = (name: string, { prefixed }: FilePatch) => (prefixed ? name.replace(/^[^/]*\//, '') : name);
  for (const patch of patches) {
    const at = patch.from === undefined ? undefined : last.get(bare(patch.from, patch));
    const first = at === undefined ? undefined : found[at];
    const index = at ?? found.length;
    found[index] = first === undefined ? patch : followed(first, patch);
    if (patch.to !== undefined) last.set(bare(patch.to, patch), index);
  }
  return found;
}
