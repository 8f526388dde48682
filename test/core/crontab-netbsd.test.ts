/** What NetBSD's cron has alone; that it reads lines as its own parser does is shown by recorded verdicts. */
import assert from 'node:assert/strict';
import { dialectById } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { writtenFor } from '../../core/src/kinds/crontab/dialects/written-for.js';
import { dropInOf } from '../../core/src/kinds/crontab/drop-in.js';
import { valuesOf } from '../../core/src/kinds/crontab/fields/bits.js';
import { readEntry } from '../../core/src/kinds/crontab/reading/entry.js';
import { shapeOf } from '../../core/src/kinds/crontab/reading/shape.js';
import { scheduleOf } from '../../core/src/kinds/crontab/schedule/schedule.js';
import { sampleOf } from '../../core/src/kinds/crontab/timing/sample.js';
import { daemonlint } from '../cli/memory-io.js';
import { call, json, lines } from '../cli/schedule-support.js';

const netbsd = dialectById('netbsd');

/** One of the schedules that `line` may become: its minutes and hours. */
function sample(line: string): readonly [minutes: string, hours: string] {
  assert.ok(netbsd);
  const shape = shapeOf(line, 0, 'user');
  const schedule = scheduleOf(shape, readEntry(shape, netbsd), netbsd);
  assert.ok(schedule, line);
  const { minutes, hours } = sampleOf(shape, { schedule, dialect: netbsd });
  return [valuesOf(minutes).join(), valuesOf(hours).join()];
}

describe("NetBSD's cron", () => {
  it('draws a value for a question mark, of all or of a range', async () => {
    assert.deepEqual((await lines('? ?2-5 * * * x', '--dialect', 'netbsd', '--zone', 'UTC')).slice(1, 4), [
      "At a random minute of a random hour among 2 to 5 every day; drawn when the crontab is read (NetBSD's cron, UTC)",
      'minute: one of 0 to 59',
      'hour: one of 2 to 5',
    ]);
    assert.match(String((await lines('?1-3,30 4 * * * x', '--dialect', 'netbsd', '--zone', 'UTC'))[2]), /^minute: some of 1 to 3, 30$/);
  });
  it('stands in the middle of what it draws from, where one of its schedules is wanted', () => {
    assert.deepEqual(sample('? ?2-6 * * * x'), ['29', '4']);
    assert.deepEqual(sample('0,?10-20 ?jan * * * x'), ['0,15', '11']);
    assert.deepEqual(sample('0 ?2-4/2 * * * x'), ['0', '3']);
  });
  it('is the only one to take a question mark', async () => {
    for (const dialect of ['debian', 'cronie', 'freebsd', 'openbsd', 'busybox', 'dcron', 'posix'])
      assert.match((await call(['? 3 * * * x', '--dialect', dialect])).stderr, /minute is 0 to 59/, dialect);
  });
  it('goes by the wall clock alone, and by that of CRON_TZ', async () => {
    const { entries } = await json(
      ['--dialect', 'netbsd', '--zone', 'Europe/Berlin', '--from', '2026-03-28T12:00:00Z', '-n', '2', 'tab.cron'],
      {
        '/h/tab.cron': '30 2 * * * x\nCRON_TZ=Asia/Tokyo\n30 2 * * * y\n',
      },
    );
    // On 29 March Berlin has no 02:30.
    assert.deepEqual(
      entries.map(({ runs }) => runs.map(({ time }) => time)),
      [
        ['2026-03-30T02:30:00+02:00', '2026-03-31T02:30:00+02:00'],
        ['2026-03-29T02:30:00+09:00', '2026-03-30T02:30:00+09:00'],
      ],
    );
  });
  it('takes flags one by one, once each, right behind the user', async () => {
    const flags = async (line: string, form = 'user') => {
      const { stdout } = await daemonlint(
        ['parse', '--kind', 'crontab', '--dialect', 'netbsd', '--form', form, '-'],
        {},
        { stdin: `${line}\n` },
      );
      const [read] = (JSON.parse(stdout) as { lines: { flags?: string[]; command?: string; refused?: unknown; type: string }[] }).lines;
      return read?.type === 'entry' ? [read.flags?.join(''), read.command] : read?.type;
    };
    assert.deepEqual(await flags('0 0 * * * -n -s x'), ['ns', 'x']);
    assert.deepEqual(await flags('0 0 * * * root -q x', 'system'), ['q', 'x']);
    assert.deepEqual(await flags('0 0 * * * root  -q x', 'system'), ['', ' -q x']);
    for (const wrong of ['-nq x', '-n -n x', '-x y', '- x', '-n', '-n '])
      assert.equal(await flags(`0 0 * * * ${wrong}`), 'rejected', wrong);
  });
  it('is known by the mark of its sources, and reads names in cron.d as cronie does', () => {
    assert.deepEqual(writtenFor('#\t$NetBSD: crontab,v 1.15 2020/01/01 00:00:00 x Exp $\n0 * * * * x\n'), ['netbsd']);
    for (const [name, read] of [
      ['a.b', true],
      ['.a', false],
      ['a~', false],
      ['a.rpmnew', false],
    ] as const)
      assert.equal(dropInOf('netbsd')?.ignores(name), !read, name);
  });
});
