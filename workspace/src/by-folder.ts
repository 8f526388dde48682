/** What files in a folder, or in those above it, tell of it. */
import type { Entry } from './files.js';

export interface ByFolder<T> {
  /** `entries`: what is in the folder, where that is known already. */
  (folder: string, entries?: readonly Entry[]): Promise<T>;
  /** Folders for which `isOther` holds are looked at anew when they are asked for next. */
  forget(isOther: (folder: string) => boolean): void;
}

/** Looks at each folder once; `find` may ask for the one above by `of`. */
export function byFolder<T>(find: (folder: string, entries: readonly Entry[] | undefined, of: ByFolder<T>) => Promise<T>): ByFolder<T> {
  const known = new Map<string, Promise<T>>();
  const of: ByFolder<T> = Object.assign(
    (folder: string, entries?: readonly Entry[]): Promise<T> => {
      let found = known.get(folder);
      if (found === undefined) known.set(folder, (found = find(folder, entries, of)));
      return found;
    },
    {
      forget(isOther: (folder: string) => boolean): void {
        for (const folder of known.keys()) if (isOther(folder)) known.delete(folder);
      },
    },
  );
  return of;
}
