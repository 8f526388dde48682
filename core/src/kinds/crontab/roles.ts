/** What each word of a crontab means: the one table that hover, completion and semantic tokens read. */
import { userAbout } from '../../knowledge/users.js';
import type { Role } from '../../model/kind.js';
import type { Line, Token } from '../../model/line.js';
import { joinedText } from '../../text/lines.js';
import { describeDelay, describePeriod } from './anacron/words.js';
import { readsJobOptions, readsOnlyJobOptions, takesSeconds } from './dialects/dialects.js';
import { describeField, specOf } from './fields/describe.js';
import type { CrontabRole } from './model.js';
import { dcronWord, describeOption } from './reading/option-words.js';
import { passedWords } from './schedule/words.js';

const time = (id: string, title: string, about: string, values: readonly string[] = []): Role => ({
  title,
  tokenType: 'number',
  about,
  values: ['*', ...values],
  describe: (token: Token, _line: Line, dialects?: readonly string[]) => {
    const spec = specOf(id);
    return spec && describeField(joinedText(token.text), spec, dialects);
  },
});

/** What the words mean, each with its `@`. */
export const MACROS: Readonly<Record<string, string>> = {
  '@reboot': 'Once when cron starts, as a rule at boot.',
  '@yearly': 'On the first of January at 00:00: `0 0 1 1 *`.',
  '@annually': 'The same as `@yearly`.',
  '@monthly': 'On the first of the month at 00:00: `0 0 1 * *`.',
  '@weekly': 'On Sunday at 00:00: `0 0 * * 0`; systemd-cron runs it on Monday.',
  '@daily': 'Each day at 00:00: `0 0 * * *`.',
  '@midnight': 'The same as `@daily`.',
  '@hourly': 'At minute 0 of each hour: `0 * * * *`.',
  '@noauto': 'Only when another job waits for it; dcron only.',
  '@every_minute': 'Each minute; FreeBSD only.',
  '@every_second': 'Each second; FreeBSD only.',
  '@minutely': 'Each minute; systemd-cron only.',
  '@quarterly': 'On the first of January, April, July and October at 00:00; systemd-cron only.',
  '@semi-annually': 'On the first of January and July at 00:00; systemd-cron only.',
};

/** What the variables that cron itself reads are for. */
export const VARIABLES: Readonly<Record<string, string>> = {
  SHELL: 'The shell that runs the commands below; /bin/sh when unset.',
  PATH: 'Where commands below are looked for. Taken literally: nothing is expanded.',
  MAILTO: 'Who gets the output of the jobs below; empty for nobody.',
  MAILFROM: 'The sender of that mail, where the cron knows it.',
  HOME: 'The directory in which the commands below start.',
  LOGNAME: 'The name that the job runs under; cron does not let it be changed.',
  CRON_TZ: "The time zone of the schedules below; cronie and NetBSD's cron heed it, the crons of Debian, FreeBSD and OpenBSD do not.",
  TZ: 'The time zone that the commands see; the schedules do not move with it.',
  RANDOM_DELAY: 'Minutes by which cronie may put off the jobs below.',
  START_HOURS_RANGE: 'Hours of the day, such as 3-22, in which the anacron of cronie starts jobs.',
  PREFERRED_HOUR: 'The hour near which the anacron of cronie starts jobs.',
};

const ofWord = (among: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(among, word) ? among[word] : undefined;

/** What `@600` means. */
function secondsAbout(word: string): string | undefined {
  const seconds = /^@\+?0*([1-9]\d*)$/.exec(word)?.[1];
  return (
    seconds &&
    `Whenever ${passedWords(Number(seconds))} since its last run ended, and first so long after cron started; FreeBSD only, from 12 on.`
  );
}

/** What a word means to the crons named by `ids`; what it means to dcron as well, where that is one of them. */
function wordAbout(word: string, ids: readonly string[]): string | undefined {
  const usual = ofWord(MACROS, word) ?? (takesSeconds(ids) ? secondsAbout(word) : undefined);
  const own = readsJobOptions(ids) ? dcronWord(word) : undefined;
  if (own === undefined || readsOnlyJobOptions(ids)) return own ?? usual;
  return usual === undefined || usual === own ? own : `${usual}\n\nBy dcron: ${own}`;
}

const plain = (title: string, tokenType: string, about: string): Role => ({ title, tokenType, about });

export const roles = {
  minute: time('minute', 'Minute', '0 to 59. Lists `1,5`, ranges `1-5`, steps `*/10`.'),
  hour: time('hour', 'Hour', '0 to 23.'),
  day: time(
    'day',
    'Day of the month',
    '1 to 31. With a day of the week as well, the entry runs when either matches, unless one of the two fields begins with `*`.',
  ),
  month: time('month', 'Month', '1 to 12, or the first three letters of the English name.', [
    'jan',
    'feb',
    'mar',
    'apr',
    'may',
    'jun',
    'jul',
    'aug',
    'sep',
    'oct',
    'nov',
    'dec',
  ]),
  weekday: time('weekday', 'Day of the week', '0 to 7, Sunday is 0 and 7, or the first three letters of the English name.', [
    'sun',
    'mon',
    'tue',
    'wed',
    'thu',
    'fri',
    'sat',
  ]),
  word: {
    title: 'Schedule word',
    tokenType: 'keyword',
    about: 'A word in place of the five time fields.',
    values: Object.keys(MACROS),
    describe: ({ text }: Token, _line: Line, dialects: readonly string[] = []) => wordAbout(joinedText(text), dialects),
  },
  name: plain('Name', 'enumMember', 'A month or a day of the week by the first three letters of its English name.'),
  star: plain('Star', 'enumMember', 'Every value of the field.'),
  sign: plain(
    'Sign',
    'operator',
    '`-` makes a range, `/` a step, `,` a list; `~` draws one value at random where the cron can. Before an entry, `-` keeps cronie from logging its runs.',
  ),
  user: {
    title: 'User',
    tokenType: 'type',
    about: 'Who runs the command. Only system crontabs have this field.',
    describe: ({ text }: Token) => userAbout(joinedText(text)),
  },
  option: {
    ...plain(
      'Job option',
      'property',
      'For dcron, not for the shell: `ID=` names the job, `FREQ=` says how much time must pass between two runs (`10m`, `1h`, `1d`, `2w`), and `AFTER=` names jobs to wait for.',
    ),
    describe: ({ text }: Token) => describeOption(joinedText(text)),
  },
  command: {
    ...plain(
      'Command',
      'parameter',
      'Given to the shell as it stands, up to the first `%` without a backslash, which means nothing to BusyBox and systemd-cron.',
    ),
    mixed: true,
  },
  input: {
    ...plain(
      'Input',
      'string',
      'What follows the first `%` is the standard input of the command; each further `%` is a line break there. Write `\\%` for a percent sign.',
    ),
    mixed: true,
  },
  program: plain('Program', 'function', 'The program that the entry runs.'),
  variable: {
    title: 'Environment variable',
    tokenType: 'variable',
    about: 'Set for the entries below this line, not for those above.',
    values: Object.keys(VARIABLES),
    describe: ({ text }: Token) => ofWord(VARIABLES, text),
  },
  equals: plain('Equals sign', 'operator', 'Blanks around it do not count.'),
  value: plain('Value', 'string', 'Taken literally: cron expands no `$NAME` here.'),
  mark: plain('Comment mark', 'comment', 'This entry is commented out: cron does not read it.'),
  comment: plain('Comment', 'comment', 'Cron does not read it. A comment needs a line of its own.'),
  period: {
    ...plain('Period', 'number', 'Days that shall lie between two runs, or @monthly, @yearly; @weekly and @daily with cronie.'),
    values: ['1', '7', '30', '@monthly', '@yearly', '@weekly', '@daily'],
    describe: describePeriod,
  },
  delay: { ...plain('Delay', 'number', "Minutes from anacron's start until the job may run."), describe: describeDelay },
  identifier: plain('Job', 'type', 'The name of the job: anacron notes its last run in a file of this name. No blanks, no slash.'),
  text: plain('Text', 'string', 'Cron can make nothing of this.'),
} as const satisfies Readonly<Record<CrontabRole, Role>>;
