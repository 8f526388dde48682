/** An entry that runs once where the comment above it says every so many minutes or hours, or at night where that says in the afternoon. */
import type { Document } from '../../../model/document.js';
import type { Report, Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { shift } from '../../../text/span.js';
import type { CrontabLine } from '../model.js';
import { type Claim, claimIn, commentsAbove, counted } from '../reading/claims.js';
import { halfDayTimesIn, otherHalf } from '../reading/half-days.js';

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

/** `5 * * * *` for every five minutes: the number without what would stand before it. */
function reportOn({ shape }: CrontabLine, claim: Claim, offset: number): Report | undefined {
  const { every, unit } = claim;
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
    message: `The comment above says ${counted(claim)}, and this runs once ${unit === 'minute' ? 'an hour, at minute' : 'a day, in hour'} ${every}. Write “${wanted}” if the comment is right.`,
    fixes: [{ title: `Run it ${counted(claim)}: write ${wanted}`, edits: [replace(at, wanted)], safe: false }],
  };
}

function* reportsIn({ lines, starts }: Document<CrontabLine>): Iterable<Report> {
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index];
    if (line?.type !== 'entry' || lines[index - 1]?.type !== 'comment') continue;
    const comments = commentsAbove(lines, index);
    const offset = starts[index] ?? 0;
    const claim = claimIn(comments);
    const report = (claim && reportOn(line, claim, offset)) ?? reportOnHalf(line, comments, offset);
    if (report) yield report;
  }
}

export const commentDiffers: Rule<CrontabLine> = {
  id: 'crontab/comment-differs',
  severity: 'warning',
  docs: {
    summary: 'An entry runs once an hour or a day, or at night, and the comment above it says otherwise.',
    why: 'A number alone is one minute of the hour, or one hour of the day. `5 * * * *` runs at five past each hour, `*/5 * * * *` every five minutes. And hour 3 is three at night: 3pm is hour 15.',
    remedy: 'Write `*/` before the number, write the hour as cron counts it, or correct the comment.',
    bad: [
      { path: '/etc/cron.d/poll', text: '# every 5 minutes\n5 * * * * root /usr/local/bin/poll\n' },
      { path: '/var/spool/cron/ann', text: '# Fetch the news (every two hours).\n# See the wiki.\n0 2 * * * /home/ann/bin/news\n' },
      { path: '/etc/crontabs/root', text: '# every 5 min\n5/60 * * * * /usr/bin/poll\n' },
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
      { path: '/etc/cron.d/poll', text: '# every 2 hours on Sundays\n0 2 * * 0 root /usr/local/bin/poll\n' },
      { path: '/etc/cron.d/poll', text: '# every 5 minutes it asks, every 10 minutes it tells\n5 * * * * root /usr/local/bin/poll\n' },
    ],
    nearMiss: { path: '/etc/cron.d/poll', text: '# every 6 minutes\n5 * * * * root /usr/local/bin/poll\n' },
  },
  checkDocument: (document) => reportsIn(document),
};
