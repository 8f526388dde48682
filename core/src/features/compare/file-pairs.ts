/** Which file of one side is which of the other. */
import type { ComparedFile, Pair } from './model.js';

const byPath = (files: readonly ComparedFile[]): ReadonlyMap<string, ComparedFile> => new Map(files.map((file) => [file.path, file]));

const textOf = ({ reading }: ComparedFile): string => reading.document.text;

/** Git's measure for a file that was renamed and altered. */
const LIKE = 0.5;
/** More pairs than this nobody looks through. */
const MOST = 10_000;

const linesOf = (file: ComparedFile): ReadonlySet<string> =>
  new Set(
    textOf(file)
      .split('\n')
      .map((line) => line.trim().replace(/\s+/g, ' '))
      .filter(Boolean),
  );

/** Files with other names that have half of their lines in common: the likest first. */
function likePairs(gone: readonly ComparedFile[], fresh: readonly ComparedFile[]): readonly Required<Pair<ComparedFile>>[] {
  if (gone.length * fresh.length > MOST) return [];
  const lines = new Map([...gone, ...fresh].map((file) => [file, linesOf(file)] as const));
  const likeness = (a: ReadonlySet<string> = new Set(), b: ReadonlySet<string> = new Set()): number =>
    (2 * [...a].filter((line) => b.has(line)).length) / (a.size + b.size || 1);
  const found = gone.flatMap((before) =>
    fresh
      .filter((after) => after.reading.kind === before.reading.kind)
      .map((after) => ({ before, after, like: likeness(lines.get(before), lines.get(after)) })),
  );
  const taken = new Set<ComparedFile>();
  return found
    .filter(({ like }) => like >= LIKE)
    .sort((a, b) => b.like - a.like)
    .filter(({ before, after }) => {
      if (taken.has(before) || taken.has(after)) return false;
      taken.add(before).add(after);
      return true;
    });
}

/** Files in pairs by their paths, or by their text where one was renamed; in order. */
export function filePairs(before: readonly ComparedFile[], after: readonly ComparedFile[]): Pair<ComparedFile>[] {
  const [old, now] = [byPath(before), byPath(after)];
  const moved = new Map(before.filter(({ path }) => !now.has(path)).map((file) => [textOf(file), file]));
  const taken = new Set<ComparedFile>();
  const pairs = after.map((is): Pair<ComparedFile> => {
    const was = old.get(is.path) ?? moved.get(textOf(is));
    if (was === undefined || taken.has(was) || was.reading.kind !== is.reading.kind) return { after: is };
    taken.add(was);
    return { before: was, after: is };
  });
  const gone = before.filter((file) => !taken.has(file));
  const fresh = pairs.flatMap((pair) => (pair.before === undefined && pair.after ? [pair.after] : []));
  const altered = new Map(likePairs(gone, fresh).map((pair) => [pair.after, pair.before]));
  const renamed = new Set(altered.values());
  const all = [
    ...pairs.map((pair): Pair<ComparedFile> => {
      const was = pair.before ?? (pair.after && altered.get(pair.after));
      return was === undefined ? pair : { ...pair, before: was };
    }),
    ...gone.filter((file) => !renamed.has(file)).map((was): Pair<ComparedFile> => ({ before: was })),
  ];
  const pathOf = ({ before: was, after: is }: Pair<ComparedFile>) => (is ?? was)?.path ?? '';
  return all.sort((a, b) => (pathOf(a) < pathOf(b) ? -1 : 1));
}
