/** What each cron reads and what a bad line costs there: data, each row with where it was seen. */
import { dcron } from './dcron.js';
import type { Dialect } from './dialect.js';
import { freebsd, freebsd11 } from './freebsd.js';
import { GNU_TOMORROW, ISC } from './isc.js';
import { systemd } from './systemd-cron.js';

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
  longestAssignment: 998,
  limits: [{ counts: 'reach', most: 10_003, loses: 'file' }],
  noLineFeed: "Debian's cron ignores the whole file",
  lastLineDropsFile: true,
  badLine: "Debian's cron ignores the whole file",
  loses: 'file',
  keepsBlanks: true,
  trimsQuoted: true,
  userGroup: 'refused',
  keepsReturn: true,
  system: 'linux',
  halvesBackslashes: true,
  mailsTo: /^[A-Za-z\d][\w@!:%.,+=/-]*$/,
  plainDates: true,
  tomorrow: GNU_TOMORROW,
};

const cronie: Dialect = {
  ...ISC,
  id: 'cronie',
  title: 'cronie',
  source: 'cronie, head of November 2025, run and read',
  skipsJunk: false,
  skipsJunkAfterStar: false,
  random: 'random',
  negativeSteps: true,
  zeroEndsAtSeven: true,
  zeroEndsAfter: '1.7.2',
  emptyCommand: [],
  refusesStarCommand: true,
  quietDash: true,
  flags: 'n',
  flagsApart: true,
  emptyValue: true,
  longestCommand: 131_071,
  longCommand: 'refused',
  longestAssignment: 131_071,
  limits: [
    { counts: 'entries', most: 10_000, form: 'user', loses: 'file' },
    { counts: 'assignments', most: 1000, form: 'user', loses: 'file' },
    { counts: 'gap', most: 32_768, form: 'user', loses: 'file' },
    { counts: 'gap', most: 32_768, form: 'system', loses: 'byte' },
  ],
  noLineFeed: 'cronie skips the last line',
  badLine: 'cronie skips the entry',
  // Unless the daemon's own zone jumps back at that moment: then entries without `*` first in minute or hour miss the time.
  zonedClock: 'wall',
  mailsTo: /^[A-Za-z\d][\w@!:%.,+-]*$/,
  delaysRuns: true,
  readsSender: true,
  keepsReturn: true,
  plainDates: true,
  system: 'linux',
  longestDelay: 1440,
  tomorrow: GNU_TOMORROW,
  sources: {
    limits: 'cronie 1.7.2, load_user run',
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
  longestAssignment: 999,
  noLineFeed: "OpenBSD's cron skips the last line",
  badLine: "OpenBSD's cron skips the entry",
  costs: [{ form: 'user', cost: "OpenBSD's cron ignores the whole crontab", loses: 'file' }],
  userGroup: 'refused',
  keepsReturn: true,
  system: 'bsd',
  weeklyStar: 'weekday',
  mailsTo: /^\w[\w@!:%+.,-]*$/,
  sources: { mailsTo: 'OpenBSD do_command.c 1.49, safe_p: read' },
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
  longestAssignment: 999,
  noLineFeed: "NetBSD's cron skips the last line",
  badLine: "NetBSD's cron skips the entry",
  keepsBlanks: true,
  dailyStars: true,
  userGroup: 'refused',
  keepsReturn: true,
  system: 'bsd',
  // It counts minutes of UTC, and asks for the wall clock of each entry anew: CRON_LOCALTIME, which would count as others do, is defined nowhere.
  clock: 'wall',
  zonedClock: 'wall',
  mailsTo: /^[A-Za-z\d][A-Za-z\d@!:%.,-]*$/,
  sources: {
    mailsTo: 'NetBSD do_command.c, safe_p: read',
    rootFolder: 'NetBSD database.c 1.7, process_dir',
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
  heedsLater: { PATH: 'BusyBox 1.37' },
  emptyValue: true,
  joinsLines: true,
  commentAnywhere: true,
  keepsReturn: false,
  unknownWord: 'silent',
  limits: [
    { counts: 'filled', most: 65_534, of: 'root', loses: 'rest' },
    { counts: 'filled', most: 255, of: 'others', loses: 'rest' },
  ],
  badLine: "BusyBox's crond drops the entry",
  clock: 'wall',
  sources: {
    percentInput: 'BusyBox 1.37 crond.c, fork_job gives the command to sh -c as it stands',
    heedsLater: 'BusyBox 1.37 crond.c, load_crontab; 1.35, run, knows no PATH=',
  },
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

/** The version that was run, where the table has what later ones read: what was recorded of it is held against this one. */
export const versionRun = (dialect: Dialect): Dialect => (dialect === freebsd ? freebsd11 : dialect);

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
