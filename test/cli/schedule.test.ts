// `schedule 'EXPR'`: when that runs, in words and as times.
import assert from 'node:assert/strict';
import { call, json, lines } from './schedule-support.js';

const BERLIN = ['--zone', 'Europe/Berlin'];

describe('schedule of an expression', () => {
  it('tells words and the next runs with their offsets', async () => {
    assert.deepEqual(await lines('5 4 * * 1', '-n', '2', ...BERLIN, '--from', '2026-03-22', '--dialect', 'debian'), [
      '5 4 * * 1',
      "At 04:05 on Mondays (Debian's cron, Europe/Berlin)",
      '2026-03-23T04:05:00+01:00',
      '2026-03-30T04:05:00+02:00',
    ]);
  });

  it('shows five runs from now by the clock of this machine', async () => {
    const { entries, from, zone } = await json(['@hourly'], {}, { zone: 'America/New_York' });
    assert.deepEqual([from, zone], ['2026-01-01T00:00:00+00:00', 'America/New_York']);
    assert.deepEqual(
      entries[0]?.runs.map(({ time }) => time),
      [20, 21, 22, 23].map((hour) => `2025-12-31T${hour}:00:00-05:00`).concat('2026-01-01T00:00:00-05:00'),
    );
  });

  it('takes several words for one expression, with a command or without', async () => {
    const [entry] = (await json(['0', '5', '1', '*', '*', '/bin/backup', 'all', '-n', '1'])).entries;
    assert.deepEqual([entry?.expression, entry?.command], ['0 5 1 * *', '/bin/backup all']);
  });

  it('tells a command, of an entry or an @ word', async () => {
    const [fields] = (await json(['30 2 * * * /usr/bin/backup --all'])).entries;
    assert.deepEqual([fields?.expression, fields?.command], ['30 2 * * *', '/usr/bin/backup --all']);
    const [word] = (await json(['@weekly /usr/bin/backup'])).entries;
    assert.deepEqual([word?.expression, word?.command], ['@weekly', '/usr/bin/backup']);
    const [bare] = (await json(['@weekly'])).entries;
    assert.deepEqual([bare?.expression, bare?.command], ['@weekly', null]);
  });

  it('takes the `-` of cronie before fields and words', async () => {
    for (const text of ['-5 4 * * *', '-@daily'])
      assert.match((await call(['--dialect', 'cronie', '--', text])).stdout, /every day \(cronie/, text);
  });

  it('tells of @reboot, and why something never runs', async () => {
    assert.deepEqual((await lines('@reboot')).slice(0, 2), ['@reboot', "At startup (Debian's cron)"]);
    assert.deepEqual(await lines('0 0 31 2 *', '--dialect', 'cronie'), ['0 0 31 2 *', 'Never: day 31 does not come in February (cronie)']);
    const [never] = (await json(['0 0 30,31 2 *'])).entries;
    assert.deepEqual([never?.type, never?.runs], ['never', []]);
  });

  it('tells what a random time may become', async () => {
    const told = await lines('10~12 4 * * *', '--dialect', 'cronie');
    assert.deepEqual(told.slice(2), ['minute: one of 10 to 12', 'not before 2026-01-01T04:10:00+00:00']);
    const [entry] = (await json(['0 ~/6 * * *', '--dialect', 'openbsd'])).entries;
    assert.deepEqual([entry?.random, entry?.runs, entry?.earliest], [true, [], '2026-01-01T01:00:00+00:00']);
    assert.deepEqual(entry?.draws, [{ field: 'hour', values: Array.from({ length: 24 }, (_, hour) => hour), several: true }]);
  });

  it('names runs that the clocks shift, skip or double', async () => {
    const from = (date: string, dialect: string) => lines('30 2 * * *', '-n', '2', ...BERLIN, '--from', date, '--dialect', dialect);
    assert.deepEqual((await from('2026-03-28T12:00', 'debian')).slice(2), [
      '2026-03-29T03:00:00+02:00  for 02:30, which the clocks skip that day',
      '2026-03-30T02:30:00+02:00',
    ]);
    assert.deepEqual((await from('2026-03-28T12:00', 'busybox')).slice(2), [
      '2026-03-29T02:30 skipped: the clocks leave 02:30 out that day',
      '2026-03-30T02:30:00+02:00',
      '2026-03-31T02:30:00+02:00',
    ]);
    assert.deepEqual((await from('2026-10-24T12:00', 'busybox')).slice(2), [
      '2026-10-25T02:30:00+02:00  the first of two runs: the clocks show 02:30 twice that day',
      '2026-10-25T02:30:00+01:00  the second run: the clocks show 02:30 twice that day',
    ]);
  });

  it('says where other crons in question read it otherwise, unless one is named', async () => {
    const others = (await lines('0~30 4 * * *', '-n', '1')).slice(3);
    assert.deepEqual(others, [
      "cronie and OpenBSD's cron read it otherwise: At a random minute among 0 to 30 of hour 4 every day; drawn when the crontab is read",
    ]);
    const [, , ...rest] = await lines('1/20 4 * * *', '-n', '1');
    assert.equal(rest[0], '2026-01-01T04:01:00+00:00');
    assert.match(rest[1] ?? '', /^Debian's cron, cronie and OpenBSD's cron refuse it: bad minute “1\/20”/);
    assert.equal((await lines('0~30 4 * * *', '-n', '1', '--dialect', 'debian')).length, 3);
  });

  it('takes the project’s zone before the machine’s, and the flag before both', async () => {
    const tree = { '/h/.daemonlint.json': '{"zone": "Asia/Tokyo"}' };
    assert.equal((await json(['@daily'], tree)).zone, 'Asia/Tokyo');
    assert.equal((await json(['@daily', '--zone', 'UTC'], tree)).zone, 'UTC');
    const { entries } = await json(['etc/crontab'], { ...tree, '/h/etc/crontab': '0 0 * * * root x\n' });
    assert.match(entries[0]?.runs[0]?.time ?? '', /\+09:00$/);
  });

  it('gives up to a thousand runs, seconds too', async () => {
    const [entry] = (await json(['* * * * *', '-n', '1000'])).entries;
    assert.equal(entry?.runs.at(-1)?.time, '2026-01-01T16:40:00+00:00');
    const [second] = (await json(['@every_second', '--dialect', 'freebsd', '-n', '2'])).entries;
    assert.deepEqual(
      second?.runs.map(({ time }) => time),
      ['2026-01-01T00:00:01+00:00', '2026-01-01T00:00:02+00:00'],
    );
    const [rare] = (await json(['0 0 29 2 */7', '-n', '10'])).entries;
    assert.equal(rare?.runs.at(-1)?.time.slice(0, 4), '2320');
  }).timeout(60_000);
});
