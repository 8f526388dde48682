/** What the lines of a listing tell those below them, as one small string. */

export type Family = 'redhat' | 'debian';

const sections = [
  '',
  'chkconfig',
  'rows',
  'xinetd',
  'note',
  'unit-files',
  'units',
  'openrc',
  'in-sysinit',
  'in-boot',
  'in-default',
  'in-idle',
  'in-other',
  'rcctl-on',
  'rcctl-off',
  'rcctl-now',
  'wants',
  'other-wants',
  'service-e',
  'runit-void',
  'runit-debian',
  'runit-artix',
] as const;
export type Section = (typeof sections)[number];

/** What is known before a line is read. */
export interface Carry {
  /** Runlevel of the directory being listed: a digit or `S`; `?` unknown; `-` a directory that belongs to no runlevel. */
  readonly level: string;
  /** Whose host this is, as paths and formats tell. */
  readonly family: Family | '';
  /** How many `#` stand before each live line of the paste; undefined until a line has shown it. */
  readonly depth: number | undefined;
  /** What the lines below are part of. Of `rcctl ls`, only `on` and `off` say what is enabled. */
  readonly section: Section;
  /** S links numbered 03 or lower so far, up to {@link MANY_LOW}: the mark of insserv. */
  readonly low: number;
  /** S links numbered 20 so far, up to {@link MANY_TWENTIES}: the mark of Debian before insserv. */
  readonly twenties: number;
  /** Runlevels in which xinetd is on, each one character; {@link NEVER} where it is off in all, '' where its row was not seen. */
  readonly xinetd: string;
  /** The words for on and off, where they are not English. */
  readonly on: string;
  readonly off: string;
  /** K links so far, the first of each name, as `NUMBERname` with `/` between; at most {@link MOST_KILLS}. */
  readonly kills: string;
}

export const NEVER = '-';
export const MANY_LOW = 3;
export const MANY_TWENTIES = 2;
/** No host has so many scripts; every line carries them. */
const MOST_KILLS = 200;

const START: Carry = { level: '?', family: '', depth: undefined, section: '', low: 0, twenties: 0, xinetd: '', on: '', off: '', kills: '' };

const families: readonly (Family | '')[] = ['', 'redhat', 'debian'];

const small = (text: string | undefined, most: number): number => Math.min(most, Math.max(0, Math.trunc(Number(text)) || 0));

/** What was carried last: most lines tell the next one what they were told themselves. */
let last = { text: '', carry: START };

const isSame = (a: Carry, b: Carry): boolean =>
  a.level === b.level &&
  a.family === b.family &&
  a.depth === b.depth &&
  a.section === b.section &&
  a.low === b.low &&
  a.twenties === b.twenties &&
  a.xinetd === b.xinetd &&
  a.on === b.on &&
  a.off === b.off &&
  a.kills === b.kills;

/** Total: any string gives a carry. */
export function decode(carry: string): Carry {
  if (carry === '') return START;
  if (carry !== last.text) last = { text: carry, carry: read(carry) };
  return last.carry;
}

function read(carry: string): Carry {
  const [level = '', family, depth = '', section, low, twenties, xinetd = '', on = '', off = '', kills = ''] = carry.split('\t');
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
    kills,
  };
}

export function encode(carry: Carry): string {
  if (last.text === '' || !isSame(carry, last.carry)) last = { text: written(carry), carry };
  return last.text;
}

const written = ({ level, family, depth, section, low, twenties, xinetd, on, off, kills }: Carry): string =>
  [level, family, depth ?? '', section, low, twenties, xinetd, on, off, kills].join('\t');

let lastKills: { readonly text: string; readonly list: readonly string[] } = { text: '', list: [] };

function killsOf({ kills }: Carry): readonly string[] {
  if (kills !== lastKills.text) lastKills = { text: kills, list: kills.split('/') };
  return lastKills.list;
}

/** The two digits of the K link of `name` above; undefined when there is none. */
export const killNumberOf = (name: string, carry: Carry): string | undefined =>
  killsOf(carry)
    .find((kill) => kill.length === name.length + 2 && kill.endsWith(name))
    ?.slice(0, 2);

/** `carry` that remembers a K link too. */
export function withKill(number: string, name: string, carry: Carry): Carry {
  const kills = killsOf(carry);
  if (kills.length >= MOST_KILLS || killNumberOf(name, carry) !== undefined) return carry;
  return { ...carry, kills: [...kills, number + name].join('/') };
}
