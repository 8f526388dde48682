/** The two anacrons that are in use, and what each knows. */
import { type AnacronJob, asRead } from './job.js';

export interface Anacron {
  /** Id of the cron of the same systems. */
  readonly dialect: string;
  readonly title: string;
  readonly source: string;
  /** It drops every backslash that it reads; a string: so did the releases before this one. */
  readonly dropsBackslashes: true | string;
  /** Periods by name; a word that begins with one is taken for it. */
  readonly words: readonly string[];
  /** Assignments that are settings of anacron itself; to the other they are plain variables of the jobs. */
  readonly settings: readonly string[];
}

export const anacrons: readonly Anacron[] = [
  {
    dialect: 'debian',
    title: "Debian's anacron",
    source: 'anacron 2.3-36, run',
    dropsBackslashes: true,
    words: ['@monthly', '@yearly'],
    settings: [],
  },
  {
    dialect: 'cronie',
    title: "cronie's anacron",
    source: 'anacron of cronie 1.7.2, run; its ChangeLog of March 2020 for the backslashes',
    dropsBackslashes: '1.5.6',
    words: ['@monthly', '@yearly', '@annually', '@annualy', '@daily', '@weekly'],
    settings: ['START_HOURS_RANGE', 'RANDOM_DELAY', 'PREFERRED_HOUR'],
  },
];

/** Those of the dialects in question; all where none of these has an anacron. */
export function anacronsAmong(dialects: readonly string[]): readonly Anacron[] {
  const among = anacrons.filter(({ dialect }) => dialects.includes(dialect));
  return among.length === 0 ? anacrons : among;
}

/** True where the anacron of the systems with `dialect` leaves a backslash in a command. */
export const keepsBackslashes = (dialect: string): boolean =>
  anacrons.some((anacron) => anacron.dialect === dialect && anacron.dropsBackslashes !== true);

/** True when `anacron` knows the period of `job`. */
export function knowsPeriod({ words }: Anacron, { period }: AnacronJob): boolean {
  const text = asRead(period);
  return !text.startsWith('@') || words.some((word) => text.startsWith(word));
}
