/** What a file can be taken for, in words and in settings. Knows no editor. */

export interface Choice {
  readonly label: string;
  readonly kind: string;
  readonly form?: string;
}

export const choices: readonly Choice[] = [
  { label: 'inetd.conf', kind: 'inetd' },
  { label: 'crontab: user form', kind: 'crontab', form: 'user' },
  { label: 'crontab: system form', kind: 'crontab', form: 'system' },
  { label: 'crontab: anacrontab', kind: 'crontab', form: 'anacrontab' },
  { label: 'rc listing', kind: 'listing' },
];

const titles: Readonly<Record<string, string>> = { inetd: 'inetd.conf', listing: 'rc listing' };

/** Such as `crontab (system)`. */
export const nameOf = (kind: string, form: string): string => `${titles[kind] ?? kind}${form === '' ? '' : ` (${form})`}`;

/** A glob that fits the file at `path` (relative to its folder, with `/`) and no other: one without a slash would fit that name in any folder. */
export const globOf = (path: string): string => `${path.includes('/') ? '' : '/'}${path.replace(/[\\*?[\]{}()!+@|]/g, '\\$&')}`;
