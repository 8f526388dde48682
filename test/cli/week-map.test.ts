// `schedule --format html`: the week as a page.
import assert from 'node:assert/strict';
import { daemonlint } from './memory-io.js';

const page = (args: readonly string[], tree = {}, more = {}) => daemonlint(['schedule', '--format', 'html', ...args], tree, more);

describe('schedule --format html', () => {
  it('is one page about a file, by its zone, from the day that is named', async () => {
    const { stdout, stderr, status } = await page(['--from', '2026-03-29', '--zone', 'Europe/Berlin', 'etc/crontab'], {
      '/h/etc/crontab': '*/20 * * * * root /bin/x\n61 * * * * root /bin/y\n@reboot root /bin/z\n',
    });
    assert.match(stdout, /^<!DOCTYPE html>\n<html lang="en">/);
    assert.match(stdout, /<\/html>\n$/);
    assert.equal(stdout.match(/<!DOCTYPE/g)?.length, 1);
    assert.ok(stdout.includes('29 March 2026 to 4 April 2026, by the clock of Europe/Berlin: 501 runs of 1 job.'));
    assert.ok(stdout.includes('Sunday 29 March has 23 hours: the clock goes forward from 02:00 to 03:00.'));
    assert.ok(stdout.includes('/bin/z') && !stdout.includes('/bin/y'));
    assert.match(stderr, /etc\/crontab:2/);
    assert.equal(status, 2);
  });

  it('is about an expression too, which then stands for its command', async () => {
    const { stdout, status } = await page(['5 4 * * 1']);
    assert.match(stdout, /<title>Week of 5 4 \* \* 1<\/title>/);
    assert.match(stdout, /<code>5 4 \* \* 1<\/code>/);
    assert.equal(status, 0);
    assert.match((await page(['5 4 * * 1 /bin/x'])).stdout, /<code>\/bin\/x<\/code>/);
  });

  it('is nothing where the expression is', async () => {
    const { stdout, status } = await page(['61 4 * * 1']);
    assert.deepEqual([stdout, status], ['', 2]);
  });

  it('is read from standard input, by the dialect that is named', async () => {
    const cronie = await page(['--dialect', 'cronie', '-'], {}, { stdin: 'CRON_TZ=Asia/Tokyo\n0 4 * * * x\n' });
    assert.ok(cronie.stdout.includes('by the clock of Asia/Tokyo: 7 runs'));
    assert.equal(cronie.status, 0);
  });
});
