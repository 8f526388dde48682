// `schedule FILE`: every entry of a crontab.
import assert from 'node:assert/strict';
import { parsed } from './parse-support.js';
import { call, json } from './schedule-support.js';

describe('schedule of a file', () => {
  const text = 'MAILTO=ann\n# nightly\n30 2 * * * root /usr/bin/backup --all\n\n#0 0 * * * root x\n@reboot root  y\n';

  it('tells of every entry, with its line', async () => {
    const { status, stdout } = await call(['etc/cron.d/backup', '-n', '1'], { '/h/etc/cron.d/backup': text });
    assert.equal(status, 0);
    assert.equal(
      stdout,
      [
        'etc/cron.d/backup:3: 30 2 * * * root /usr/bin/backup --all',
        "  At 02:30 every day (Debian's cron, UTC)",
        '  2026-01-01T02:30:00+00:00',
        '',
        'etc/cron.d/backup:6: @reboot root y',
        "  At startup (Debian's cron)",
        '',
      ].join('\n'),
    );
    const { entries, path } = await json(['etc/cron.d/backup'], { '/h/etc/cron.d/backup': text });
    assert.deepEqual(
      [path, entries.map(({ line, user, command }) => [line, user, command])],
      [
        'etc/cron.d/backup',
        [
          [3, 'root', '/usr/bin/backup --all'],
          [6, 'root', ' y'],
        ],
      ],
    );
  });

  it('reads it as the cron of its host does, which the rc.conf beside it tells, and as parse says', async () => {
    const tree = { '/h/box/var/cron/tabs/root': '0~30 * * * * poll\n', '/h/box/etc/rc.conf': 'ntpd_flags=NO\nsshd_flags=\n' };
    const dialects = async (...args: string[]) =>
      (await json(['box/var/cron/tabs/root', ...args], tree)).entries.map(({ dialect, words }) => [dialect, words]);
    const DRAWN = 'At a random minute among 0 to 30 of every hour; drawn when the crontab is read';
    assert.deepEqual(await dialects(), [['openbsd', DRAWN]]);
    assert.deepEqual(await dialects('--dialect', 'freebsd'), [['freebsd', 'At minute 0 of every hour']]);
    assert.equal((await parsed(['box/var/cron/tabs/root'], '', tree)).dialect, 'openbsd');
  });

  it('reads standard input, of the form that it shows or is said to have', async () => {
    const entries = async (stdin: string, ...args: string[]) => (await json(['-', ...args], {}, { stdin })).entries;
    assert.deepEqual(
      (await entries('0 0 * * * /bin/x\n')).map(({ user, command }) => [user, command]),
      [[null, '/bin/x']],
    );
    assert.deepEqual(
      (await entries('0 0 * * * a b\n', '--form', 'system')).map(({ user, command }) => [user, command]),
      [['a', 'b']],
    );
    assert.deepEqual(
      (await entries('0 0 * * * a b\n', '--stdin-filename', 'etc/crontab')).map(({ user }) => user),
      ['a'],
    );
  });

  it('joins the lines that BusyBox joins', async () => {
    const tab = '0 3 * * * /bin/save \\\n  --all\n0 4 * \\\n* * /bin/sw\\\neep\n@daily /bin/x\\\n y\n';
    const { entries } = await json(['etc/crontabs/root', '-n', '1'], { '/h/etc/crontabs/root': tab });
    assert.deepEqual(
      entries.map(({ line, expression, command, refused }) => [line, expression, command, refused]),
      [
        [1, '0 3 * * *', '/bin/save   --all', null],
        [3, '0 4 * * *', '/bin/sweep', null],
        [6, '@daily', '/bin/x y', null],
      ],
    );
    const { entries: apart } = await json(
      ['etc/crontabs/root', '-n', '1'],
      { '/h/etc/crontabs/root': tab.replaceAll('\n', '\r\n') },
      {},
      2,
    );
    assert.deepEqual(
      apart.map(({ line, refused }) => [line, refused !== null]),
      [
        [1, false],
        [2, true],
        [3, true],
        [4, true],
        [5, true],
        [6, false],
        [7, true],
      ],
    );
  });

  it('heeds CRON_TZ where the dialect does', async () => {
    const tree = { '/h/tab': '0 0 * * * x\nCRON_TZ=Asia/Tokyo\n0 0 * * * x\nCRON_TZ=Mars/Olympus\n0 0 * * * x\n' };
    const zones = async (dialect: string) => (await json(['tab', '--dialect', dialect, '-n', '1'], tree)).entries.map(({ zone }) => zone);
    assert.deepEqual(await zones('cronie'), ['UTC', 'Asia/Tokyo', 'Mars/Olympus']);
    assert.deepEqual(await zones('debian'), ['UTC', 'UTC', 'UTC']);
    const { stdout } = await call(['tab', '--dialect', 'cronie', '-n', '1'], tree);
    assert.match(stdout, /2026-01-02T00:00:00\+09:00\n/);
    assert.match(stdout, /CRON_TZ names “Mars\/Olympus”, which is no time zone: no times can be told\n/);
  });

  it('tells what can be told beside a line that nobody takes, and what that costs', async () => {
    const tree = { '/h/etc/crontab': '61 * * * * root x\n0 0 * * * root y\n' };
    const { status, stdout, stderr } = await call(['etc/crontab', '-n', '1'], tree);
    assert.equal(status, 2);
    assert.match(
      stderr,
      /^daemonlint: etc\/crontab:1:1: Debian's cron refuses it: bad minute “61”: minute is 0 to 59; Debian's cron ignores the whole file\n$/,
    );
    assert.match(stdout, /^etc\/crontab:2: 0 0 \* \* \* root y\n/);
    const { entries } = await json(['etc/crontab'], tree, {}, 2);
    assert.match(String(entries[0]?.refused), /^bad minute/);
  });

  it('tells what an anacrontab tells', async () => {
    const tree = { '/h/etc/anacrontab': '7 15 sweep a \\\n b\n1 5 daily /bin/x\n' };
    const { status, stdout } = await call(['etc/anacrontab'], tree);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^etc\/anacrontab:1: 7 15 sweep a {3}b\n {2}Once every 7 days, at the earliest 15 minutes after anacron starts \(Debian's anacron\)\n/,
    );
    assert.match(stdout, /\netc\/anacrontab:3: 1 5 daily \/bin\/x\n {2}Once a day, /);
    assert.deepEqual(
      (await json(['etc/anacrontab'], tree)).entries.map(({ type, runs }) => [type, runs]),
      [
        ['period', []],
        ['period', []],
      ],
    );
    const refused = await call(['etc/anacrontab'], { '/h/etc/anacrontab': 'x 5 a b\n' });
    assert.match(refused.stderr, /anacrontab:1:1: Debian's anacron refuses it: the period “x” is neither .*; anacron skips the line/);
  });

  it('tells of entries that a template fills in that their times are not known', async () => {
    const tree = { '/h/etc/crontab.j2': '# x\n{{ m }} 4 * * * root /bin/y\n{% if a %}\n$HOUR root mail\n' };
    const { status, stdout } = await call(['etc/crontab.j2'], tree);
    assert.equal(status, 0);
    assert.match(
      stdout,
      /^etc\/crontab\.j2:2: \{\{ m \}\} 4 \* \* \* root \/bin\/y\n {2}At times that are still to be filled in: \{\{ m \}\} 4 \* \* \* \(/,
    );
    assert.deepEqual(
      (await json(['etc/crontab.j2'], tree)).entries.map(({ type, runs, user }) => [type, runs, user]),
      [
        ['open', [], 'root'],
        ['open', [], 'root'],
      ],
    );
  });

  it('takes a name that exists for a file, whatever it looks like', async () => {
    const { path } = await json(['0 0 * * *'], { '/h/0 0 * * *': '@daily x\n' });
    assert.equal(path, '0 0 * * *');
    assert.equal((await json(['@daily'])).path, null);
    assert.equal((await json(['@daily'], { '/h/@daily': '@weekly x\n' })).entries[0]?.expression, '@weekly');
  });

  it('of nothing but comments has nothing to tell', async () => {
    assert.equal((await call(['etc/crontab'], { '/h/etc/crontab': '' })).stdout, 'no entries\n');
    assert.equal((await call(['-'], {}, { stdin: '# none\n' })).stdout, 'no entries\n');
  });
});
