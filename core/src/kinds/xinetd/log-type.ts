/** Where xinetd is to log: its values, as it takes them. */
import { sizeOf } from './numbers.js';
import type { Refused, Takes } from './values.js';

const FACILITIES =
  'daemon auth authpriv cron ftp kern lpr mail news syslog user uucp local0 local1 local2 local3 local4 local5 local6 local7'.split(' ');
const LEVELS = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'];

const isOneOf = (names: readonly string[], text: string): boolean => names.includes(text.toLowerCase());

/** What may be the next value behind `before`; none where a path or a number is. */
export function nextLogTypes(before: readonly string[]): readonly string[] {
  const [type] = before;
  if (type === undefined) return ['SYSLOG', 'FILE'];
  return (/^syslog$/i.test(type) ? [FACILITIES, LEVELS][before.length - 1] : undefined) ?? [];
}

/** Behind FILE: a path, and the sizes from which xinetd warns and from which it logs no more. */
function fileRefused([path, soft, hard, more]: readonly string[]): Refused | undefined {
  if (path === undefined || more !== undefined) return { at: 0, why: 'needs a path behind it, and at most two limits' };
  const sizes = [soft, hard].map((size) => (size === undefined ? undefined : sizeOf(size)));
  const [low, high] = sizes;
  const wrong = [soft, hard].findIndex((size, index) => size !== undefined && sizes[index] === undefined);
  if (wrong !== -1) return { at: wrong + 2, why: 'is not a size: a number, perhaps with K or M behind it' };
  return low !== undefined && high !== undefined && high < low
    ? { at: 3, why: 'is less than the limit before it: the first is the soft one, the second the hard one' }
    : undefined;
}

export const logTypes: Takes = ([type = '', ...others]) => {
  if (/^file$/i.test(type)) return fileRefused(others);
  if (!/^syslog$/i.test(type)) return { at: 0, why: 'is neither SYSLOG nor FILE' };
  const [facility = '', level, more] = others;
  if (facility === '' || more !== undefined) return { at: 0, why: 'needs a facility behind it, and at most a level' };
  if (!isOneOf(FACILITIES, facility)) return { at: 1, why: 'is no facility of syslog' };
  return level !== undefined && !isOneOf(LEVELS, level) ? { at: 2, why: 'is no level of syslog' } : undefined;
};
