// Findings that come and go between two sides: only what a change brings or mends is told.
import assert from 'node:assert/strict';
import { compared } from './compare-support.js';

const TAB = 'etc/cron.d/site';

type Told = readonly { readonly rule: string; readonly file: string; readonly line: number }[];

/** The findings that come, and those that go, by file and line. */
async function findings(before: Record<string, string>, after: Record<string, string>) {
  const [host] = await compared(before, after);
  const told = (list: Told = []) => list.map(({ rule, file, line }) => `${rule} ${file}:${line}`);
  return [told(host?.findings.appeared), told(host?.findings.gone)];
}

describe('findings of a comparison', () => {
  const job = (minute: number, what: string) => `${minute} 4 * * * root source /etc/site.env; /opt/site/bin/${what}\n`;

  it('stay what they are where a job is altered, moved, and given to another file', async () => {
    const before = job(1, 'dump --all');
    assert.deepEqual(await findings({ [TAB]: before }, { [TAB]: `\n${job(2, 'dump --all --quiet')}` }), [[], []]);
    const [beside, other] = [job(5, 'rotate'), 'etc/cron.d/dump'];
    assert.deepEqual(await findings({ [TAB]: beside + before }, { [TAB]: beside, [other]: job(1, 'dump --all -v') }), [[], []]);
  });

  it('are those of another job where one goes and one comes', async () => {
    const after = `${job(1, 'rotate --logs')}${job(3, 'report --mail ops')}`;
    assert.deepEqual(await findings({ [TAB]: job(1, 'rotate --logs') + job(2, 'dump') }, { [TAB]: after }), [
      [`crontab/bashism ${TAB}:2`],
      [`crontab/bashism ${TAB}:2`],
    ]);
  });

  it('stay what they are where a line that no daemon takes is altered, and are new where there is another one', async () => {
    const broken = (command: string) => `61 4 * * * root /opt/site/bin/${command}\n`;
    assert.deepEqual(await findings({ [TAB]: broken('dump --all') }, { [TAB]: broken('dump --all >/dev/null') }), [[], []]);
    assert.deepEqual(await findings({ [TAB]: broken('dump') }, { [TAB]: '61 * * 5 * www /usr/lib/mailer run now\n' }), [
      [`crontab/syntax ${TAB}:1`],
      [`crontab/syntax ${TAB}:1`],
    ]);
  });
});
