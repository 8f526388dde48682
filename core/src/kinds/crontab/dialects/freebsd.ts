/** The rows of FreeBSD's cron. */
import type { Dialect } from './dialect.js';
import { ISC, WORDS } from './isc.js';

/** The version that was run; what was recorded of it is held against this one. */
export const freebsd11: Dialect = {
  ...ISC,
  id: 'freebsd',
  title: "FreeBSD's cron",
  source: 'FreeBSD 11 cron, run and read',
  stepOnNumber: 'onward',
  negativeSteps: true,
  words: [...WORDS, 'every_minute', 'every_second'],
  plainDates: true,
  tomorrow: 'date -v+1d +%d',
  longestCommand: 999,
  longCommand: 'cut',
  longestAssignment: 999,
  noLineFeed: "FreeBSD's cron skips the last line",
  badLine: "FreeBSD's cron skips the entry",
  // It looks for the end of the user, or of the word in its place, in what follows: a line feed does not end it.
  costs: [{ at: ['username', 'command'], form: 'system', cost: "FreeBSD's cron skips the entry and the line below it" }],
  readsOn: true,
  keepsBlanks: true,
  userGroup: 'taken',
  keepsReturn: true,
  system: 'bsd',
  halvesBackslashes: true,
  clock: 'freebsd',
  sources: {
    readsOn: "entry.c of FreeBSD 8.3, 11 and 14, load_entry and get_list: read; the same code of Debian's cron, run",
    halvesBackslashes: 'do_command.c of FreeBSD 8.3, child_process: read',
    clock: 'FreeBSD cron.c, cron_tick, with the -s that cron_dst=YES gives it',
    zonedClock: 'FreeBSD 11.3 cron.c: cron_tick asks for one local time for all entries; crontab(5) of 2020 and 2024 knows no CRON_TZ',
  },
};

const { keepsBlanks: _, ...kept } = freebsd11;

/** What FreeBSD 12 and later have learned; 11, the last without, has had no mending since 2021. */
export const freebsd: Dialect = {
  ...kept,
  source: `${freebsd11.source}; FreeBSD 14 entry.c, read`,
  secondsWord: true,
  rebootsAtStart: true,
  flags: 'nq',
  flagsApart: true,
  sources: {
    ...freebsd11.sources,
    rebootsAtStart: 'cron.c of 2023 and later, run_reboot_jobs: read',
    words: 'FreeBSD 14 entry.c, load_entry; FreeBSD 11 refuses a number',
    flags: 'FreeBSD 14 entry.c, load_entry; to FreeBSD 11 they are part of the command, and so are all blanks but one before them',
  },
};
