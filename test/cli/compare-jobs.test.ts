// Which job of one side `daemonlint compare` takes for which of the other.
import assert from 'node:assert/strict';
import { type Change, compared, sides } from './compare-support.js';
import { daemonlint } from './memory-io.js';

const TAB = 'etc/cron.d/site';

interface JobTold extends Change {
  readonly before: { readonly command: string; readonly file: string } | null;
  readonly after: { readonly command: string; readonly file: string } | null;
}

async function jobs(before: string | Record<string, string>, after: string | Record<string, string>): Promise<readonly JobTold[]> {
  const tree = (side: string | Record<string, string>) => (typeof side === 'string' ? { [TAB]: side } : side);
  const [host] = await compared(tree(before), tree(after));
  return host?.jobs ?? [];
}

/** How each job is told: its turn, and the last word of its command on both sides. */
const told = (list: readonly JobTold[]) =>
  list.map(({ turn, before, after }) => [turn, ...[before, after].map((job) => job && (job.command.split(' ').at(-1) ?? null))]);

const wrapped = (task: string) => `. /etc/site.env; cd /srv/site && php artisan ${task}`;

describe('jobs that were altered', () => {
  it('are not those that only run behind the same words: each is told by itself', async () => {
    const before = `10 * * * * app ${wrapped('mail:send')}\n20 * * * * app ${wrapped('cache:warm')}\n`;
    const after = `20 * * * * app ${wrapped('cache:warm')}\n30 4 * * * app ${wrapped('invoices:close')}\n`;
    assert.deepEqual(told(await jobs(before, after)), [
      ['off', 'mail:send', null],
      ['on', null, 'invoices:close'],
    ]);
    // One that is new as root is told as that, with the mark that root deserves.
    assert.deepEqual(
      told(await jobs(`5 1 * * * app ${wrapped('a:b')}\n`, `5 1 * * * app ${wrapped('a:b')}\n5 1 * * * root ${wrapped('c:d')}\n`)),
      [['on', null, 'c:d']],
    );
  });

  it('are known by what is left of them, also at other times, as somebody else, and in another file', async () => {
    const report = '/opt/report/bin/report --daily --to ops';
    const beside = `7 * * * * root /usr/bin/other\n`;
    const one = async (before: string, after: string) => {
      const list = await jobs(`${before}\n${beside}`, `${after}\n${beside}`);
      return list.map(({ turn, changes }) => [turn, ...changes.map(({ of }) => of)]);
    };
    assert.deepEqual(await one(`0 5 * * * app ${report}`, `0 6 * * * app ${report} --quiet`), [['changed', 'schedule', 'command']]);
    assert.deepEqual(await one(`0 5 * * * app ${report}`, `0 5 * * * root ${report} --quiet`), [['changed', 'user', 'command']]);
    // At the same times one word that only they have is enough.
    assert.deepEqual(
      await one('0 5 * * * root /etc/nightly >/var/log/nightly 2>&1', '0 5 * * * root sh /etc/nightly | mail -s nightly ops'),
      [['changed', 'command']],
    );
    const moved = await jobs({ [TAB]: `0 5 * * * app ${report}\n` }, { 'etc/cron.d/report': `0 5 * * * app ${report} --quiet\n` });
    assert.deepEqual(
      moved.map(({ changes }) => changes.map(({ of }) => of)),
      [['command', 'file']],
    );
  });

  it('are of the same person where the crontab has become a template', async () => {
    const spool = 'var/spool/cron/crontabs/ann';
    const [job] = await jobs({ [spool]: '0 5 * * * /bin/x\n' }, { [`${spool}.j2`]: '0 {{ hour }} * * * /bin/x\n' });
    assert.deepEqual(
      job?.changes.map(({ of }) => of),
      ['schedule', 'file'],
    );
  });

  it('are the likest of several, each in one pair', async () => {
    const before = '0 1 * * * root /opt/sync a b c\n0 2 * * * root /opt/sync a b d\n';
    const after = '0 3 * * * root /opt/sync a b d e\n0 4 * * * root /opt/sync a b c e\n';
    assert.deepEqual(
      (await jobs(before, after)).map((job) => [job.before?.command, job.after?.command]),
      [
        ['/opt/sync a b d', '/opt/sync a b d e'],
        ['/opt/sync a b c', '/opt/sync a b c e'],
      ],
    );
  });
});

describe('jobs behind comment marks', () => {
  it('are no other job for that: one that was commented out is not what came', async () => {
    const before = `#30 2 * * * app ${wrapped('db:vacuum')}\n10 * * * * app ${wrapped('mail:send')}\n`;
    const after = `30 3 * * * app ${wrapped('db:dump')}\n10 * * * * app ${wrapped('mail:send')}\n`;
    const [job, ...others] = await jobs(before, after);
    assert.deepEqual([job?.turn, job?.before, others], ['on', null, []]);
  });

  it('are found where nothing in the comment says that it was a job, but the other side', async () => {
    const [off, ...others] = await jobs('1,31 0-5 * * * root clockfix -a\n', '#1,31 0-5 * * * root clockfix -a\n# 5 to 10 more words\n');
    assert.deepEqual([off?.turn, off?.after?.command, others], ['off', 'clockfix -a', []]);
    const [on] = await jobs('#1,31 0-5 * * * root clockfix -a\n', '1,31 0-5 * * * root clockfix -a\n');
    assert.deepEqual([on?.turn, on?.before?.command], ['on', 'clockfix -a']);
  });

  it('are told as what ran, also where they are written otherwise since', async () => {
    const tree = (text: string): Record<string, string> => ({ [TAB]: text });
    const { stdout } = await daemonlint(
      ['compare', 'a', 'b'],
      sides(tree('0 1 * * * root /srv/OLD/bin/backup --all\n'), tree('#0 1 * * * root /srv/NEW/bin/backup --all\n')),
    );
    assert.match(stdout, /^Jobs run no more\n {2}- \/srv\/OLD\/bin\/backup --all {2}etc\/cron\.d\/site:1\n {6}It is commented out\.\n/);
  });
});
