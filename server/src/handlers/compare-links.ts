/** Links in a comparison: what they start is told by the listing of their folder, before and after. */
import { baseName, isLinkPath, listingBefore, parentOf } from '../../../workspace/src/index.js';
import type { Session } from '../session.js';
import { pathOf, prefixOf, uriOf } from '../uri.js';

/** A file on both sides; null where a side does not have it. */
export interface Pair {
  readonly uri: string;
  readonly language: string | undefined;
  readonly before: string | null;
  readonly after: string | null;
}

/** `pairs`, with those of links as one for each folder. Where links led is the text that they had; where they lead is what the disk says. */
export function withFolders(session: Session, pairs: readonly Pair[]): readonly Pair[] {
  const folders = new Map<string, Map<string, string | null>>();
  const files = pairs.filter(({ uri, before }) => {
    const path = pathOf(uri);
    if (!isLinkPath(path)) return true;
    const folder = uriOf(prefixOf(uri), parentOf(path) ?? '/');
    const old = folders.get(folder) ?? new Map<string, string | null>();
    folders.set(folder, old.set(baseName(path), before));
    return false;
  });
  const now = new Map(session.trees.listings().map(({ uri, text }) => [uri, text]));
  const listings = [...folders].map(([uri, old]): Pair => {
    const after = now.get(uri);
    return { uri, language: undefined, before: listingBefore(pathOf(uri), after, old) ?? null, after: after ?? null };
  });
  return [...files, ...listings];
}
