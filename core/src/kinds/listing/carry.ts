/** What the lines of a listing tell those below them, as one small string. */

export type Family = 'redhat' | 'debian';

/** What is known before a line is read. */
export interface Carry {
  /** Runlevel of the directory being listed: a digit or `S`; `?` unknown; `-` a directory that belongs to no runlevel. */
  readonly level: string;
  /** Whose host this is, as paths and formats tell. */
  readonly family: Family | '';
  /** How many `#` stand before each live line of the paste; undefined until a line has shown it. */
  readonly depth: number | undefined;
  readonly section: '' | 'rows' | 'xinetd' | 'note';
  /** S links numbered 03 or lower so far, up to {@link MANY_LOW}: the mark of insserv. */
  readonly low: number;
  /** S links numbered 20 so far, up to {@link MANY_TWENTIES}: the mark of Debian before insserv. */
  readonly twenties: number;
  /** Runlevels in which xinetd is on, each one character. */
  readonly xinetd: string;
  /** The words for on and off, where they are not English. */
  readonly on: string;
  readonly off: string;
}

export const MANY_LOW = 3;
export const MANY_TWENTIES = 2;

const START: Carry = { level: '?', family: '', depth: undefined, section: '', low: 0, twenties: 0, xinetd: '', on: '', off: '' };

const families: readonly (Family | '')[] = ['', 'redhat', 'debian'];
const sections: readonly Carry['section'][] = ['', 'rows', 'xinetd', 'note'];

const small = (text: string | undefined, most: number): number => Math.min(most, Math.max(0, Math.trunc(Number(text)) || 0));

/** Total: any string gives a carry. */
export function decode(carry: string): Carry {
  if (carry === '') return START;
  const [level = '', family, depth = '', section, low, twenties, xinetd = '', on = '', off = ''] = carry.split('\t');
  return {
    level: /^[0-9S?-]$/.test(level) ? level : '?',
    family: families.find((candidate) => candidate === family) ?? '',
    depth: depth === '' ? undefined : small(depth, 99),
    section: sections.find((candidate) => candidate === section) ?? '',
    low: small(low, MANY_LOW),
    twenties: small(twenties, MANY_TWENTIES),
    xinetd,
    on,
    off,
  };
}

export const encode = ({ level, family, depth, section, low, twenties, xinetd, on, off }: Carry): string =>
  [level, family, depth ?? '', section, low, twenties, xinetd, on, off].join('\t');
