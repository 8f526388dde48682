/** The row of FreeBSD's cron, and the version of it that was run. */
import type { Dialect } from './dialect.js';
import { ISC, WORDS } from './isc.js';

const freebsd11: Dialect = {
  ...ISC,
  id: 'freebsd',
  title: "FreeBSD's cron",
  source: 'FreeBSD 11 cron, run and read',
  stepOnNumber: 'onward',
  words: [...WORDS, 'every_minute', 'every_second'],
  tomorrow: 'date -v+1d +%d',
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

/** What FreeBSD 12 and later have learned; 11, the last without, has had no mending since 2021. */
export const freebsd: Dialect = {
  ...freebsd11,
  source: `${freebsd11.source}; FreeBSD 14 entry.c, read`,
  secondsWord: true,
  flags: 'nq',
  flagsApart: true,
  sources: {
    ...freebsd11.sources,
    words: 'FreeBSD 14 entry.c, load_entry; FreeBSD 11 refuses a number',
    flags: 'FreeBSD 14 entry.c, load_entry; to FreeBSD 11 they are part of the command',
  },
};

/** The version that was run, where the table has what later ones read: what was recorded of it is held against this one. */
export const versionRun = (dialect: Dialect): Dialect => (dialect === freebsd ? freebsd11 : dialect);
