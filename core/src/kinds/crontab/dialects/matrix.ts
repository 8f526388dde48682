/** The table of dialects in words: one row for each point in which crons differ. */
import type { Matrix } from '../../../model/matrix.js';
import { listed } from '../schedule/lists.js';
import type { Column, Dialect } from './dialect.js';
import { dialects } from './dialects.js';
import { limitWords } from './limit-words.js';

interface Row {
  readonly title: string;
  /** The column whose source the cell has. */
  readonly column: Column;
  readonly text: (dialect: Dialect) => string;
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

const quoted = (words: readonly string[]): string => (words.length === 0 ? 'none' : words.map((word) => `\`@${word}\``).join(', '));

const forms = (of: readonly string[]): string =>
  of.length === 2 ? 'taken, runs nothing' : of.length === 1 ? `refused, but in a ${of[0] ?? ''} crontab` : 'refused';

const names = {
  three: 'the first three letters',
  cased: 'the first three letters, as `mon` or `Mon`',
  longer: 'three letters and more',
  none: 'none',
} as const;
const ranges = { all: 'refused', ends: 'the first value alone', no: 'the first value alone' } as const;
const reversed = { nothing: 'nothing: never runs', refused: 'refused', round: 'round the end' } as const;
const dayMatch = {
  stars: 'either, or both if one begins with `*`',
  gaps: 'either, or both if one leaves nothing out',
  both: 'always both',
  never: 'such an entry never runs',
} as const;
const assignments = {
  quoted: 'any name, quotes closed',
  plain: 'names of letters, digits and `_`',
  few: '`MAILTO=` and `SHELL=`; others pass without effect',
  none: 'none',
} as const;
const unknownWord = { refused: 'refused', silent: 'dropped without a word', lost: 'taken, and never run unless systemd knows it' } as const;
const clock = {
  isc: 'fixed times once, right after a gap; `*` first in minute or hour by the wall clock',
  freebsd: 'once each, by the old time for as long as the jump',
  wall: 'by the wall clock: not in a gap, twice in repeated time',
  onward: 'not in a gap, nor in repeated time',
} as const;

const assignmentWords = ({ assignments: kind, heedsLater = {} }: Dialect): string =>
  [assignments[kind], ...Object.entries(heedsLater).map(([name, release]) => `${release} heeds \`${name}=\` too`)].join('; ');

const rows: readonly Row[] = [
  { title: 'blanks between words', column: 'blanks', text: ({ blanks }) => (blanks === 'tab' ? 'blank and tab' : 'any white space') },
  { title: 'names of months and weekdays', column: 'names', text: (dialect) => names[dialect.names] },
  {
    title: 'weekday 7',
    column: 'highestWeekday',
    text: ({ highestWeekday }) =>
      highestWeekday === undefined ? 'Sunday; 8 is Monday and so on' : highestWeekday === 7 ? 'Sunday' : 'refused',
  },
  {
    title: '`61` in the minute',
    column: 'countsRound',
    text: ({ countsRound }) => (countsRound ? 'minute 1: counted round' : 'refused'),
  },
  { title: '`*/5`', column: 'steps', text: ({ steps }) => yesNo(steps) },
  {
    title: '`1/5`',
    column: 'stepOnNumber',
    text: ({ stepOnNumber }) => ({ onward: 'from 1 on', alone: '1 alone', no: 'refused' })[stepOnNumber ?? 'no'],
  },
  {
    title: '`*/90` in the minute',
    column: 'checksRanges',
    text: ({ steps, checksRanges }) => (steps ? ranges[checksRanges] : 'refused'),
  },
  { title: '`22-3`', column: 'reversed', text: (dialect) => reversed[dialect.reversed] },
  {
    title: '`sat-sun`, `6-0`',
    column: 'zeroEndsAtSeven',
    text: (dialect) =>
      dialect.zeroEndsAtSeven
        ? `6 and 7${dialect.zeroEndsAfter ? `; nothing up to ${dialect.zeroEndsAfter}` : ''}`
        : dialect.names === 'none'
          ? `${reversed[dialect.reversed]}; names refused`
          : reversed[dialect.reversed],
  },
  {
    title: '`~`, `0~30`',
    column: 'random',
    text: ({ random, skipsJunk }) =>
      random === 'random-step'
        ? 'a draw, with a step too'
        : random
          ? 'a draw'
          : skipsJunk
            ? 'refused, but skipped behind a number: `0~30` is 0'
            : 'refused',
  },
  { title: '`?`, `?2-5`', column: 'questionDraws', text: ({ questionDraws }) => (questionDraws ? 'a draw' : 'refused') },
  { title: 'text behind a range, `5*`', column: 'skipsJunk', text: ({ skipsJunk }) => (skipsJunk ? 'skipped' : 'refused') },
  {
    title: 'text behind a star, `*5`',
    column: 'skipsJunkAfterStar',
    text: ({ skipsJunkAfterStar }) => (skipsJunkAfterStar ? 'skipped' : 'refused'),
  },
  {
    title: 'days of the month and of the week both given: a day must be in',
    column: 'dayMatch',
    text: (dialect) => dayMatch[dialect.dayMatch],
  },
  {
    title: '`@` words',
    column: 'words',
    text: ({ words, secondsWord }) => `${quoted(words)}${secondsWord ? ', `@600`: seconds after the end of its last run' : ''}`,
  },
  {
    title: '`@weekly`',
    column: 'wordMeans',
    text: ({ words, wordMeans, jobOptions }) =>
      !words.includes('weekly')
        ? 'refused'
        : jobOptions
          ? '7 days after its last run; refused without `ID=`'
          : `\`${wordMeans?.weekly ?? '0 0 * * 0'}\``,
  },
  { title: 'another `@` word', column: 'unknownWord', text: (dialect) => unknownWord[dialect.unknownWord] },
  {
    title: 'a user column in system crontabs',
    column: 'userColumn',
    text: ({ userColumn, rootFolder }) => (rootFolder ? 'in etc/crontab alone' : yesNo(userColumn)),
  },
  {
    title: '`user:group` in it',
    column: 'userGroup',
    text: ({ userColumn, userGroup }) =>
      userColumn ? { taken: 'taken', refused: 'refused', none: 'not tried' }[userGroup ?? 'none'] : 'no such column',
  },
  {
    title: 'no command',
    column: 'emptyCommand',
    text: ({ emptyCommand, unknownWord: fate }) => (fate === 'silent' ? 'dropped without a word' : forms(emptyCommand)),
  },
  {
    title: 'a command that begins with `*`',
    column: 'refusesStarCommand',
    text: ({ refusesStarCommand }) => (refusesStarCommand ? 'refused' : 'taken'),
  },
  {
    title: '`ID=`, `FREQ=` and `AFTER=` before the command',
    column: 'jobOptions',
    text: ({ jobOptions }) => (jobOptions ? 'options of the job' : 'part of the command'),
  },
  {
    title: 'flags before the command',
    column: 'flags',
    text: ({ flags, flagsApart }) =>
      flags === undefined
        ? 'none: part of the command'
        : `${listed([...flags].map((flag) => `\`-${flag}\``))}${flagsApart ? ', each by itself' : ''}; others refused`,
  },
  { title: '`-` before the entry', column: 'quietDash', text: ({ quietDash }) => (quietDash ? 'not logged' : 'refused') },
  {
    title: '`%` in the command',
    column: 'percentInput',
    text: ({ percentInput }) => (percentInput ? 'begins the input, unless `\\%`' : 'stays as it is'),
  },
  {
    title: '`\\\\` in the command',
    column: 'halvesBackslashes',
    text: ({ halvesBackslashes }) => (halvesBackslashes ? 'the shell gets one backslash' : 'stays as it is'),
  },
  {
    title: 'a backslash at the end of a line',
    column: 'joinsLines',
    text: (dialect) => (dialect.joinsLines ? 'joins the next line' : 'part of the command'),
  },
  {
    title: 'a CR before the line feed',
    column: 'keepsReturn',
    text: ({ keepsReturn }) => (keepsReturn === undefined ? 'not tried' : keepsReturn ? 'a character of the command' : 'dropped'),
  },
  {
    title: 'a `#` behind an entry',
    column: 'commentAnywhere',
    text: ({ commentAnywhere }) => (commentAnywhere ? 'ends it' : 'part of the command'),
  },
  { title: 'assignments', column: 'assignments', text: assignmentWords },
  {
    title: '`NAME=` with nothing behind it',
    column: 'emptyValue',
    text: (dialect) => (dialect.emptyValue ? 'taken' : 'refused'),
  },
  {
    title: '`CRON_TZ`',
    column: 'zonedClock',
    text: ({ zonedClock }) => (zonedClock ? 'moves the entries below it' : 'does not move entries'),
  },
  {
    title: '`RANDOM_DELAY`',
    column: 'delaysRuns',
    text: ({ delaysRuns }) => (delaysRuns ? 'puts off the entries below it' : 'does not put off entries'),
  },
  {
    title: '`MAILTO`',
    column: 'mailsTo',
    text: ({ mailsTo }) => (mailsTo ? `output goes to what matches \`${mailsTo.source}\`` : 'as the mail program has it'),
  },
  { title: 'when the clocks change', column: 'clock', text: (dialect) => clock[dialect.clock] },
  {
    title: 'longest command',
    column: 'longestCommand',
    text: ({ longestCommand, longCommand, longestLine }) =>
      longestCommand === undefined
        ? longestLine === undefined
          ? 'no limit known'
          : `lines of ${longestLine} bytes; what follows is a line of its own`
        : `${longestCommand} bytes, longer ones ${longCommand === 'cut' ? 'cut off' : 'refused'}`,
  },
  {
    title: 'how much of a file is read',
    column: 'limits',
    text: ({ limits }) => (limits === undefined ? 'no limit known' : limits.map(limitWords).join('; ')),
  },
  { title: 'a last line without line feed', column: 'noLineFeed', text: ({ noLineFeed }) => noLineFeed ?? 'read as any other' },
  {
    title: 'what stands behind a time field that is refused is read as a line of its own',
    column: 'readsOn',
    text: ({ readsOn }) => yesNo(readsOn === true),
  },
  {
    title: 'a line that is refused',
    column: 'badLine',
    text: ({ badLine, costs }) =>
      [
        badLine,
        ...(costs ?? []).map(({ at, form, cost }) => `${[...(at ?? []), ...(form ? [`${form} crontab`] : [])].join(', ')}: ${cost}`),
      ].join('; '),
  },
];

export const matrix: Matrix = {
  dialects,
  // Made when it is shown: no check asks for it.
  get features() {
    return rows.map(({ title, column, text }) => ({
      title,
      cells: Object.fromEntries(
        dialects.map((dialect) => {
          const source = dialect.sources?.[column];
          return [dialect.id, { text: text(dialect), ...(source !== undefined && { source }) }];
        }),
      ),
    }));
  },
};
