/** The row of dcron, Dillon's cron. */
import type { Dialect } from './dialect.js';
import { COUNTED_ROUND, GNU_TOMORROW } from './isc.js';

export const dcron: Dialect = {
  ...COUNTED_ROUND,
  id: 'dcron',
  title: 'dcron',
  source: 'dcron 4.5 as Slackware builds it, database.c: 1,200 lines run',
  reader: 'dcron',
  countsRound: true,
  names: 'cased',
  stepOnNumber: 'alone',
  skipsJunk: false,
  skipsJunkAfterStar: false,
  reversed: 'round',
  dayMatch: 'never',
  userColumn: false,
  jobOptions: true,
  percentInput: false,
  assignments: 'none',
  words: ['reboot', 'noauto', 'hourly', 'daily', 'weekly', 'monthly', 'yearly'],
  longestLine: 1023,
  limits: [
    { counts: 'filled', most: 65_534, of: 'root', loses: 'rest' },
    { counts: 'lines', most: 655_349, of: 'root', loses: 'rest' },
    { counts: 'filled', most: 255, of: 'others', loses: 'rest' },
    { counts: 'lines', most: 2559, of: 'others', loses: 'rest' },
  ],
  badLine: 'dcron skips the entry',
  keepsReturn: true,
  plainDates: true,
  system: 'linux',
  tomorrow: GNU_TOMORROW,
  clock: 'wall',
  sources: {
    dayMatch:
      'dcron 4.5, FixDayDow and TestJobs run. In the code of 2020, run too, 1 to 5 are the first, second and so on of that weekday, as the manual page has it, and months are not asked for',
    userColumn: 'dcron 4.5 runs what is in /etc/cron.d as root; the code of 2020 has a user column there',
    emptyCommand: 'only where a blank stands behind the times; without one the entry is refused',
    percentInput: 'dcron job.c, RunJob gives the command to sh -c as it stands',
    limits: 'dcron 4.5 database.c, SynchronizeFile: read',
    clock: 'dcron 4.5, TestJobs asks for the local time of each minute; main.c skips what more than an hour of sleep leaves out',
  },
};
