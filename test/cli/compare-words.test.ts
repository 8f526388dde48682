// The words of `daemonlint compare` for what reviewers ask of a change: what differs, once, and what comes of it.
import assert from 'node:assert/strict';
import type { Tree } from '../workspace/memory.js';
import { compared, sides } from './compare-support.js';
import { daemonlint } from './memory-io.js';

const TAB = 'etc/cron.d/site';

async function words(before: Tree, after: Tree, format = 'text'): Promise<string> {
  const call = ['compare', 'a', 'b', '--from', '2026-01-01', '--zone', 'UTC', '-n', '1', '--format', format];
  const { stdout, stderr, status } = await daemonlint(call, sides(before, after));
  assert.deepEqual([status, stderr], [0, '']);
  return stdout;
}

describe('the words for jobs', () => {
  it('show of a long command what differs; its title has all of it', async () => {
    const job = (list: string) =>
      `0 4 * * * app /opt/tapes/bin/watch --library north --pool ${list} --mail tape-operators@example.org --wait\n`;
    const said = await words({ [TAB]: job('a1,b2') }, { [TAB]: job('b2') });
    assert.match(
      said,
      /\n {2}~ \/opt\/tapes\/bin\/watch --library north --pool b2 --mail \S+ --wait {2}etc\/cron\.d\/site:1\n {6}command {2}… --library north --pool a1,b2 --mail tape-operators@example\.org …\n +→ … --library north --pool b2 --mail tape-operators@example\.org …\n/,
    );
    // A short one is shown as it is, and so is one of which only a password differs.
    assert.match(
      await words({ [TAB]: '0 4 * * * app /bin/x -a\n' }, { [TAB]: '0 4 * * * app /bin/x -b\n' }),
      /command {2}\/bin\/x -a\n +→ \/bin\/x -b\n/,
    );
    const secret = (word: string) => `0 4 * * * app mysqldump --all-databases --single-transaction -u backup -p${word} >/srv/dump.sql\n`;
    const masked = 'mysqldump --all-databases --single-transaction -u backup -p•••• >/srv/dump.sql';
    assert.ok(
      (await words({ [TAB]: secret('one11') }, { [TAB]: secret('two22') })).includes(`command  ${masked}\n               → ${masked}\n`),
    );
  });

  it('say when a job runs that is started with cron, and no more by the clock', async () => {
    const said = await words({ [TAB]: '@daily app /bin/x\n' }, { [TAB]: '@reboot app /bin/x\n' });
    assert.match(said, /next {2}Fri 2026-01-02 00:00\n +→ when cron starts\n/);
  });

  it('say how far two clocks are from UTC where a job goes by another one', async () => {
    const [head, job] = ['# daemonlint: dialect=cronie\n', '0 3 * * * app /bin/x\n'];
    const said = await words({ [TAB]: head + job }, { [TAB]: `${head}CRON_TZ=America/St_Johns\n${job}` });
    assert.match(said, /next {2}Thu 2026-01-01 03:00 \+00:00\n +→ Thu 2026-01-01 03:00 -03:30\n/);
  });

  it('say where what goes wrong is not heard of any more: by the command, or by MAILTO', async () => {
    const note = 'What goes wrong in it is thrown away now.';
    for (const silent of ['>/dev/null 2>&1', '2>/dev/null', '&>/dev/null', '>>/var/log/x 2>>/dev/null'])
      assert.ok((await words({ [TAB]: '0 4 * * * app /bin/x\n' }, { [TAB]: `0 4 * * * app /bin/x ${silent}\n` })).includes(note), silent);
    for (const loud of ['>/dev/null', '2>&1 >/dev/null', '>/var/log/x 2>&1', '</dev/null'])
      assert.ok(!(await words({ [TAB]: '0 4 * * * app /bin/x\n' }, { [TAB]: `0 4 * * * app /bin/x ${loud}\n` })).includes(note), loud);
    const said = await words({ [TAB]: 'MAILTO=ops\n0 4 * * * app /bin/x\n' }, { [TAB]: 'MAILTO=""\n0 4 * * * app /bin/x\n' });
    assert.match(
      said,
      /\n {2}~ MAILTO {2}etc\/cron\.d\/site\n {6}Nobody gets a mail of what jobs print and of what goes wrong in them\.\n {6}value {2}ops\n +→ ""\n/,
    );
    assert.match(said, /\na to b: 1 variable or setting otherwise\n$/);
  });

  it('tell jobs that went into another file as one, and what they run with there', async () => {
    const list = Array.from({ length: 5 }, (_, at) => `${at} 4 * * * app /bin/job-${at}\n`).join('');
    const said = await words({ [TAB]: `MAILTO=ops\n${list}` }, { 'etc/cron.d/new': `MAILTO=ops\n${list}` }, 'markdown');
    assert.match(
      said,
      /^### a to b: 5 jobs run otherwise\n\n\*\*Jobs run otherwise\*\*\n\n- \*\*~\*\* `etc\/cron\.d\/new`: 5 jobs went into another file\.\n {2}- file: `etc\/cron\.d\/site` → `etc\/cron\.d\/new`\n$/,
    );
    const without = await words(
      { [TAB]: `MAILTO=ops\n@hourly app /bin/stays\n${list}` },
      { [TAB]: 'MAILTO=ops\n@hourly app /bin/stays\n', 'etc/cron.d/new': list },
    );
    assert.match(without, / {6}5 jobs went into another file\.\n {6}file {4}.*\n.*\n {6}MAILTO {2}ops\n +→ not set\n/);
  });
});

describe('the variables that jobs run with', () => {
  const facets = async (before: string, after: string) => {
    const [host] = await compared({ [TAB]: before }, { [TAB]: after });
    const jobs: readonly { after: { command: string }; changes: readonly Record<string, string | null>[] }[] = host?.jobs ?? [];
    return [
      jobs.map((job) => [job.after.command, ...job.changes.map(({ name, before: was, after: is }) => `${name}: ${was} > ${is}`)]),
      host?.variables.length ?? 0,
    ];
  };
  const [first, second] = ['0 4 * * * app /bin/first\n', '0 5 * * * app /bin/second\n'];

  it('are told of the file where all of it is meant, and of the job that alone has others', async () => {
    assert.deepEqual(await facets(`PATH=/bin\n${first}${second}`, `PATH=/usr/bin\n${first}${second}`), [[], 1]);
    // It went below the first job, which is without it now.
    assert.deepEqual(await facets(`PATH=/opt\n${first}${second}`, `${first}PATH=/opt\n${second}`), [
      [['/bin/first', 'PATH: /opt > null']],
      0,
    ]);
    // The last one stays, and the first one differs.
    assert.deepEqual(await facets(`A=1\n${first}A=2\n${second}`, `A=3\n${first}A=2\n${second}`), [[['/bin/first', 'A: 1 > 3']], 0]);
  });

  it('say nothing by themselves in a file that comes with its jobs', async () => {
    assert.deepEqual((await compared({ x: '' }, { [TAB]: `PATH=/bin\n${first}` }))[0].variables, []);
    const [{ variables }] = await compared({ x: '' }, { [TAB]: `MAILTO=""\nPATH=/bin\n${first}` });
    assert.deepEqual(variables, [{ file: TAB, name: 'MAILTO', before: null, after: '' }]);
  });
});

describe('the words for files', () => {
  it('tell one that has another name, altered or not, once', async () => {
    const conf = Array.from({ length: 4 }, (_, at) => `service-${at} stream tcp nowait nobody /usr/sbin/x-${at} x\n`).join('');
    const said = await words({ 'inetd.conf': conf }, { 'etc/inetd.conf': conf }, 'markdown');
    assert.equal(
      said,
      '### a to b: no service and no job changed\n\n<details><summary>Files that have another name: 1</summary>\n\n- **~** `etc/inetd.conf`\n  - file: `inetd.conf` → `etc/inetd.conf`\n\n</details>\n',
    );
    const [{ renamed, services }] = await compared({ 'inetd.conf': conf }, { 'etc/inetd.conf': conf.replace('service-3', 'other') });
    assert.deepEqual([renamed, services.length], [[{ before: 'inetd.conf', after: 'etc/inetd.conf' }], 2]);
    // Nobody wrote half of it: another file.
    const other = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n';
    assert.deepEqual((await compared({ 'inetd.conf': conf }, { 'etc/inetd.conf': other }))[0].renamed, []);
  });
});

describe('the words for findings', () => {
  const broken = Array.from({ length: 14 }, (_, at) => `61 ${at} * * * app /bin/x-${at}\n`).join('');

  it('tell what is said of many lines once, with its places', async () => {
    const said = await words({ [TAB]: '' }, { [TAB]: broken });
    assert.equal(said.match(/\+ crontab\/syntax/g)?.length, 1);
    assert.match(said, /\+ crontab\/syntax {2}etc\/cron\.d\/site:1, etc\/cron\.d\/site:2, .*, etc\/cron\.d\/site:10 and 4 more\n/);
    assert.match(
      await words({ [TAB]: '' }, { [TAB]: broken }, 'markdown'),
      /, `etc\/cron\.d\/site:10` and 4 more: Cron cannot read this line/,
    );
    assert.match(await words({ [TAB]: '' }, { [TAB]: broken }, 'html'), /site:10<\/code> and 4 more<\/span>/);
  });

  it('end a comment that grows too long outside of what is folded up', async () => {
    const many = Array.from(
      { length: 900 },
      (_, at) => `${at % 60} ${61 + at} * * * app /bin/some/where/deep/down/in/the/tree/x-${at}\n`,
    ).join('');
    const said = await words({ [TAB]: many }, { [TAB]: '' }, 'markdown');
    assert.ok(said.length < 65_536);
    assert.match(said, /<details>[\s\S]*\n<\/details>\n\n… and more: /);
  });
});
