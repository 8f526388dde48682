/** Hints behind the entries of a crontab: when they run, in words and as the next time. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { hintAbout, hintsIn, type Settings } from '../../core/src/index.js';
import { nextRun } from '../../core/src/kinds/crontab/schedule/next.js';
import { nightly, schedule, zone as zoneNamed } from '../core/schedule-support.js';
import { readAs } from '../support.js';

/** A Monday, 13:00 in Berlin. */
const NOW = Date.UTC(2026, 10, 23, 12);
const BOTH = { words: true, next: true };

const all = (text: string, path = '/etc/cron.d/x', settings: Partial<Settings> = {}, wish = BOTH) =>
  hintsIn(readAs(path, text, { zone: 'Europe/Berlin', ...settings }), { start: 0, end: text.length }, wish, NOW);

const texts = (text: string, path?: string, settings?: Partial<Settings>): string[] => all(text, path, settings).map((hint) => hint.text);

describe('hints behind crontab entries', () => {
  for (const [entry, expected] of Object.entries({
    '5 4 * * 1 root x': 'at 04:05 on Mondays · next Mon 30 Nov 04:05',
    '0 14 * * * root x': 'at 14:00 every day · next today 14:00',
    '0 13 * * * root x': 'at 13:00 every day · next tomorrow 13:00',
    '5 4 * * * root x': 'at 04:05 every day · next tomorrow 04:05',
    '0 0 1 1 * root x': 'at 00:00 on day 1 of January · next Fri 1 Jan 2027 00:00',
    '@yearly root x': 'at 00:00 on day 1 of January · next Fri 1 Jan 2027 00:00',
    '0 0 29 2 * root x': 'at 00:00 on day 29 of February · next Tue 29 Feb 2028 00:00',
    '0 0 31 2 * root x': 'never runs',
    '@reboot root x': 'at startup',
    '*/90 * * * * root x': 'at minute 0 of every hour · next today 14:00',
  }))
    it(`${entry}: ${expected}`, () => assert.deepEqual(texts(`${entry}\n`), [expected]));

  it('name no next run of a random entry, nor of one that crons read unlike', () => {
    assert.deepEqual(texts('0~30 4 * * * x\n', '/var/cron/tabs/x'), ["at 04:00 every day by FreeBSD's cron, others differ"]);
    assert.deepEqual(texts('# daemonlint: dialect=cronie\n0~30 4 * * * root x\n'), [
      'at a random minute among 0 to 30 of hour 4 every day; drawn when the crontab is read',
    ]);
  });

  it('go by CRON_TZ where the cron heeds it, and name no time where some heed it and others do not', () => {
    const entry = 'CRON_TZ=Asia/Tokyo\n30 20 * * * root x\n';
    assert.deepEqual(texts(`# daemonlint: dialect=cronie\n${entry}`), ['at 20:30 every day · next tomorrow 20:30']);
    assert.deepEqual(texts(`# daemonlint: dialect=debian\n${entry}`), ['at 20:30 every day · next today 20:30']);
    assert.deepEqual(texts(entry), ["at 20:30 every day by Debian's cron, others differ"]);
    assert.deepEqual(texts('# daemonlint: dialect=cronie\nCRON_TZ=Mars/Base\n30 20 * * * root x\n'), ['at 20:30 every day']);
  });

  it('leave alone what cron does not run: comments, commented entries, settings, broken lines, and other kinds', () => {
    assert.deepEqual(texts('# a\n#5 4 * * 1 root x\nMAILTO=root\n\n61 4 * * * root x\n'), []);
    assert.deepEqual(texts('lrwxrwxrwx 1 root root 14 Jan  1  2000 S40crond -> ../init.d/crond\n', '/x/rc3.d.txt'), []);
    assert.deepEqual(texts('telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n', '/etc/inetd.conf'), []);
  });

  it('stand at the end of the line, before its line end', () => {
    const text = '0 4 * * * root x\r\n0 5 * * * root y  \n0 6 * * * root z';
    const ends = all(text).map(({ offset }) => JSON.stringify(text.slice(offset)));
    assert.deepEqual(ends, ['"\\r\\n0 5 * * * root y  \\n0 6 * * * root z"', '"\\n0 6 * * * root z"', '""']);
  });

  it('are given for the range alone', () => {
    const lines = Array.from({ length: 20 }, (_, hour) => `0 ${hour} * * * root x\n`);
    const reading = readAs('/etc/crontab', lines.join(''), {});
    const start = lines.slice(0, 5).join('').length;
    const found = hintsIn(reading, { start, end: start + lines.slice(5, 8).join('').length - 1 }, BOTH, NOW);
    assert.deepEqual(
      found.map(({ text }) => text.slice(0, 8)),
      ['at 05:00', 'at 06:00', 'at 07:00'],
    );
    assert.deepEqual(hintsIn(readAs('/etc/crontab', ''), { start: 0, end: 0 }, BOTH, NOW), []);
  });

  it('can each be turned off; what never runs is said while one of them is on', () => {
    const text = '5 4 * * 1 root x\n0 0 31 2 * root x\n@reboot root x\n';
    const by = (words: boolean, next: boolean) => all(text, '/etc/crontab', {}, { words, next }).map((hint) => hint.text);
    assert.deepEqual(by(true, false), ['at 04:05 on Mondays', 'never runs', 'at startup']);
    assert.deepEqual(by(false, true), ['next Mon 30 Nov 04:05', 'never runs']);
    assert.deepEqual(by(false, false), []);
  });

  it('hold until the run, or until the day is over and tomorrow is today', () => {
    const until = (entry: string) => all(`${entry}\n`)[0]?.until;
    assert.equal(until('0 14 * * * root x'), NOW + 60 * 60_000);
    assert.equal(until('5 4 * * 1 root x'), Date.UTC(2026, 10, 23, 23));
    assert.equal(until('@reboot root x'), undefined);
    assert.equal(until('0 0 31 2 * root x'), undefined);
  });

  it('are told at length by the hover of the entry', () => {
    const text = 'MAILTO=root\n5 4 * * 1 root x\n';
    const reading = readAs('/etc/crontab', text);
    assert.match(hintAbout(reading, text.length - 1, NOW, 'UTC') ?? '', /\*\*Runs\*\*: At 04:05 on Mondays\./);
    assert.equal(hintAbout(reading, 0, NOW, 'UTC'), undefined);
    assert.equal(hintAbout(readAs('/etc/crontab', ''), 0, NOW, 'UTC'), undefined);
  });

  it('name the time that the engine gives, for any schedule, zone and moment', () => {
    fc.assert(
      fc.property(
        nightly,
        fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'),
        fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2028, 0) }),
        (expression, zone, now) => {
          const reading = readAs('/etc/crontab', `${expression} root x\n`, { zone });
          const [hint] = hintsIn(reading, { start: 0, end: 0 }, { words: false, next: true }, now);
          const run = nextRun(schedule(expression), now, zoneNamed(zone), 'isc');
          if (run === undefined) return hint === undefined || hint.text === 'never runs';
          const said = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(run);
          const day = (ms: number) => new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(ms);
          assert.ok(hint?.text.endsWith(` ${said}`), `${hint?.text} ${said}`);
          assert.equal(hint?.text.includes('today'), day(run) === day(now));
          assert.ok((hint?.until ?? 0) > now && (hint?.until ?? 0) <= run);
          return true;
        },
      ),
      { numRuns: 300 },
    );
  });
});
