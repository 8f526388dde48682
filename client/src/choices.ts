/** What a file can be taken for, in words and in settings. Knows no editor. */

/** As the server has it. */
export interface Choice {
  readonly label: string;
  readonly kind: string;
  readonly form?: string;
}

/** A glob that fits the file at `path` (relative to its folder, with `/`) and no other: one without a slash would fit that name in any folder. */
export const globOf = (path: string): string => `${path.includes('/') ? '' : '/'}${path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')}`;
