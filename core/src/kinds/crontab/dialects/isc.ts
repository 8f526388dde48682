/** What the crons made of ISC's have in common, and others differ from in some columns. */

export const WORDS = ['reboot', 'yearly', 'annually', 'monthly', 'weekly', 'daily', 'midnight', 'hourly'] as const;

export const ISC = {
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
  assignments: 'quoted',
  emptyValue: false,
  joinsLines: false,
  commentAnywhere: false,
  words: WORDS,
  unknownWord: 'refused',
  weeklyStar: 'day',
  clock: 'isc',
} as const;

const { highestWeekday: _, ...counted } = ISC;

/** By the date(1) of GNU. */
export const GNU_TOMORROW = 'date -d tomorrow +%d';

/** For crons that count weekdays round by sevens. */
export const COUNTED_ROUND = counted;
