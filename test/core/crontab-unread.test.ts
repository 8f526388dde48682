/** What the crons of Debian and FreeBSD pass over in a time field is told, where no other cron is in question. */
import assert from 'node:assert/strict';
import { fixed, of, pointed, read } from './crontab-command-support.js';

const TAB = '/var/spool/cron/crontabs/ann';
const line = (times: string) => `${times} /home/ann/bin/x\n`;
const unread = (times: string, dialect = 'debian') => pointed('unread-text', line(times), TAB, [dialect]);

describe('crontab/unread-text', () => {
  it('points at what is passed over', () => {
    assert.deepEqual(unread('0~30 * * * *'), ['~30']);
    assert.deepEqual(unread('0 3 * * 1#2'), ['#2']);
    assert.deepEqual(unread('0 3 * * mon#2,tue'), ['#2,tue'], 'to the end of the field');
    assert.deepEqual(unread('0 3 1-5/2/3 * *'), ['/3']);
    assert.deepEqual(unread('0 3 *5 * 5*'), ['5', '*']);
    assert.deepEqual(unread('0~30 * * * *', 'freebsd'), ['~30']);
    assert.deepEqual(unread('0 3 *5 * *', 'openbsd'), ['5'], 'behind a star OpenBSD does it too');
  });

  it('says nothing where all is read, or the line refused', () => {
    for (const times of ['*/5 1-3,5 * jan-mar mon-fri', '0,30 3 1-31/2 * 7', '0 3 L * *', '0 3 1W * *', '5,*/2 * * * *', '@daily'])
      assert.deepEqual(unread(times), [], times);
    for (const dialect of ['cronie', 'openbsd', 'busybox', 'systemd-cron']) assert.deepEqual(unread('0~30 * * * *', dialect), [], dialect);
  });

  it('leaves what crons read unlike to those who compare them', () => {
    const reading = read(line('0~30 * * * *'), TAB);
    assert.deepEqual(of(reading, 'unread-text'), []);
    assert.equal(of(reading, 'portability').length, 1);
  });

  it('says what the field is, and writes that', () => {
    const text = `# daemonlint: dialect=debian\n${line('0 3 * * 1#2')}`;
    assert.match(
      of(read(text, TAB), 'unread-text')[0]?.message ?? '',
      /reads “1” here and passes over “#2” without a word: the day-of-week is Monday/,
    );
    assert.equal(fixed('unread-text', text, TAB), `# daemonlint: dialect=debian\n${line('0 3 * * 1')}`);
  });
});
