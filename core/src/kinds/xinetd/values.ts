/** What xinetd takes for a value. Each check says what is wrong, as the end of a sentence, or nothing. Values of templates are left alone. */

/** Why xinetd would not take `values`; `at` is the index of the one at fault. */
export interface Refused {
  readonly at: number;
  /** Follows the value: “x” …. */
  readonly why: string;
}

export type Takes = (values: readonly string[], operator: string) => Refused | undefined;

/** A check of each value by itself. */
const each =
  (takes: (value: string) => boolean, why: string): Takes =>
  (values) => {
    const at = values.findIndex((value) => !takes(value));
    return at === -1 ? undefined : { at, why };
  };

/** One of `names` in any case, or what fits `pattern`. */
export const oneOf = (what: string, names: readonly string[], pattern = /^$/): Takes => {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return each((value) => known.has(value.toLowerCase()) || pattern.test(value), `is not ${what}`);
};

const oneOfAll = (what: string, names: readonly string[]): Takes => oneOf(`${what}: these are ${names.join(', ')}`, names);

export const yesOrNo = oneOf('yes or no', ['yes', 'no']);
export const types = oneOfAll('a type', ['RPC', 'INTERNAL', 'UNLISTED', 'TCPMUX', 'TCPMUXPLUS']);
export const flags = oneOfAll('a flag', [
  'INTERCEPT',
  'NORETRY',
  'IDONLY',
  'NAMEINARGS',
  'NODELAY',
  'KEEPALIVE',
  'NOLIBWRAP',
  'SENSOR',
  'IPv4',
  'IPv6',
  'LABELED',
  'REUSE',
]);
export const successes = oneOfAll('logged on success', ['PID', 'HOST', 'USERID', 'EXIT', 'DURATION', 'TRAFFIC']);
export const failures = oneOfAll('logged on failure', ['HOST', 'USERID', 'ATTEMPT']);

export const numbers = each((value) => /^[+-]?\d+$/.test(value), 'is not a whole number');
export const orUnlimited = oneOf('a whole number or UNLIMITED', ['UNLIMITED'], /^\+?\d+$/);
export const memory = oneOf('a number, perhaps with K or M behind it, or UNLIMITED', ['UNLIMITED'], /^[+-]?\d+[KkMm]?$/);
export const octal = each((value) => /^0*[0-7]{1,3}$/.test(value), 'is not an octal number up to 0777');
export const ports = each((value) => /^\d+$/.test(value) && Number(value) <= 65_535, 'is not a port number');
export const loads = each((value) => Number.parseFloat(value) !== 0 && /^[+-]?(?:\d|\.\d)/.test(value), 'is not a load above 0');

/** The host's /etc/protocols decides; what inetd.conf writes is never in it. */
export const protocols = each(
  (value) => !/^(?:rpc\/)?(?:tcp|udp)(?:4|6|46|64)?$/.test(value) || value === 'tcp' || value === 'udp',
  'is a protocol of inetd.conf; here it is tcp or udp, with IPv4 or IPv6 in flags',
);

export const versions: Takes = each((value) => {
  const [low, high] = /^(\d+)(?:-(\d+))?$/.exec(value)?.slice(1) ?? [];
  return low !== undefined && (high === undefined || Number(low) <= Number(high));
}, 'is neither a version nor a range with the lower one first');

export const variables: Takes = (values, operator) => {
  if (operator === '-=') return { at: 0, why: 'cannot be taken away: env knows no -=' };
  const at = values.findIndex((value) => !value.includes('='));
  return at === -1 ? undefined : { at, why: 'has no = in it: it is to be NAME=value, and quotes hold nothing together' };
};

export const addresses = each(
  (value) => !value.replace(/\{[^}]*\}?/, '').includes(','),
  'holds a comma: addresses have blanks between them',
);

/** An address, or several, without the commas between them; as it is where a brace may hold one. */
export const withoutCommas = (value: string): string => (value.includes('{') ? value : value.split(',').filter(Boolean).join(' '));

const minutes = (hour = '', minute = ''): number => (Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : -1);

export const accessTimes = each((value) => {
  const found = /^(\d+):(\d+)-(\d+):(\d+)$/.exec(value);
  const [from, to] = [minutes(found?.[1], found?.[2]), minutes(found?.[3], found?.[4])];
  return found !== null && from >= 0 && to > from;
}, 'is not hour:minute-hour:minute of one day, the earlier time first');

const FACILITIES = /^(?:auth|authpriv|cron|daemon|ftp|kern|lpr|mail|news|syslog|user|uucp|local[0-7])$/i;
const LEVELS = /^(?:emerg|alert|crit|err|warning|notice|info|debug)$/i;

export const logTypes: Takes = ([type = '', ...others]) => {
  if (/^file$/i.test(type))
    return others.length === 0 || others.length > 3 ? { at: 0, why: 'needs a path behind it, and at most two limits' } : undefined;
  if (!/^syslog$/i.test(type)) return { at: 0, why: 'is neither SYSLOG nor FILE' };
  const [facility = '', level, more] = others;
  if (facility === '' || more !== undefined) return { at: 0, why: 'needs a facility behind it, and at most a level' };
  if (!FACILITIES.test(facility)) return { at: 1, why: 'is no facility of syslog' };
  return level !== undefined && !LEVELS.test(level) ? { at: 2, why: 'is no level of syslog' } : undefined;
};
