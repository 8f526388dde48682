/** Texts of any length for the bench: believable, no two lines alike. */

/** By its number: a name that no /etc/services has would be a finding. */
const inetd = (n: number) =>
  `${1024 + (n % 60_000)} stream tcp nowait.${(n % 90) + 1} root /usr/sbin/tcpd /usr/local/sbin/server${n} -p ${n}`;
/** Times as people write them: on most days, or on some; now and then in steps. */
const when = (n: number) =>
  [`${n % 60} ${n % 24} * * *`, `${n % 60} ${n % 24} * * ${n % 7}`, `*/${(n % 29) + 2} * * * *`, `${n % 60} ${n % 24} ${(n % 28) + 1} * *`][
    n % 4
  ] ?? '';
const crontab = (n: number) => `${when(n)} /usr/local/bin/job-${n} --all >/var/log/job-${n}.log 2>&1`;
const listing = (n: number) =>
  `lrwxrwxrwx 1 root root 16 Jan  1  2000 S${String(n % 100).padStart(2, '0')}service${n} -> ../init.d/service${n}`;

/** One line in fifty says something that a rule finds. */
const findings: Readonly<Record<string, (n: number) => string>> = {
  inetd: (n) => `${n % 2 ? 'telnet' : 'finger'} stream tcp nowait root /usr/sbin/tcpd in.server${n}`,
  crontab: (n) => `${n % 60} 4 * * * service snmpd restart # ${n}`,
  listing: (n) => `lrwxrwxrwx 1 root root 16 Jan  1  2000 S50snmpd -> ../init.d/snmpd${n}`,
};

const lines: Readonly<Record<string, (n: number) => string>> = { inetd, crontab, listing };

/** `count` lines of `kind`; another `seed` gives other lines. */
export function generated(kind: string, count: number, seed: number): string {
  const line = (n: number) => (n % 50 === 0 ? findings[kind] : lines[kind])?.(n) ?? '';
  return Array.from({ length: count }, (_, index) => `${line(seed * count + index)}\n`).join('');
}

/** `count` expressions of five fields that every cron and croner take, no two alike as far as the fields allow. */
export function expressions(count: number, seed: number): readonly string[] {
  const minutes = (n: number) =>
    [String(n % 60), `*/${(n % 29) + 2}`, `${n % 20},${(n % 20) + 30}`, `${n % 30}-${(n % 29) + 30}`][n % 4] ?? '0';
  const hours = (n: number) => ['*', String(n % 24), `${n % 8}-${(n % 12) + 9}`, `*/${(n % 11) + 2}`][n % 4] ?? '*';
  const days = (n: number) => ['*', String((n % 28) + 1), '*', `1-${(n % 27) + 2}`][n % 4] ?? '*';
  const months = (n: number) => ['*', String((n % 12) + 1), '*/3'][n % 3] ?? '*';
  const weekdays = (n: number) => ['*', String(n % 7), 'mon-fri', '*'][n % 4] ?? '*';
  return Array.from({ length: count }, (_, index) => {
    const n = seed * count + index;
    return [minutes(n), hours(n >> 1), days(n >> 2), months(n >> 3), weekdays(n >> 4)].join(' ');
  });
}
