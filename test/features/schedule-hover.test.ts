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
  it('leaves times out where CRON_TZ stands above, for crons differ on it', () => {
    const said = hover('CRON_TZ=Asia/Tokyo\n0 4 * * * root /bin/true\n', '4 *');
    assert.match(said, /moves it to Asia\/Tokyo where the cron heeds it/);
    assert.doesNotMatch(said, /\*\*Next/);
  });
  it('says nothing of runs on assignments and broken lines', () => {
    assert.doesNotMatch(hover('MAILTO=root\n', 'MAILTO'), /Runs/);
    assert.doesNotMatch(hover('61 * * * * root x\n', '61'), /Runs/);
  });
});
