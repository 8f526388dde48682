/** What xinetd takes for a value. Each check says what is wrong, as the end of a sentence, or nothing. Values of templates are left alone. */

/** Why xinetd would not take `values`; `at` is the index of the one at fault. */
export interface Refused {
  readonly at: number;
  /** Follows the value: “x” …. */
  readonly why: string;
}

export type Takes = (values: readonly string[], operator: string) => Refused | undefined;

/** A check of each value by itself. */
export const each =
  (takes: (value: string) => boolean, why: string): Takes =>
  (values) => {
    const at = values.findIndex((value) => !takes(value));
    return at === -1 ? undefined : { at, why };
  };

/** One of `names` in any case, or what `others` takes. */
export const oneOf = (what: string, names: readonly string[], others: (value: string) => boolean = () => false): Takes => {
  const known = new Set(names.map((name) => name.toLowerCase()));
  return each((value) => known.has(value.toLowerCase()) || others(value), `is not ${what}`);
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

/** The host's /etc/protocols decides; what inetd.conf writes is never in it. */
export const protocols = each(
  (value) => !/^(?:rpc\/)?(?:tcp|udp)(?:4|6|46|64)?$/.test(value) || value === 'tcp' || value === 'udp',
  'is a protocol of inetd.conf; here it is tcp or udp, with IPv4 or IPv6 in flags',
);

export const variables: Takes = (values, operator) => {
  if (operator === '-=') return { at: 0, why: 'cannot be taken away: env knows no -=' };
  const at = values.findIndex((value) => !value.includes('='));
  return at === -1 ? undefined : { at, why: 'has no = in it: it is to be NAME=value, and quotes hold nothing together' };
};

const minutes = (hour = '', minute = ''): number => (Number(hour) < 24 && Number(minute) < 60 ? Number(hour) * 60 + Number(minute) : -1);

export const accessTimes = each((value) => {
  const found = /^(\d*):(\d*)-(\d*):(\d*)$/.exec(value);
  const [from, to] = [minutes(found?.[1], found?.[2]), minutes(found?.[3], found?.[4])];
  return found !== null && from >= 0 && to > from;
}, 'is not hour:minute-hour:minute of one day, the earlier time first');
