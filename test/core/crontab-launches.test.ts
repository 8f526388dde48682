/** Which daemons the command of a crontab entry starts, and which words of it only look like it. */
import assert from 'node:assert/strict';
import { readCrontab } from './crontab-support.js';

/** Facts that an entry with this command launches, in its order. */
const started = (command: string): string[] =>
  readCrontab(`0 4 * * * ${command}\n`).document.lines.flatMap(({ launches }) => launches.flatMap(({ fact }) => fact ?? []));

/** Each command starts snmpd once. */
const inCommandPosition = [
  'snmpd',
  '/usr/sbin/snmpd',
  '/usr/sbin/snmpd -Lsd -p /var/run/snmpd.pid',
  '"/usr/sbin/snmpd" -a',
  "'/usr/sbin/snmpd'",
  'exec /usr/sbin/snmpd',
  'A=b /usr/sbin/snmpd',
  'A="b c" D=e /usr/sbin/snmpd',
  'env /usr/sbin/snmpd',
  '/usr/bin/env -i A=b /usr/sbin/snmpd',
  'env -u LANG snmpd',
  'sudo /usr/sbin/snmpd',
  'sudo -u root /usr/sbin/snmpd',
  'sudo -n -u root /usr/sbin/snmpd',
  'sudo -nu root /usr/sbin/snmpd',
  'sudo -uroot /usr/sbin/snmpd',
  'sudo -E /usr/sbin/snmpd',
  'sudo -H LANG=C /usr/sbin/snmpd',
  'sudo --user=root /usr/sbin/snmpd',
  'doas -u root snmpd',
  'nice snmpd',
  'nice -n 5 snmpd',
  'nice -n5 snmpd',
  'nice -19 snmpd',
  'ionice -c 3 -n 7 snmpd',
  'ionice -c3 nice -n 19 snmpd',
  'nohup snmpd &',
  'time -p snmpd',
  'setsid -f snmpd',
  'chronic snmpd',
  'flock /run/x snmpd',
  'flock -n /run/x snmpd',
  'flock -xn /run/x snmpd',
  'flock -w 10 /run/x snmpd',
  'flock -E 0 -n /run/x snmpd',
  "flock -n /run/x -c 'snmpd -f'",
  'timeout 5 snmpd',
  'timeout -k 5 10m snmpd',
  'timeout -s KILL 5 snmpd',
  'timeout --signal=KILL 5 snmpd',
  'taskset -c 0-3 snmpd',
  'taskset 0x3 snmpd',
  'chrt -r 10 snmpd',
  'chroot /srv/jail /usr/sbin/snmpd',
  'exec -a agent snmpd',
  'sudo nice -n 5 timeout 5 env A=b flock -n /run/x snmpd',
  'cd / && snmpd',
  'cd /var; snmpd',
  '[ -x /usr/sbin/snmpd ] && /usr/sbin/snmpd',
  'test -x /usr/sbin/snmpd && /usr/sbin/snmpd',
  'pgrep snmpd || snmpd',
  'pidof snmpd >/dev/null||/usr/sbin/snmpd',
  'date | snmpd',
  'date & snmpd',
  '(snmpd)',
  '(cd /; snmpd) 2>&1 | logger',
  'echo $(snmpd)',
  '{ snmpd; }',
  '! snmpd',
  'if ! pgrep snmpd; then /usr/sbin/snmpd; fi',
  'for i in 1 2; do snmpd; done',
  'snmpd>/dev/null 2>&1',
  'snmpd &>/dev/null',
  'snmpd </dev/null',
  '>/dev/null snmpd',
  'echo "a; b"; snmpd',
  "echo 'a # b'; snmpd",
  'echo a\\;b; snmpd',
  'echo \\"a; snmpd',
  "echo 'C:\\'; snmpd",
  'echo a#b; snmpd',
  "sh -c 'snmpd'",
  'bash -lc "cd /; snmpd -f"',
  "su -c 'snmpd' root",
  "su - root -c '/usr/sbin/snmpd'",
  "sudo sh -c 'date; snmpd'",
  'sh -c snmpd',
  'service snmpd start',
  '/sbin/service snmpd restart > /dev/null',
  'service snmpd restart>/dev/null',
  'service snmpd force-reload',
  'busybox snmpd',
  '/bin/busybox snmpd -f',
  'start-stop-daemon --start --quiet --exec /usr/sbin/snmpd -- -f',
  'start-stop-daemon -S -x /usr/sbin/snmpd',
  'rc-update add snmpd default',
  '/etc/rc.d/rc3.d/S50snmpd start',
  '[ -d /x ] && /usr/sbin/service snmpd restart',
  'invoke-rc.d snmpd start',
  'invoke-rc.d --quiet snmpd restart',
  'rc-service snmpd restart',
  'update-rc.d snmpd enable',
  'chkconfig snmpd on',
  'systemctl start snmpd',
  'systemctl restart snmpd.service',
  'systemctl --quiet restart snmpd',
  'systemctl reload-or-restart snmpd',
  'systemctl enable --now snmpd',
  'systemctl restart my-own snmpd',
  '/etc/init.d/snmpd start',
  '/etc/rc.d/init.d/snmpd restart',
  '/usr/local/etc/rc.d/snmpd onestart',
  'sudo -u root /etc/init.d/snmpd restart >/dev/null',
];

const nothingStarted = [
  'grep snmpd /var/log/messages',
  'grep -q /usr/sbin/snmpd /etc/x',
  'echo snmpd',
  'echo at',
  'echo "at now"',
  "echo '; snmpd'",
  'echo ";snmpd" "& at"',
  'echo a\\; snmpd',
  'echo "a\\"; snmpd"',
  'logger atd',
  'logger -t cron "snmpd; at now"',
  'mail -s "telnet" ann',
  'mail -s "snmpd is down; at night" ann',
  'pkill snmpd',
  'pkill -HUP snmpd',
  'killall -HUP named',
  'service snmpd reload',
  'systemctl reload snmpd',
  'kill `cat /var/run/snmpd.pid`',
  'ps ax | grep named',
  'ps ax | grep [n]amed | wc -l',
  'pidof snmpd',
  'test -f /var/run/snmpd.pid',
  '[ -x /usr/sbin/snmpd ]',
  'ls /usr/sbin/snmpd',
  'rm -f /var/log/snmpd',
  'cat /etc/snmpd > /tmp/at',
  'date > at',
  'date >at',
  'date < batch',
  'tar cf /x/snmpd.tar /etc/snmpd',
  'cp /usr/sbin/snmpd /usr/sbin/atd /x',
  'cd /usr/sbin/snmpd',
  'command -v at',
  'command -V snmpd >/dev/null',
  'which snmpd',
  'sudo -u snmpd date',
  'nice -n 5 date snmpd',
  'flock /run/snmpd date',
  'flock -n /usr/sbin/snmpd true',
  'timeout 5 echo snmpd',
  'env at=1 date',
  'true # snmpd',
  'true # restart it; snmpd; at now',
  'true #; snmpd',
  'sh -c "echo snmpd"',
  'sh snmpd',
  "sh -x 'snmpd'",
  'service snmpd',
  'service snmpd status',
  'service snmpd stop',
  'service --status-all | grep snmpd',
  'service my-own start',
  'service status snmpd',
  'invoke-rc.d snmpd stop',
  'rc-service snmpd status',
  'systemctl stop snmpd',
  'systemctl status snmpd.service',
  'systemctl is-active snmpd',
  'systemctl disable snmpd',
  'systemctl mask snmpd',
  'systemctl daemon-reload',
  'chkconfig snmpd off',
  '/etc/init.d/snmpd stop',
  '/etc/init.d/snmpd status',
  '/etc/init.d/snmpd',
  '/etc/rc.d/init.d/atd stop',
  '/opt/snmpd/bin/report',
  '$HOME/bin/start snmpd',
  './nice snmpd',
  'snmpd-report',
  'bin/at.sh',
  'atq',
  'atrm 5',
  'who',
  'time date',
  '/opt/omni/lbin/inet',
  'netstat -an',
];

/** Programs that are a daemon only with the right argument. */
const byArguments: Readonly<Record<string, readonly string[]>> = {
  '/usr/sbin/sendmail -bd': ['sendmail'],
  '/usr/sbin/sendmail -bd -q15m': ['sendmail'],
  '/usr/sbin/sendmail -q1h -bd': ['sendmail'],
  '/usr/sbin/sendmail -bD': ['sendmail'],
  '/usr/sbin/sendmail -t': [],
  '/usr/sbin/sendmail -q': [],
  '/usr/sbin/sendmail -L sm-msp-queue -Ac -q': [],
  '/usr/sbin/sendmail -bp': [],
  'date | /usr/lib/sendmail -oi ann': [],
  '/usr/sbin/exim4 -bd -q30m': ['exim'],
  '/usr/sbin/exim4 -q': [],
  'rsync --daemon': ['rsync'],
  '/usr/bin/rsync --daemon --config=/etc/r.conf': ['rsync'],
  'rsync -a /home ann@host:/x': [],
  'rsync -a --delete host::home /x': [],
  'postfix start': ['postfix'],
  'postfix flush': [],
};

describe('the command of a crontab entry', () => {
  for (const command of inCommandPosition) it(`starts snmpd: ${command}`, () => assert.deepEqual(started(command), ['snmpd']));

  for (const command of nothingStarted) it(`starts nothing: ${command}`, () => assert.deepEqual(started(command), []));

  for (const [command, facts] of Object.entries(byArguments))
    it(`starts ${facts.join() || 'nothing'}: ${command}`, () => assert.deepEqual(started(command), facts));

  it('needs atd when it uses at or batch', () => {
    for (const command of [
      'at now',
      'echo date | at now + 1 hour',
      '/usr/bin/at -f /x midnight',
      'batch < /x',
      'echo x | sudo -u ann batch',
    ])
      assert.deepEqual(started(command), ['atd'], command);
  });

  it('may start several daemons', () => {
    assert.deepEqual(started('/usr/sbin/gpm; service snmpd start && at now'), ['gpm', 'snmpd', 'atd']);
    assert.deepEqual(started('systemctl restart snmpd atd.service cron'), ['snmpd', 'atd', 'crond']);
    assert.deepEqual(started('service snmpd stop; sleep 5; service snmpd start'), ['snmpd']);
  });

  it('is pointed at where the daemon is named', () => {
    const pointed = (command: string) => {
      const text = `0 4 * * * ${command}`;
      const [launch] = readCrontab(text).document.lines[0]?.launches ?? [];
      const at = launch?.subject.span;
      return [at && text.slice(at.start, at.end), launch?.by, launch?.program?.text];
    };
    assert.deepEqual(pointed('cd / && sudo /usr/sbin/snmpd -a'), ['/usr/sbin/snmpd', 'command', '/usr/sbin/snmpd']);
    assert.deepEqual(pointed('service snmpd start'), ['snmpd', 'init', undefined]);
    assert.deepEqual(pointed('/etc/init.d/snmpd start'), ['/etc/init.d/snmpd', 'init', undefined]);
    assert.deepEqual(pointed("sh -c 'snmpd -f'"), ['snmpd', 'command', 'snmpd']);
    assert.deepEqual(pointed('tar cf /x /y'), ['tar', undefined, 'tar']);
    assert.deepEqual(pointed('sudo -k'), ['sudo', undefined, 'sudo'], 'a wrapper with nothing to wrap');
    assert.deepEqual(pointed('$HOME/bin/start'), ['$HOME/bin/start', undefined, '$HOME/bin/start']);
  });

  it('is looked at for 16 kB, however long it is', () => {
    const filler = `true ${'x'.repeat(16_000)};`;
    assert.deepEqual(started(`${filler} snmpd`), ['snmpd']);
    assert.deepEqual(started(`${filler}${filler} snmpd`), []);
    // Read at every depth, they would take hours.
    assert.deepEqual(started(`${'sh -c "'.repeat(200_000)}`), []);
    assert.deepEqual(started('('.repeat(1_000_000)), []);
  });
});

describe('findings of a crontab entry', () => {
  const said = (text: string) =>
    readCrontab(text).findings.map(({ rule, severity, message }) => `${severity} ${rule} ${message.split('.')[0]}`);

  it('say whether it starts a daemon or needs one', () => {
    assert.deepEqual(said('0 4 * * * /usr/sbin/snmpd\n'), ['warning risky-daemon This entry starts snmpd']);
    assert.deepEqual(said('0 4 * * * echo x | at now\n'), ['warning risky-daemon “at” needs atd']);
    assert.deepEqual(said('@reboot /usr/sbin/sendmail -bd\n'), ['info unneeded-daemon This entry starts sendmail']);
    assert.deepEqual(said('30 4 * * 1 /etc/init.d/telnetd restart\n'), ['warning cleartext-login This entry starts telnet']);
    assert.deepEqual(said('@reboot rsync --daemon\n'), ['info unneeded-daemon This entry starts rsync']);
  });

  it('are none for an entry that is commented out, broken, or an assignment', () => {
    assert.deepEqual(said('#0 4 * * * /usr/sbin/snmpd\n'), []);
    assert.deepEqual(said('61 * * * * /usr/sbin/snmpd\n').length, 1, 'the syntax error alone');
    assert.deepEqual(said('A=/usr/sbin/snmpd\n'), []);
  });
});
