/** The row of systemd-cron. */
import type { Dialect } from './dialect.js';
import { COUNTED_ROUND, GNU_TOMORROW, WORDS } from './isc.js';

/** Its generator is not prepared for such a line, and dies. */
const BREAKS_OFF = 'systemd-cron breaks off: what follows in the file, and every crontab not yet read, gets no timer';

export const systemd: Dialect = {
  ...COUNTED_ROUND,
  id: 'systemd-cron',
  title: 'systemd-cron',
  source: 'systemd-cron 1.15.19, systemd-crontab-generator of Debian 12, run and read',
  plainDates: true,
  system: 'linux',
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
  keepsReturn: false,
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
