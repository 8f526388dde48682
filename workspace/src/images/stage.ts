/** A stage of a Dockerfile, as the steps that put files in their places. */
import { resolve } from '../paths.js';
import type { System } from './system.js';

/** Paths of the image are absolute, with `/`; a target that ends in `/` is a folder. */
export type Step =
  /** Sources are globs: in the folder of the build, or in the stage called `from`. */
  | { readonly type: 'copy'; readonly sources: readonly string[]; readonly to: string; readonly from?: string }
  /** `cp`, `mv`, `ln`, `install`, `cat >`. */
  | { readonly type: 'put'; readonly file: string; readonly to: string; readonly moves?: true }
  /** `crontab FILE`, by `user`. */
  | { readonly type: 'crontab'; readonly file: string; readonly user: string };

export interface Stage {
  /** What other stages call it: a name, or its number from 0. */
  readonly name: string;
  /** The stage that it goes on from; absent where that is an image. */
  readonly parent?: Stage;
  readonly steps: Step[];
  system: System | undefined;
  /** The folder and the user that the next step has. */
  folder: string;
  user: string;
}

/** `path` of the image as a step at hand means it. One that ends in `/` or in a dot means a folder, and keeps the `/`. */
export function placed({ folder }: Pick<Stage, 'folder'>, path: string): string {
  const whole = resolve(folder, path);
  return /(?:^|\/)\.{0,2}$/.test(path) && !whole.endsWith('/') ? `${whole}/` : whole;
}
