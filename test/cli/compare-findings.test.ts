// Findings that come and go between two sides: only what a change brings or mends is told.
import assert from 'node:assert/strict';
import { type Change, compared } from './compare-support.js';
import { FINGER, SSH, TELNET } from './memory-io.js';

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

  it('stay what they are where a file has another name and is altered, and where another file starts the service', async () => {
    const conf = `${TELNET}${FINGER}${SSH}`;
    const [inetd, moved] = ['inetd.conf', 'etc/inetd.conf'];
    assert.deepEqual(await findings({ [inetd]: conf }, { [moved]: conf.replace(FINGER, '') }), [[], [`risky-daemon ${inetd}:2`]]);
    const block =
      'service telnet\n{\n\tsocket_type = stream\n\tprotocol = tcp\n\twait = no\n\tuser = root\n\tserver = /usr/sbin/in.telnetd\n}\n';
    const tree = { 'etc/xinetd.d/telnet': block };
    assert.deepEqual(await findings({ [moved]: TELNET }, { [moved]: `#${TELNET}`, ...tree }), [[], []]);
    const [{ services, renamed }] = await compared({ [moved]: TELNET }, { [moved]: `#${TELNET}`, ...tree });
    assert.deepEqual(
      [renamed, services.map(({ turn, changes }: Change) => [turn, ...changes.map(({ of, before, after }) => [of, before, after])])],
      [[], [['changed', ['program', 'in.telnetd', '/usr/sbin/in.telnetd'], ['file', moved, 'etc/xinetd.d/telnet']]]],
    );
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
