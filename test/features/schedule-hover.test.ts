/** The hover on an entry says when it runs, in words and as the next times in the host's zone. */
import assert from 'node:assert/strict';
import { hoverAt } from '../../core/src/index.js';
import { readAs } from '../support.js';

const NOW = Date.UTC(2026, 2, 27, 12);

const hover = (text: string, word: string, zone = 'Europe/Berlin', path = '/etc/crontab') =>
  hoverAt(readAs(path, text, { zone }), text.indexOf(word), NOW)?.markdown ?? '';

describe('the hover on a crontab entry', () => {
  it('tells the schedule in words', () => {
    assert.match(hover('5 4 */2 * 1 root /bin/true\n', '4'), /\*\*Runs\*\*: At 04:05 on Mondays that fall on odd days of the month\./);
    assert.match(hover('0 0 31 2 * root /bin/true\n', '31'), /\*\*Runs\*\*: Never: /);
    assert.match(hover('@daily root /bin/true\n', '@'), /\*\*Runs\*\*: At 00:00 every day\./);
  });
  it('names five runs with their offset, across a change of the clocks', () => {
    assert.match(
      hover('15 5 * * * root /bin/true\n', '15'),
      /\*\*Next, in Europe\/Berlin\*\*:\n- 2026-03-28 05:15 \+01:00\n- 2026-03-29 05:15 \+02:00\n- 2026-03-30 05:15 \+02:00\n- 2026-03-31 05:15 \+02:00\n- 2026-04-01 05:15 \+02:00/,
    );
    assert.match(hover('0 6 * * * root /bin/true\n', '6', 'America/St_Johns'), /\n- 2026-03-28 06:00 -02:30\n/);
  });
  it('names none for what is drawn, commented out, never comes or starts at boot', () => {
    for (const [text, word] of [
      ['~ 4 * * * /bin/true\n', '4'],
      ['#0 4 * * * /bin/true\n', '4'],
      ['0 0 30 2 * /bin/true\n', '30'],
      ['@reboot /bin/true\n', '@'],
    ] as const) {
      const said = hover(text, word, 'UTC', '/etc/crontab.local');
      assert.match(said, /\*\*Runs\*\*/, text);
      assert.doesNotMatch(said, /\*\*Next/, text);
    }
  });
  it('says both where CRON_TZ stands above, for crons differ on it', () => {
    const said = hover('CRON_TZ=Asia/Tokyo\n0 4 * * * root /bin/true\n', '4 *');
    assert.match(
      said,
      /\*\*Runs by Debian's cron\*\*: At 04:00 every day\.\n\n\*\*Next, in Europe\/Berlin\*\*:\n- 2026-03-28 04:00 \+01:00/,
    );
    assert.match(said, /\*\*Runs by cronie\*\*: At 04:00 every day\.\n\n\*\*Next, in Asia\/Tokyo\*\*:\n- 2026-03-28 04:00 \+09:00/);
    assert.match(
      hover('# daemonlint: dialect=cronie\nCRON_TZ=Mars/Base\n0 4 * * * root /bin/true\n', '4 *'),
      /No time zone is called `Mars\/Base`/,
    );
  });
  it('says both where crons read a field unlike', () => {
    const said = hover('0~30 4 * * * /bin/true\n', '0~', 'UTC', '/var/cron/tabs/x');
    assert.match(said, /By FreeBSD's cron: Matches minute 0\.\n\nBy OpenBSD's cron: One drawn at random of: minutes 0 to 30\./);
    assert.match(said, /\*\*Runs by FreeBSD's cron\*\*: At 04:00 every day\./);
    assert.match(said, /\*\*Runs by OpenBSD's cron\*\*: At a random minute among 0 to 30 of hour 4 every day/);
  });
  it('gives the local time beside that of the host, where they differ', () => {
    const text = '30 2 * * * root /bin/true\n';
    const said = (zone: string) => hoverAt(readAs('/etc/crontab', text, { zone: 'UTC' }), 0, NOW, zone)?.markdown ?? '';
    assert.match(said('Europe/Berlin'), /- 2026-03-28 02:30 \+00:00; local time 2026-03-28 03:30 \+01:00\n/);
    assert.match(said('Europe/Berlin'), /- 2026-03-29 02:30 \+00:00; local time 2026-03-29 04:30 \+02:00\n/);
    assert.doesNotMatch(said('Etc/UTC'), /local time/);
  });
  it('counts the runs of a year', () => {
    for (const [entry, expected] of Object.entries({
      '30 4 * * * root x': '365, in the coming 365 days.',
      '0 0 29 2 * root x': '',
      '* * * * * root x': '525,600, in the coming 365 days.',
      '*/7 * * * * root x': '78,840, in the coming 365 days.',
      '0 12 * * 1 root x': '52, in the coming 365 days.',
      '0 0 13 * 5 root x': '63, in the coming 365 days.',
    }))
      assert.equal(/\*\*Runs a year\*\*: (.*)/.exec(hover(`${entry}\n`, entry.slice(0, 2)))?.[1] ?? '', expected, entry);
    assert.match(hover('0 0 29 2 * root x\n', '29'), /No run in the coming 365 days/);
    assert.match(hover('# daemonlint: dialect=cronie\n~ 4 * * * root x\n', '~'), /\*\*Runs a year\*\*: about 365\./);
    assert.match(hover('# daemonlint: dialect=openbsd\n~/10 4,5 * * * root x\n', '~'), /\*\*Runs a year\*\*: about 4,380\./);
    assert.match(hover('# daemonlint: dialect=cronie\n5 4 1~28 jan~mar * root x\n', '1~'), /\*\*Runs a year\*\*: about 1\./);
  });
  it('tells which runs a change of the clocks skips, moves or doubles', () => {
    const notes = (entry: string, path = '/etc/crontab') =>
      /\*\*Changes of the clocks\*\*:\n([\s\S]*?)(?:\n\n---|$)/.exec(hover(`${entry}\n`, entry.slice(0, 4), 'Europe/Berlin', path))?.[1] ??
      '';
    assert.equal(
      notes('30 2 * * * root x'),
      '- 29 Mar 2026, when the clocks go forward from 02:00 to 03:00: the run at 02:30 comes at 03:00.',
    );
    assert.equal(
      notes('*/30 2 * * * root x'),
      '- 29 Mar 2026, when the clocks go forward from 02:00 to 03:00: 2 runs from 02:00 on do not come.\n' +
        '- 25 Oct 2026, when the clocks go back from 03:00 to 02:00: 2 runs from 02:00 on come twice.',
    );
    for (const harmless of ['30 4 * * * root x', '0 * * * * root x', '*/5 * * * * root x', '0 1-3 * * * root x', '30 2 1 * * root x'])
      assert.equal(notes(harmless), '', harmless);
    const unlike = notes('30 2 * * * x', '/var/cron/tabs/x');
    assert.match(unlike, /02:30 comes at 03:30\. So with FreeBSD's cron\./);
    assert.match(unlike, /02:30 comes at 03:00\. So with OpenBSD's cron\./);
  });
  it('says nothing of runs on assignments and broken lines', () => {
    assert.doesNotMatch(hover('MAILTO=root\n', 'MAILTO'), /Runs/);
    assert.doesNotMatch(hover('61 * * * * root x\n', '61'), /Runs/);
  });
});
