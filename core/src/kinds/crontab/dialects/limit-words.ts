/** Limits for the size of a file in words. */
import type { Limit } from './dialect.js';

const number = (value: number): string => value.toLocaleString('en-US');

const things = {
  lines: 'lines',
  entries: 'entries',
  assignments: 'assignments',
  filled: 'lines that are neither blank nor comments',
} as const;

function whose({ form, of }: Limit): string {
  if (of === 'root') return 'a crontab of root';
  return form === 'user' || of === 'others' ? "a user's crontab" : 'a file';
}

/** What a cron does that has `limit`, to follow its title. */
export function limitWords(limit: Limit): string {
  const { counts, most, loses } = limit;
  if (loses === 'byte')
    return `passes over the byte behind ${number(most)} bytes of comments and blank lines of a system crontab, and reads what is left of its line`;
  if (counts === 'reach') return `ignores a file that has an entry or an assignment below line ${number(most)}`;
  if (counts === 'gap')
    return `ignores ${whose(limit)} that has more than ${number(most - 1)} bytes of comments and blank lines in one place`;
  return loses === 'rest'
    ? `reads ${number(most)} ${things[counts]} of ${whose(limit)}, and nothing below`
    : `ignores ${whose(limit)} that has more than ${number(most)} ${things[counts]}`;
}
