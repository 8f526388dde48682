// Long reviews: what is known is told at once, how far it is on a terminal, and Ctrl-C ends it.
import assert from 'node:assert/strict';
import type { Io } from '../../cli/src/io.js';
import { progressOf, progressText } from '../../cli/src/progress.js';
import { daemonlint, FINGER, TELNET } from './memory-io.js';

const TREE = {
  '/h/a.d/etc/inetd.conf': TELNET,
  '/h/b.d/etc/inetd.conf': FINGER,
  '/h/c.d/etc/inetd.conf': TELNET,
};

describe('a review of several hosts', () => {
  it('tells of each before the next is judged', async () => {
    const told: string[] = [];
    const seen: string[] = [];
    const stdout = (text: string | Uint8Array) => void told.push(String(text));
    const goesOn = async () => {
      seen.push(told.join(''));
      return true;
    };
    await daemonlint(['check', '.'], TREE, { stdout, goesOn });
    assert.deepEqual(
      seen.map((text) => ['a', 'b', 'c'].filter((name) => text.includes(`${name}.d/etc/inetd.conf:1`)).join('')),
      ['a', 'ab', 'abc'],
    );
  });

  it('keeps the order of the paths where a host has files on both sides of another', async () => {
    const tree = { '/h/a.crontab': '* * * * * x y\n', '/h/b/etc/inetd.conf': TELNET, '/h/c.crontab': '* * * * * x y\n' };
    const { stdout } = await daemonlint(['check', '--format', 'json', '.'], tree);
    const { files } = JSON.parse(stdout) as { files: { path: string }[] };
    assert.deepEqual(
      files.map(({ path }) => path),
      ['a.crontab', 'b/etc/inetd.conf', 'c.crontab'],
    );
  });

  it('ends with what is known, a report that is whole, and 130 when a person ends it', async () => {
    const { status, stdout, stderr } = await daemonlint(['check', '--format', 'json', '.'], TREE, { goesOn: async () => false });
    assert.equal(status, 130);
    const { files, problems } = JSON.parse(stdout) as { files: { path: string }[]; problems: { message: string }[] };
    assert.deepEqual(
      files.map(({ path }) => path),
      ['a.d/etc/inetd.conf'],
    );
    assert.match(problems[0]?.message ?? '', /stopped by Ctrl-C after 1 of 3 files/);
    assert.match(stderr, /stopped by Ctrl-C after 1 of 3 files/);
  });

  it('ends in the middle of a host, with the files of it that were judged with the whole of it in view', async () => {
    const jobs = Array.from({ length: 100 }, (_, n) => [
      `/h/etc/cron.d/job${String(n).padStart(3, '0')}`,
      '@reboot root /usr/sbin/snmpd\n',
    ]);
    const tree = { ...Object.fromEntries(jobs), '/h/etc/rc.d/rc3.d.txt': 'K50snmpd -> ../init.d/snmpd\n' };
    const ended = async (after: number) => {
      let asked = 0;
      const { status, stdout } = await daemonlint(['check', '--format', 'json', '.'], tree, { goesOn: async () => ++asked <= after });
      const { files } = JSON.parse(stdout) as { files: { path: string; findings: { rule: string; message: string }[] }[] };
      return { status, files };
    };
    const whole = await ended(1000);
    assert.deepEqual([whole.status, whole.files.length], [1, 101]);
    // Asked between the pieces that are read, then between those that are judged.
    assert.deepEqual(await ended(1), { status: 130, files: [] });
    const { status, files } = await ended(4);
    assert.deepEqual([status, files.length], [130, 64]);
    assert.ok(files.every(({ findings }) => findings.some(({ rule }) => rule === 'started-again')));
    // What stands in files that it did not come to is told without their places.
    const said = (all: typeof files) => all.map(({ path, findings }) => [path, findings.map(({ rule, message }) => `${rule} ${message}`)]);
    assert.deepEqual(said(files), said(whole.files.slice(0, 64)));
  });

  it('tells the machine that many files follow, and only then', async () => {
    const told = async (count: number) => {
      let times = 0;
      const tree = Object.fromEntries(Array.from({ length: count }, (_, n) => [`/h/etc/cron.d/job${n}`, '# none\n']));
      await daemonlint(['check', '.'], tree, { forMany: async () => void times++ });
      return times;
    };
    assert.deepEqual([await told(999), await told(1000)], [0, 1]);
  });

  it('says nothing of its progress in a pipe', async () => {
    const { stderr } = await daemonlint(['check', '.'], TREE);
    assert.equal(stderr, '');
  });
});

describe('progress', () => {
  /** What is drawn at `times`, in milliseconds from the beginning, when so many of 20,000 files are done. */
  const drawn = (steps: readonly (readonly [number, number])[], isErrorTTY: boolean) => {
    let text = '';
    let now = 1000;
    const stderr = (piece: string) => void (text += piece);
    const progress = progressOf(20_000, { stderr, isErrorTTY } as unknown as Io, () => now);
    for (const [time, done] of steps) {
      now = 1000 + time;
      progress.at(done);
    }
    progress.clear();
    return text;
  };

  it('tells files, rate and time left', () => {
    assert.equal(progressText(1200, 20_000, 1500), '1,200 of 20,000 files, 800 a second, 24 s left');
    assert.equal(progressText(10, 20_000, 1000), '10 of 20,000 files, 10 a second, 34 min left');
    assert.equal(progressText(0, 20_000, 1000), '0 of 20,000 files, 0 a second');
  });

  it('is drawn on a terminal, now and then, each picture in the place of the last', () => {
    const steps = [
      [100, 80],
      [500, 400],
      [510, 410],
      [1000, 800],
    ] as const;
    const gone = '\r\u001b[K';
    assert.equal(
      drawn(steps, true),
      `400 of 20,000 files, 800 a second, 25 s left${gone}800 of 20,000 files, 800 a second, 24 s left${gone}`,
    );
    assert.equal(drawn(steps, false), '');
  });
});
