/** FreeBSD's cron as it has been since version 12: seconds behind the `@`, and flags before the command. Recorded verdicts are those of FreeBSD 11. */
import assert from 'node:assert/strict';
import { dialectById, versionRun } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { readEntry } from '../../core/src/kinds/crontab/reading/entry.js';
import { shapeOf } from '../../core/src/kinds/crontab/reading/shape.js';
import { bitsOf, lineOf } from '../cli/parse-support.js';
import { call, lines } from '../cli/schedule-support.js';
import { actions, hover } from '../features/support.js';

const FREEBSD = ['--dialect', 'freebsd'];
const freebsd = dialectById('freebsd');

const refusal = (line: string, form: 'user' | 'system' = 'user', version = freebsd) => {
  assert.ok(version);
  return readEntry(shapeOf(line, 0, form), version).refused;
};

describe("FreeBSD's cron", () => {
  it('runs an entry so many seconds after its last run', async () => {
    assert.equal(
      (await lines('@600 x', ...FREEBSD, '--zone', 'UTC'))[1],
      "Whenever 10 minutes have passed since its last run ended (FreeBSD's cron)",
    );
    const { macro, command, never, job } = await lineOf('@600 root x', '--form', 'system', ...FREEBSD);
    assert.deepEqual([macro, command, never, job], ['@600', 'x', null, { name: null, every: 600, retry: null, after: [], asked: false }]);
    assert.equal((await lineOf('@daily x', ...FREEBSD)).job, undefined);
    assert.match(
      hover('/var/cron/tabs/ann', '# daemonlint: dialect=freebsd\n@6‸00 x\n'),
      /Whenever 10 minutes have passed since its last run ended/,
    );
  });
  it('takes no seconds that are no number, or none', async () => {
    for (const word of ['@0', '@-5', '@5m', '@1.5', '@']) assert.equal(refusal(`${word} x`), 'time specifier', word);
    assert.equal(refusal('@+5 x'), undefined);
    assert.match((await call(['@5m x', ...FREEBSD])).stderr, /@every_minute and @every_second, in lower case, and seconds such as @600/);
    for (const dialect of ['debian', 'cronie', 'openbsd', 'netbsd', 'busybox', 'dcron'])
      assert.match((await call(['@600 x', '--dialect', dialect])).stderr, /@600/, dialect);
  });
  it('takes -n and -q, each by itself and once, right behind the user', async () => {
    const { flags, command } = await lineOf('0 1 * * * root -n -q x', '--form', 'system', ...FREEBSD);
    assert.deepEqual([flags, command], [['n', 'q'], 'x']);
    for (const line of ['0 1 * * * -nq x', '0 1 * * * -n -n x', '0 1 * * * -s x']) assert.equal(refusal(line), 'option', line);
    assert.equal(refusal('0 1 * * * root  -s x', 'system'), 'option', 'all blanks behind the user are skipped');
    assert.ok(freebsd);
    assert.equal(refusal('0 1 * * * root  -s x', 'system', versionRun(freebsd)), undefined);
  });
  it('becomes a timer that counts from the end of a run', () => {
    const found = actions('/var/cron/tabs/ann', '# daemonlint: dialect=freebsd\n@6‸00 x\n').find(({ name }) => name === 'systemd');
    const timer = found?.opens?.text ?? '';
    assert.match(timer, /^OnActiveSec=600\nOnUnitInactiveSec=600$/m);
    assert.doesNotMatch(timer, /dcron|still runs/);
  });
  it('is printed in bits as the version that was run reads it', async () => {
    assert.ok(freebsd);
    assert.equal(refusal('@600 x', 'user', versionRun(freebsd)), 'time specifier');
    assert.deepEqual((await bitsOf('0 1 * * * -n x', 'freebsd')).cmd, '-n x');
    for (const id of ['debian', 'openbsd']) assert.equal(versionRun(dialectById(id) ?? freebsd).id, id);
  });
});
