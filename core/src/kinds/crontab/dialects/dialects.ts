/** What each cron reads and what a bad line costs there: data, each row with where it was seen. */
import { dcron } from './dcron.js';
import type { Dialect } from './dialect.js';
import { freebsd } from './freebsd.js';
import { COUNTED_ROUND, GNU_TOMORROW, ISC, WORDS } from './isc.js';

export type { Dialect } from './dialect.js';

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
  mailTo: /^[A-Za-z0-9][A-Za-z0-9@!:%.,_+=/-]*$/,
  tomorrow: GNU_TOMORROW,
  sources: { mailTo: "Debian's cron 3.0pl1-162, run with a stand-in for sendmail" },
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
  delaysRuns: true,
  mailTo: /^[A-Za-z0-9][A-Za-z0-9@!:%.,_+-]*$/,
  tomorrow: GNU_TOMORROW,
  sources: {
    mailTo: 'cronie do_command.c, safe_p',
    zonedClock: 'cronie cron.c, find_jobs',
    delaysRuns: 'cronie entry.c, load_entry: up to 1440 minutes, drawn when the file is read',
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
  mailTo: /^[A-Za-z0-9_][A-Za-z0-9@!:%.,_+-]*$/,
  sources: { mailTo: 'OpenBSD do_command.c, safe_p' },
};

const netbsd: Dialect = {
  ...ISC,
  id: 'netbsd',
  title: "NetBSD's cron",
  source: 'NetBSD cron, entry.c 1.7 of 2018 and env.c 1.4, the parser run by itself; user.c and cron.c 1.8, read',
  skipsJunk: false,
  questionDraws: true,
  reversed: 'refused',
  rootFolder: true,
  emptyCommand: ['system'],
  refusesStarCommand: true,
  flags: 'nqs',
  flagsApart: true,
  longestCommand: 999,
  longCommand: 'cut',
  noLineFeed: "NetBSD's cron skips the last line",
  badLine: "NetBSD's cron skips the entry",
  keepsBlanks: true,
  dailyStars: true,
  mailTo: /^[A-Za-z0-9][A-Za-z0-9@!:%.,-]*$/,
  // It counts minutes of UTC, and asks for the wall clock of each entry anew: CRON_LOCALTIME, which would count as others do, is defined nowhere.
  clock: 'wall',
  zonedClock: 'wall',
  sources: {
    rootFolder: 'NetBSD database.c 1.7, process_dir',
    mailTo: 'NetBSD do_command.c, safe_p',
    flags: 'entry.c 1.7 for -n and -q; crontab(5) of 2022 for -s',
    clock: 'NetBSD cron.c 1.8, find_jobs and set_time, as its Makefile builds them; cron(8) of 2011 promises more',
    zonedClock: 'NetBSD cron.c 1.8, find_jobs',
  },
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
  joinsLines: true,
  commentAnywhere: true,
  unknownWord: 'silent',
  badLine: "BusyBox's crond drops the entry",
  clock: 'wall',
  sources: { percentInput: 'BusyBox crond.c gives the command to sh -c as it stands; from memory' },
};

/** Its generator is not prepared for such a line, and dies. */
const BREAKS_OFF = 'systemd-cron breaks off: what follows in the file, and every crontab not yet read, gets no timer';

const systemd: Dialect = {
  ...COUNTED_ROUND,
  id: 'systemd-cron',
  title: 'systemd-cron',
  source: 'systemd-cron 1.15.19, systemd-crontab-generator of Debian 12, run and read',
  tomorrow: GNU_TOMORROW,
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
  unknownWord: 'lost',
  badLine: 'systemd-cron makes no timer of the entry',
  costs: [
    { at: ['day-of-week'], cost: 'systemd-cron logs it and runs the entry on every day of the week' },
    { at: ['time specifier'], cost: BREAKS_OFF, loses: 'rest' },
    { at: ['command'], form: 'user', cost: BREAKS_OFF, loses: 'rest' },
  ],
  lostWord: 'systemd-cron makes a timer of it that systemd refuses: it never runs',
  clock: 'onward',
  delaysRuns: true,
  sources: { clock: 'systemd 252, run: systemd-analyze calendar', wordMeans: 'systemd 252, run: systemd-analyze calendar' },
};

const posix: Dialect = {
  ...ISC,
  id: 'posix',
  title: 'a POSIX cron',
  source: 'crontab of POSIX.1-2017; crontab.c of AIX and cron.c of System V, read',
  reader: 'posix',
  highestWeekday: 6,
  names: 'none',
  steps: false,
  skipsJunk: false,
  skipsJunkAfterStar: false,
  checksRanges: 'ends',
  reversed: 'round',
  userColumn: false,
  emptyCommand: [],
  assignments: 'none',
  words: [],
  badLine: 'a POSIX crontab command does not install the file',
  loses: 'file',
  // The standard says nothing of clocks that jump.
  clock: 'wall',
  sources: { reversed: 'cron.c of System V, next_ge: the standard gives such a range no meaning' },
};

export const dialects: readonly Dialect[] = [debian, cronie, freebsd, openbsd, netbsd, busybox, dcron, systemd, posix];

/** Those whose reading tells whether a text is meant as an entry: who counts numbers round takes nearly any. */
export const strictDialects: readonly Dialect[] = dialects.filter(({ countsRound }) => countsRound !== true);

export const dialectById = (id: string): Dialect | undefined => dialects.find((dialect) => dialect.id === id);

const named = new WeakMap<readonly string[], readonly Dialect[]>();

/** The dialects named by `ids`, in the order of the table. */
export function dialectsNamed(ids: readonly string[]): readonly Dialect[] {
  let found = named.get(ids);
  if (found === undefined) named.set(ids, (found = dialects.filter(({ id }) => ids.includes(id))));
  return found;
}

/** What is to be told of the dialects that are named: found out once, for it is asked of every line. */
function told(of: (among: readonly Dialect[]) => boolean): (ids: readonly string[]) => boolean {
  const known = new WeakMap<readonly string[], boolean>();
  return (ids) => {
    let found = known.get(ids);
    if (found === undefined) known.set(ids, (found = of(dialectsNamed(ids))));
    return found;
  };
}

/** True where `test` holds for all that are named, and one is. */
const all = (test: (dialect: Dialect) => boolean) => told((among) => among.length > 0 && among.every(test));

/** True where a backslash at its end joins a line to the next one for all that are named. */
export const joinsLines = all((dialect) => dialect.joinsLines);

/** True where none of those that are named reads a user before the command, wherever the file lies. */
export const hasNoUserColumn = all(({ userColumn }) => !userColumn);

/** True where none of those that are named takes any line for an assignment. */
export const knowsNoAssignments = all(({ assignments }) => assignments === 'none');

/** True where what stands before a command may be an option of the job for one of them. */
export const readsJobOptions = told((among) => among.some(({ jobOptions }) => jobOptions === true));

/** The same for all of them. */
export const readsOnlyJobOptions = all(({ jobOptions }) => jobOptions === true);

/** True where a number of seconds behind the `@` is a word for one of those that are named. */
export const takesSeconds = told((among) => among.some(({ secondsWord }) => secondsWord === true));

/** True where all that are named count a number round that its field has not. */
export const countsRound = all((dialect) => dialect.countsRound === true);

/** True where a `%` without a backslash ends the command for one of those that are named, or for all that one knows. */
export const cutsAtPercent = told((among) => among.length === 0 || among.some(({ percentInput }) => percentInput));
