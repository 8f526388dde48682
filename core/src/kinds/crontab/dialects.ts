/** What each cron reads and what a bad line costs there: data, each row with where it was seen. */
import type { Dialect } from './dialect.js';

export interface Dialect {
  readonly id: string;
  readonly title: string;
  /** Man page or source that the row was measured on. */
  readonly source: string;
  /** Which reader of a time field it has. */
  readonly reader: 'isc' | 'busybox';
  /** `1/2` means from 1 in steps of 2. */
  readonly stepOnNumber: boolean;
  /** Text after a finished range is skipped up to the next blank: `5*`, `0~30`. */
  readonly skipsJunk: boolean;
  /** Text after a star is skipped up to the next blank: `*5`. */
  readonly skipsJunkAfterStar: boolean;
  /** `~` draws a time at random; `random-step` lets a step follow. */
  readonly random: false | 'random' | 'random-step';
  /** `all`: reversed ranges and steps beyond the last value are refused, not read as nothing or one value. `ends`: both ends must exist. */
  readonly checksRanges: 'all' | 'ends' | 'no';
  /** A range that ends at 0 ends at 7 instead: `6-0`. */
  readonly zeroEndsAtSeven: boolean;
  /** Forms in which a line without a command is an entry that runs nothing. */
  readonly emptyCommand: readonly ('user' | 'system')[];
  /** A command that begins with `*` is refused: the line has a field too many. */
  readonly refusesStarCommand: boolean;
  /** Letters of the flags before the command; others after a `-` are refused. Absent where a `-` belongs to the command. */
  readonly flags?: string;
  /** A leading `-` keeps the run out of the log. */
  readonly quietDash: boolean;
  /** The first `%` ends the command and begins its input. */
  readonly percentInput: boolean;
  /** `NAME=` with nothing behind it is an assignment. */
  readonly emptyValue: boolean;
  /** Every `#` begins a comment, wherever it stands. */
  readonly commentAnywhere: boolean;
  /** Words after `@`, without it. */
  readonly words: readonly string[];
  /** Longest command, in bytes; absent where there is no limit that matters. */
  readonly longestCommand?: number;
  /** What becomes of a longer one. */
  readonly longCommand?: 'refused' | 'cut';
  /** What a last line without a line feed costs; absent where it costs nothing. */
  readonly noLineFeed?: string;
  /** What one bad line costs. */
  readonly badLine: string;
  /**
   * How it keeps time where the wall clock jumps: `isc` and `freebsd` make up for some runs and leave out others, `wall` does
   * neither. Read in the main loop of each: cron.c of Debian, cronie, OpenBSD; cron_tick of FreeBSD, with the `-s` that its
   * cron_dst=YES gives it; crond.c of BusyBox.
   */
  readonly clock: 'isc' | 'freebsd' | 'wall';
  /** The same for entries below a CRON_TZ; absent where there is no such thing. */
  readonly zonedClock?: 'wall';
}

const WORDS = ['reboot', 'yearly', 'annually', 'monthly', 'weekly', 'daily', 'midnight', 'hourly'] as const;

const ISC = {
  reader: 'isc',
  blanks: 'tab',
  highestWeekday: 7,
  names: 'three',
  steps: true,
  skipsJunk: true,
  skipsJunkAfterStar: true,
  random: false,
  checksRanges: 'no',
  reversed: 'nothing',
  zeroEndsAtSeven: false,
  dayMatch: 'stars',
  userColumn: true,
  emptyCommand: ['user', 'system'],
  refusesStarCommand: false,
  quietDash: false,
  percentInput: true,
  emptyValue: false,
  commentAnywhere: false,
  words: WORDS,
  unknownWord: 'refused',
  weeklyStar: 'day',
  clock: 'isc',
} as const;

const debian: Dialect = {
  ...ISC,
  id: 'debian',
  title: "Debian's cron",
  source: 'Debian cron 3.0pl1-162, run and read',
  refusesStarCommand: true,
  checksRanges: 'ends',
  longestCommand: 998,
  longCommand: 'refused',
  noLineFeed: "Debian's cron ignores the whole file",
  lastLineDropsFile: true,
  badLine: "Debian's cron ignores the whole file",
  loses: 'file',
  keepsBlanks: true,
  trimsQuoted: true,
};

const cronie: Dialect = {
  ...ISC,
  id: 'cronie',
  title: 'cronie',
  source: 'cronie, head of November 2025, run and read',
  skipsJunk: false,
  skipsJunkAfterStar: false,
  random: 'random',
  zeroEndsAtSeven: true,
  emptyCommand: [],
  refusesStarCommand: true,
  quietDash: true,
  flags: 'n',
  emptyValue: true,
  longestCommand: 131_071,
  longCommand: 'refused',
  noLineFeed: 'cronie skips the last line',
  badLine: 'cronie skips the entry',
  // Unless the daemon's own zone jumps back at that moment: then entries without `*` first in minute or hour miss the time.
  zonedClock: 'wall',
  sources: { zonedClock: 'cronie cron.c, find_jobs' },
};

const freebsd: Dialect = {
  ...ISC,
  id: 'freebsd',
  title: "FreeBSD's cron",
  source: 'FreeBSD 11 cron, run and read',
  stepOnNumber: 'onward',
  words: [...WORDS, 'every_minute', 'every_second'],
  longestCommand: 999,
  longCommand: 'cut',
  noLineFeed: "FreeBSD's cron skips the last line",
  badLine: "FreeBSD's cron skips the entry",
  keepsBlanks: true,
  clock: 'freebsd',
  sources: {
    clock: 'FreeBSD cron.c, cron_tick, with the -s that cron_dst=YES gives it',
    zonedClock: 'FreeBSD 11.3 cron.c: cron_tick asks for one local time for all entries; crontab(5) of 2020 and 2024 knows no CRON_TZ',
  },
};

const openbsd: Dialect = {
  ...ISC,
  id: 'openbsd',
  title: "OpenBSD's cron",
  source: 'OpenBSD 7.8 cron, run and read',
  skipsJunk: false,
  random: 'random-step',
  flags: 'nqs',
  checksRanges: 'all',
  reversed: 'refused',
  emptyCommand: ['system'],
  refusesStarCommand: true,
  longestCommand: 999,
  longCommand: 'cut',
  noLineFeed: "OpenBSD's cron skips the last line",
  badLine: "OpenBSD's cron skips the entry",
  costs: [{ form: 'user', cost: "OpenBSD's cron ignores the whole crontab", loses: 'file' }],
  weeklyStar: 'weekday',
};

const busybox: Dialect = {
  ...ISC,
  id: 'busybox',
  title: "BusyBox's crond",
  source: 'BusyBox 1.35 crond, run and read',
  reader: 'busybox',
  highestWeekday: 6,
  names: 'three',
  stepOnNumber: 'alone',
  skipsJunk: false,
  skipsJunkAfterStar: false,
  reversed: 'round',
  dayMatch: 'gaps',
  userColumn: false,
  emptyCommand: [],
  percentInput: false,
  assignments: 'few',
  emptyValue: true,
  commentAnywhere: true,
  unknownWord: 'silent',
  badLine: "BusyBox's crond drops the entry",
  clock: 'wall',
  sources: { percentInput: 'BusyBox crond.c gives the command to sh -c as it stands; from memory' },
};

/** Its generator is not prepared for such a line, and dies. */
const BREAKS_OFF = 'systemd-cron breaks off: what follows in the file, and every crontab not yet read, gets no timer';

const { highestWeekday: _, ...COUNTED_ROUND } = ISC;

const systemd: Dialect = {
  ...COUNTED_ROUND,
  id: 'systemd-cron',
  title: 'systemd-cron',
  source: 'systemd-cron 1.15.19, systemd-crontab-generator of Debian 12, run and read',
  reader: 'systemd',
  blanks: 'unicode',
  names: 'longer',
  stepOnNumber: 'alone',
  skipsJunk: false,
  skipsJunkAfterStar: false,
  reversed: 'refused',
  dayMatch: 'both',
  emptyCommand: [],
  percentInput: false,
  assignments: 'plain',
  emptyValue: true,
  words: [...WORDS, 'minutely', 'quarterly', 'biannually', 'bi-annually', 'semiannually', 'semi-annually', 'anually'],
  wordMeans: {
    minutely: '* * * * *',
    hourly: '0 * * * *',
    midnight: '0 0 * * *',
    daily: '0 0 * * *',
    weekly: '0 0 * * 1',
    monthly: '0 0 1 * *',
    quarterly: '0 0 1 1,4,7,10 *',
    biannually: '0 0 1 1,7 *',
    'bi-annually': '0 0 1 1,7 *',
    semiannually: '0 0 1 1,7 *',
    'semi-annually': '0 0 1 1,7 *',
    yearly: '0 0 1 1 *',
    annually: '0 0 1 1 *',
    anually: '0 0 1 1 *',
  },
  {
    ...ISC,
    id: 'freebsd',
    title: "FreeBSD's cron",
    source: 'FreeBSD 11 cron, run and read',
    stepOnNumber: true,
    words: [...WORDS, 'every_minute', 'every_second'],
    longestCommand: 999,
    longCommand: 'cut',
    noLineFeed: "FreeBSD's cron skips the last line",
    badLine: "FreeBSD's cron skips the entry",
    clock: 'freebsd',
  },
  {
    ...ISC,
    id: 'openbsd',
    title: "OpenBSD's cron",
    source: 'OpenBSD 7.8 cron, run and read',
    skipsJunk: false,
    random: 'random-step',
    flags: 'nqs',
    checksRanges: 'all',
    emptyCommand: ['system'],
    refusesStarCommand: true,
    longestCommand: 999,
    longCommand: 'cut',
    noLineFeed: "OpenBSD's cron skips the last line",
    badLine: "OpenBSD's cron ignores the whole user crontab, or the entry in a system one",
  },
  {
    ...ISC,
    id: 'busybox',
    title: "BusyBox's crond",
    source: 'BusyBox 1.35 crond, run and read',
    reader: 'busybox',
    stepOnNumber: true,
    skipsJunk: false,
    skipsJunkAfterStar: false,
    emptyCommand: [],
    percentInput: false,
    commentAnywhere: true,
    badLine: "BusyBox's crond drops the entry",
    clock: 'wall',
  },
];

export const dialectById = (id: string): Dialect | undefined => dialects.find((dialect) => dialect.id === id);

const named = new WeakMap<readonly string[], readonly Dialect[]>();

/** The dialects named by `ids`, in the order of the table. */
export function dialectsNamed(ids: readonly string[]): readonly Dialect[] {
  let found = named.get(ids);
  if (found === undefined) named.set(ids, (found = dialects.filter(({ id }) => ids.includes(id))));
  return found;
}
