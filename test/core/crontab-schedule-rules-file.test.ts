/** Rules about entries side by side, and about days on which the clocks change. */
import assert from 'node:assert/strict';
import { applyEdits, type Settings } from '../../core/src/index.js';
import { fixed, found, SYSTEM, USER } from './crontab-rule-support.js';

describe('crontab/duplicate-entry', () => {
  const twice = (first: string, second: string) => found('duplicate-entry', `${first}\n${second}\n`).length;
  it('finds the same thing however the times are written', () => {
    assert.equal(twice('0 0 * * * x', '@daily x'), 1);
    assert.equal(twice('0 0 * * 0 x', '00 0 * * 7  x'), 1);
    assert.equal(twice('*/30 * * * * x', '0,30 * * * * x  '), 1);
    assert.equal(twice('@reboot x', '@reboot x'), 1);
  });
  it('is silent where anything differs', () => {
    assert.equal(twice('0 0 * * * x', '0 1 * * * x'), 0);
    assert.equal(twice('0 0 * * * x', '0 0 * * * x y'), 0);
    assert.equal(twice('0 0 1 * 1 x', '0 0 1-31 * 1 x'), 0);
    assert.equal(twice('0 0 31 2 * x', '0 0 31 2 * x'), 0);
    assert.equal(found('duplicate-entry', 'A=1\n0 0 * * * x\nA=2\n0 0 * * * x\n').length, 0);
    assert.equal(found('duplicate-entry', 'A=1\n0 0 * * * x\nA=1\n0 0 * * * x\n').length, 1);
    assert.equal(found('duplicate-entry', '{% if a %}\n0 0 * * * x\n{% else %}\n0 0 * * * x\n{% endif %}\n').length, 0);
    assert.equal(found('duplicate-entry', '# daemonlint: dialect=cronie\n~ 0 * * * x\n~ 0 * * * x\n').length, 0);
  });
  it('points back at the first, and deletes or comments out the second', () => {
    const text = '0 0 * * * x\n1 0 * * * y\n  0 0 * * * x\n';
    const [finding] = found('duplicate-entry', text);
    assert.deepEqual(
      finding?.related.map(({ span }) => text.slice(span.start, span.end)),
      ['0 0 * * * x'],
    );
    assert.deepEqual(
      finding?.fixes.map(({ edits, safe }) => [safe, applyEdits(text, edits)]),
      [
        [false, '0 0 * * * x\n1 0 * * * y\n'],
        [false, '0 0 * * * x\n1 0 * * * y\n#  0 0 * * * x\n'],
      ],
    );
  });
});

describe('crontab/clash', () => {
  const jobs = (times: readonly string[]) => times.map((time, index) => `${time} /opt/job${index}\n`).join('');
  const count = (...times: string[]) => found('clash', jobs(times)).length;
  const five = ['0 3 * * *', '0 3 * * *', '0 3 * * *', '0 3 * * *', '0 3 * * *'];
  it('speaks from the fifth on', () => {
    assert.equal(count(...five.slice(1)), 0);
    assert.equal(count(...five), 1);
    assert.equal(count(...five, '0 3 * * *'), 2);
  });
  it('knows hours, days and months', () => {
    assert.equal(count('0 * * * *', '0 */3 * * *', '0 3,6 * * *', '@daily', '0 3 * * *', '0 3 1 * *'), 1, 'at 03:00 of the first');
    assert.equal(count('0 3 * * 1', '0 3 * * 2', '0 3 * * *', '0 3 * * *', '0 3 * * *'), 0);
    assert.equal(count('0 3 1 * *', '0 3 * * 2', '0 3 * * *', '0 3 * * *', '0 3 * * *'), 1, 'on a Tuesday that is a first');
    assert.equal(count('0 3 1 * 5', '0 3 2 * 2', '0 3 * * *', '0 3 * * *', '0 3 * * *'), 1);
    assert.equal(count('0 3 * 1 *', '0 3 * 2 *', '0 3 * * *', '0 3 * * *', '0 3 * * *'), 0);
  });
  it('leaves out what cannot be moved or waits by itself', () => {
    assert.equal(count('* * * * *', '* * * * *', '*/5 * * * *', '0 3 * * *', '0 3 * * *'), 0);
    const waiting = ['sleep 10; x', 'sleep 20; x', 'sleep $((RANDOM \\% 60)); x', 'x', 'y']
      .map((command) => `0 3 * * * ${command}\n`)
      .join('');
    assert.equal(found('clash', waiting).length, 0);
    assert.equal(found('clash', `RANDOM_DELAY=30\n${jobs(five)}`).length, 0);
  });
  it('names the four others', () => {
    const [finding] = found('clash', jobs(five));
    assert.equal(finding?.related.length, 4);
    assert.match(finding?.message ?? '', /^At 03:00 at least 5 jobs/);
  });
  it('names them once, at the first that starts with them', () => {
    const text = jobs([...five, '0 3 * * *', '1 4 * * *', '0 3 * * *']);
    const [fifth, ...later] = found('clash', text);
    assert.equal(fifth?.related.length, 4);
    for (const { related } of later) assert.deepEqual(related[0]?.span, fifth?.span);
    assert.deepEqual(
      later.map(({ related }) => related.length),
      [1, 1],
    );
    // On Mondays those of Mondays and the daily ones start together, on Tuesdays others.
    const byDay = jobs(['0 3 * * 1', '0 3 * * 2', ...five.slice(2), '0 3 * * *', '0 3 * * 2', '0 3 * * 1']);
    assert.deepEqual(
      found('clash', byDay).map(({ related }) => related.map(({ span }) => byDay.slice(0, span.start).split('\n').length)),
      [[1, 3, 4, 5], [2, 3, 4, 5], [6]],
    );
  });
  it('gives the same entry the same minute, and ~ where the one cron knows it', () => {
    assert.equal(fixed('clash', jobs(five)), fixed('clash', jobs(five)));
    assert.match(
      fixed('clash', jobs([...five.slice(1), '@daily', '0 0 * * *'].map((time) => time.replace('3', '0')))),
      /^([1-9]|[1-5]\d) 0 \* \* \* \/opt\/job4$/m,
    );
    const [finding] = found('clash', `# daemonlint: dialect=cronie\n${jobs(five)}`);
    assert.deepEqual(
      finding?.fixes.map(({ title }) => /~/.test(title)),
      [false, true],
    );
    assert.deepEqual(found('clash', jobs(five))[0]?.fixes.length, 1);
  });
  it('is gone when all its fixes are made', () => {
    const text = jobs(Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? '@daily' : '0 0 * * *')));
    const edits = found('clash', text).flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    assert.equal(edits.length, 36);
    assert.deepEqual(found('clash', applyEdits(text, edits)), []);
  });
  it('names fifty at most, and says so', () => {
    const all = found('clash', jobs(Array.from({ length: 300 }, () => '0 3 * * *')));
    assert.equal(all.length, 50);
    assert.match(all.at(-1)?.message ?? '', /only the first 50/);
  });
});

describe('crontab/dst', () => {
  const now = Date.UTC(2026, 0, 1);
  const berlin = { zone: 'Europe/Berlin', zoneNamed: true, now };
  const said = (text: string, path: string, settings: Partial<Settings>) =>
    found('dst', text, path, settings).map((finding) => finding.message);
  const BUSYBOX = '/etc/crontabs/root';
  it('says the dates of runs that BusyBox skips or doubles', () => {
    assert.match(
      said('30 2 * * * x\n', BUSYBOX, berlin)[0] ?? '',
      /Europe\/Berlin.*does not run on 2026-03-29 at 02:30, and it runs twice on 2026-10-25 at 02:30/,
    );
    assert.match(said('30 1 * * * x\n', BUSYBOX, { ...berlin, zone: 'America/New_York' })[0] ?? '', /runs twice on 2026-11-01 at 01:30/);
  });
  it('is silent where no run is lost', () => {
    for (const line of [
      '30 3 * * *',
      '30 1 * * *',
      '*/10 1-3 * * *',
      '*/10 * * * *',
      '* */2 * * *',
      '30 * * * *',
      '30 0-23 * * *',
      '30 1-3 * * *',
      '30 2 * * 1',
      '30 2 1 * *',
      '@daily',
    ])
      assert.deepEqual(said(`${line} x\n`, BUSYBOX, berlin), [], line);
    assert.deepEqual(said('30 2 * * * x\n', BUSYBOX, { ...berlin, zone: 'UTC' }), []);
    assert.deepEqual(said('30 2 * * * x\n', BUSYBOX, { ...berlin, zone: 'Asia/Tokyo' }), []);
    assert.deepEqual(said('30 2 * * * x\n', BUSYBOX, { ...berlin, zone: 'Nowhere/At_All' }), []);
  });
  it('is silent where the crons make up for it', () => {
    for (const dialect of ['debian', 'cronie', 'freebsd', 'openbsd'])
      for (const line of ['30 2 * * *', '0 2 * * *', '15 */2 * * *'])
        assert.deepEqual(said(`# daemonlint: dialect=${dialect}\n${line} x\n`, USER, berlin), [], `${dialect} ${line}`);
  });
  // Debian's cron, run through both nights with its clock speeded up: no run of `*/15 2` in the one, two of each in the other, where `20,40 2` came once each.
  it('speaks of a star in one hour, which the family of ISC does not make up for', () => {
    for (const dialect of ['debian', 'cronie', 'openbsd']) {
      const [message] = said(`# daemonlint: dialect=${dialect}\n*/15 2 * * * x\n`, USER, berlin);
      assert.match(
        message ?? dialect,
        /its 4 runs from 2026-03-29 at 02:00 to 02:45 do not come, and its 4 runs from 2026-10-25 at 02:00 to 02:45 come twice\./,
      );
      assert.deepEqual(said(`# daemonlint: dialect=${dialect}\n20,40 2 * * * x\n`, USER, berlin), [], dialect);
    }
    // FreeBSD's runs the first of them at the old time, and the second time only.
    assert.deepEqual(said('# daemonlint: dialect=freebsd\n*/15 2 * * * x\n', USER, berlin), []);
    assert.equal(said('*/15 2 * * * x\n', BUSYBOX, berlin).length, 1);
    assert.deepEqual(said('*/15 3 * * * x\n', BUSYBOX, berlin), []);
  });
  it('takes the zone of the reviewing machine for no word of the host', () =>
    assert.deepEqual(said('30 2 * * * x\n', BUSYBOX, { zone: 'Europe/Berlin', now }), []));
  it('goes by a CRON_TZ, for the cron that heeds it', () => {
    const [message = ''] = said('CRON_TZ=Europe/Berlin\n30 2 * * * root x\n', SYSTEM, { now });
    assert.match(message, /with cronie/);
    assert.deepEqual(said('CRON_TZ=Europe/Berlin\n30 2 * * * root x\n# daemonlint: dialect=debian\n', SYSTEM, { now }), []);
  });
  it('moves the hour past the change', () => {
    const text = 'CRON_TZ=Europe/Berlin\n30 2 * * * root x\n';
    const after = fixed('dst', text, SYSTEM, { now });
    assert.equal(after, 'CRON_TZ=Europe/Berlin\n30 3 * * * root x\n');
    assert.deepEqual(said(after, SYSTEM, { now }), []);
  });
});
