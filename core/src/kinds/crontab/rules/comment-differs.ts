/** An entry that runs once, or at other distances, where the comment above it says every so many minutes or hours, or at night where that says in the afternoon. */
import type { Document } from '../../../model/document.js';
import type { Report, Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { shift } from '../../../text/span.js';
import type { CrontabLine } from '../model.js';
import { halfDayTimesIn, otherHalf } from '../reading/half-days.js';

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

const CLAIM = new RegExp(
  `\\bevery[ \\t]+(?:(\\d{1,2}|${NUMBERS.join('|')}|fifteen|twenty|thirty)[ \\t-]*)?(min(?:ute|utes|s)?|h(?:ours?|rs?)?)\\b(?![ \\t]+(?:past|after|of|on|from|between))`,
  'gi',
);

const LARGE: Readonly<Record<string, number>> = { fifteen: 15, twenty: 20, thirty: 30 };

/** What a comment says: every so many minutes, or hours. */
interface Claim {
  readonly every: number;
  readonly unit: 'minute' | 'hour';
}

function claimOf([, count, unit = '']: RegExpMatchArray): Claim {
  const word = count?.toLowerCase() ?? '1';
  const named = NUMBERS.indexOf(word);
  return { every: named === -1 ? (LARGE[word] ?? Number(word)) : named + 2, unit: /^m/i.test(unit) ? 'minute' : 'hour' };
}

/** The comments right above the line of this index, the nearest first. */
function commentsAbove(lines: readonly CrontabLine[], index: number): readonly string[] {
  const found: string[] = [];
  for (let at = index - 1; lines[at]?.type === 'comment'; at--) found.push(lines[at]?.text ?? '');
  return found;
}

/** The one claim that comments make; undefined where they make none, or several. */
function claimIn(comments: readonly string[]): Claim | undefined {
  const claims = comments.flatMap((text) => [...text.matchAll(CLAIM)].map(claimOf));
  return claims.length === 1 ? claims[0] : undefined;
}

/** `52 3 * * *` for 3:52pm. */
function reportOnHalf(line: CrontabLine, comments: readonly string[], offset: number): Report | undefined {
  const [minute, hour] = line.shape?.fields ?? [];
  const meant = otherHalf(line, comments.flatMap(halfDayTimesIn));
  if (minute === undefined || hour === undefined || meant === undefined) return undefined;
  const at = { ...hour, span: shift(hour.span, offset) };
  const now = `${hour.text.padStart(2, '0')}:${minute.text.padStart(2, '0')}`;
  const wanted = String(meant.hour);
  return {
    at,
    message: `The comment above says ${meant.text}, and this runs at ${now}: cron counts the hours from 0 to 23. Write “${wanted}” if the comment is right.`,
    fixes: [{ title: `Run it at ${meant.text}: write ${wanted}`, edits: [replace(at, wanted)], safe: false }],
  };
}

/** `5/60` is another way to write minute 5, for those who take it. */
const isNumber = (text: string | undefined, value: number): boolean =>
  text !== undefined && Number(/^(\d+)(?:\/60)?$/.exec(text)?.[1] ?? Number.NaN) === value;

const counted = (count: number, unit: string): string => (count === 1 ? `every ${unit}` : `every ${count} ${unit}s`);

/** `5 * * * *` for every five minutes: the number without what would stand before it. */
function reportOn({ shape }: CrontabLine, { every, unit }: Claim, offset: number): Report | undefined {
  const [minute, hour, day, month, weekday] = shape?.fields ?? [];
  const field = unit === 'minute' ? minute : hour;
  if (minute === undefined || hour === undefined || field === undefined || !isNumber(field.text, every)) return undefined;
  // Who names a day, too, speaks of another time.
  if ([...(unit === 'minute' ? [hour] : []), day, month, weekday].some((other) => other?.text !== '*')) return undefined;
  if (unit === 'hour' && !/^\d+$/.test(minute.text)) return undefined;
  const wanted = every === 1 ? '*' : `*/${every}`;
  const at = { ...field, span: shift(field.span, offset) };
  return {
    at,
    message: `The comment above says ${counted(every, unit)}, and this runs once ${unit === 'minute' ? 'an hour, at minute' : 'a day, in hour'} ${every}. Write “${wanted}” if the comment is right.`,
    fixes: [{ title: `Run it ${counted(every, unit)}: write ${wanted}`, edits: [replace(at, wanted)], safe: false }],
  };
}

/** How many minutes an hour has, and how many hours a day, with steps that part it evenly. */
const UNITS = {
  minute: { size: 60, even: [20, 30], whole: 'hour' },
  hour: { size: 24, even: [8, 12], whole: 'day' },
} as const;

/** Smaller steps than this part of the whole leave a rest that few would mind. */
const FEW = 4;

/** Every 45 minutes as a step of 45, which cron begins anew with each hour. */
function unevenIn({ shape }: CrontabLine, { every, unit }: Claim, offset: number): Report | undefined {
  const field = shape?.fields[unit === 'minute' ? 0 : 1];
  const { size, even, whole } = UNITS[unit];
  if (field?.text !== `*/${every}` || every >= size || size % every === 0 || every * FEW <= size) return undefined;
  const runs = Array.from({ length: Math.ceil(size / every) }, (_, index) => index * every);
  const [near, far] = even;
  const better = Math.abs(every - near) <= Math.abs(every - far) ? near : far;
  return {
    at: { span: shift(field.span, offset) },
    message: `The comment above says ${counted(every, unit)}, and “${field.text}” begins anew with each ${whole}: this runs in ${unit}s ${runs.slice(0, -1).join(', ')} and ${runs.at(-1)}, and the last of them is ${size - (runs.at(-1) ?? 0)} ${unit}s before the next. Take a step that goes into ${size}, such as ${better}, or correct the comment.`,
  };
}

function* reportsIn({ lines, starts }: Document<CrontabLine>): Iterable<Report> {
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index];
    if (line?.type !== 'entry' || lines[index - 1]?.type !== 'comment') continue;
    const comments = commentsAbove(lines, index);
    const offset = starts[index] ?? 0;
    const claim = claimIn(comments);
    const report = (claim && (reportOn(line, claim, offset) ?? unevenIn(line, claim, offset))) ?? reportOnHalf(line, comments, offset);
    if (report) yield report;
  }
}

export const commentDiffers: Rule<CrontabLine> = {
  id: 'crontab/comment-differs',
  severity: 'warning',
  docs: {
    summary:
      'An entry runs once an hour or a day, at uneven distances, or at night, and the comment above it says every so many minutes or hours, or in the afternoon.',
    why: 'A number alone is one minute of the hour, or one hour of the day. `5 * * * *` runs at five past each hour, `*/5 * * * *` every five minutes. A step begins anew with each hour or day: `*/45` runs at minutes 0 and 45, which are 45 and 15 minutes apart. And hour 3 is three at night: 3pm is hour 15.',
    remedy: 'Write `*/` before the number, a step that goes into 60 or 24, or the hour as cron counts it, or correct the comment.',
    bad: [
      { path: '/etc/cron.d/poll', text: '# every 5 minutes\n5 * * * * root /usr/local/bin/poll\n' },
      { path: '/var/spool/cron/ann', text: '# Fetch the news (every two hours).\n# See the wiki.\n0 2 * * * /home/ann/bin/news\n' },
      { path: '/etc/crontabs/root', text: '# every 5 min\n5/60 * * * * /usr/bin/poll\n' },
      { path: '/etc/cron.d/poll', text: '# every 45 minutes\n*/45 * * * * root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/poll', text: '# every 10 hours\n0 */10 * * 1-5 root /usr/local/bin/poll\n' },
      { path: '/var/spool/cron/ann', text: '# Runs every minute\n1 * * * * /home/ann/bin/news\n' },
      { path: '/var/spool/cron/ann', text: '# Lights off at 10:30 pm\n30 10 * * * /home/ann/bin/lights off\n' },
    ],
    good: [
      {
        path: '/etc/cron.d/poll',
        text: '# every 5 minutes\n*/5 * * * * root /usr/local/bin/poll\n# every hour\n1 * * * * root /usr/local/bin/count\n',
      },
      { path: '/var/spool/cron/ann', text: '# at 6:30 AM and 7 p.m.\n30 6 * * * /home/ann/bin/news\n' },
      { path: '/etc/cron.d/poll', text: '# every 5 minutes\n\n5 * * * * root /usr/local/bin/poll\n' },
      {
        path: '/etc/cron.d/poll',
        text: '# every 20 minutes\n*/20 * * * * root /usr/local/bin/poll\n# every 7 minutes\n*/7 * * * * root /usr/local/bin/count\n',
      },
      { path: '/etc/cron.d/poll', text: '# every 2 hours on Sundays\n0 2 * * 0 root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/poll', text: '# every 5 minutes it asks, every 10 minutes it tells\n5 * * * * root /usr/local/bin/poll\n' },
    ],
    nearMiss: { path: '/etc/cron.d/poll', text: '# every 6 minutes\n5 * * * * root /usr/local/bin/poll\n' },
  },
  checkDocument: (document) => reportsIn(document),
};
