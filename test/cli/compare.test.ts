// `daemonlint compare`: what a change starts, stops and runs otherwise.
import assert from 'node:assert/strict';
import type { Tree } from '../workspace/memory.js';
import { type Change, compared, sides } from './compare-support.js';
import { daemonlint, FINGER, SSH, TELNET } from './memory-io.js';

const facets = ({ turn, changes }: Change) => [turn, ...changes.map(({ of, before, after }) => `${of}: ${before} > ${after}`)];

describe('a comparison of services', () => {
  const CONF = 'etc/inetd.conf';

  it('tells which came on, by entry, by comment mark, and by link', async () => {
    const before = { [CONF]: `#${TELNET}${SSH}`, 'etc/rc3.d.txt': 'K50snmpd -> ../init.d/snmpd\n' };
    const after = { [CONF]: `${TELNET}${SSH}${FINGER}`, 'etc/rc3.d.txt': 'S50snmpd -> ../init.d/snmpd\n' };
    const [{ services }] = await compared(before, after);
    assert.deepEqual(
      services.map(({ name, turn, level }: { name: string; turn: string; level: string }) => [name, turn, level]),
      [
        ['finger', 'on', 'warning'],
        ['snmpd', 'on', 'warning'],
        ['telnet', 'on', 'warning'],
      ],
    );
    const telnet = services[2];
    assert.deepEqual([telnet.before[0].state, telnet.after[0]], ['commented', { file: CONF, line: 1, state: 'on', user: 'root' }]);
    assert.deepEqual(facets(telnet).slice(1, 3), ['user: null > root', 'reach: null > tcp to the network']);
  });

  it('tells which went off, whichever way', async () => {
    const [{ services }] = await compared({ [CONF]: TELNET + FINGER }, { [CONF]: `#${TELNET}` });
    assert.deepEqual(services.map(facets), [['off'], ['off']]);
  });

  it('tells what is offered otherwise: to whom, as whom, in which runlevels', async () => {
    const [{ services }] = await compared(
      { [CONF]: FINGER.replace('finger', '127.0.0.1:finger'), 'chkconfig.txt': 'snmpd 0:off 1:off 2:off 3:on 4:off 5:off 6:off\n' },
      { [CONF]: FINGER.replace('nobody', 'root'), 'chkconfig.txt': 'snmpd 0:off 1:off 2:off 3:on 4:off 5:on 6:off\n' },
    );
    assert.deepEqual(services.map(facets), [
      ['changed', 'user: nobody > root', 'reach: tcp to this host alone > tcp to the network'],
      ['changed', 'runlevels: 3 > 3, 5'],
    ]);
  });

  it('says nothing of lines that moved, comments, and what only stands in another column', async () => {
    assert.deepEqual(await compared({ [CONF]: TELNET + FINGER }, { [CONF]: `# more\n${FINGER}\n${TELNET.replaceAll('\t', '  ')}` }), []);
  });

  it('knows a host whose folder was renamed, and one that came for another', async () => {
    const rest = { 'etc/crontab': '@daily root /usr/bin/x\n', 'etc/rc3.d.txt': 'S50snmpd -> ../init.d/snmpd\n' };
    const host = (name: string, files: Tree): Tree =>
      Object.fromEntries(Object.entries(files).map(([path, item]) => [`${name}/${path}`, item]));
    const still = host('db', { [CONF]: SSH });
    const web = { ...still, ...host('web', { [CONF]: FINGER, ...rest }) };
    const renamed = { ...still, ...host('www', { [CONF]: FINGER, ...rest }) };
    const [same, ...others] = await compared(web, renamed);
    const nothing = { renamed: [], services: [], jobs: [], scripts: [], variables: [], findings: { appeared: [], gone: [], putAside: [] } };
    assert.deepEqual([same, others], [{ name: 'www', was: 'web', ...nothing }, []]);
    const { stdout } = await daemonlint(['compare', 'a', 'b'], sides(web, renamed));
    assert.equal(stdout, 'www (was web)\n\na to b: 1 host renamed\n');
    const altered = await compared(web, { ...still, ...host('www', { [CONF]: FINGER + TELNET, ...rest }) });
    assert.deepEqual(
      altered.map(({ name, services, jobs }: { name: string; services: Change[]; jobs: Change[] }) => [
        name,
        jobs,
        ...services.map(({ turn }) => turn),
      ]),
      [['www', [], 'on']],
    );
    const table = FINGER + SSH.repeat(9);
    const alone = await compared({ ...still, ...host('gw2', { [CONF]: table }) }, { ...still, ...host('gw3', { [CONF]: table }) });
    assert.deepEqual(alone, [{ name: 'gw3', was: 'gw2', ...nothing }], 'by one file that has many lines');
    const short = await compared({ ...still, ...host('gw2', { [CONF]: FINGER }) }, { ...still, ...host('gw3', { [CONF]: FINGER }) });
    assert.equal(short.length, 2, 'a short one may be the same on any two');
    const another = await compared(web, { ...still, ...host('mx', { [CONF]: TELNET }) });
    assert.deepEqual(
      another.map(({ name }: { name: string }) => name),
      ['mx', 'web'],
    );
  });

  it('keeps hosts apart, and tells of one that is new', async () => {
    const hosts = await compared(
      { [`web/${CONF}`]: SSH, [`db/${CONF}`]: SSH },
      { [`web/${CONF}`]: SSH, [`db/${CONF}`]: FINGER, [`mx/${CONF}`]: TELNET },
    );
    assert.deepEqual(
      hosts.map(({ name, services }: { name: string; services: Change[] }) => [name, ...services.map(({ turn }) => turn)]),
      [
        ['db', 'on', 'off'],
        ['mx', 'on'],
      ],
    );
    const swapped = await compared({ [`web/${CONF}`]: SSH, [`db/${CONF}`]: SSH }, { [`web/${CONF}`]: SSH, [`mx/${CONF}`]: SSH });
    assert.deepEqual(
      swapped.map(({ name, services }: { name: string; services: Change[] }) => [name, ...services.map(({ turn }) => turn)]),
      [
        ['db', 'off'],
        ['mx', 'on'],
      ],
    );
    assert.deepEqual(await compared({ [`old/${CONF}`]: SSH }, { [`new/${CONF}`]: SSH }), [], 'the only one of each side');
  });
});

describe('a comparison of jobs', () => {
  const TAB = 'etc/cron.d/backup';
  const jobs = async (before: string, after: string, path = TAB) => {
    const [host] = await compared({ [path]: before }, { [path]: after }, '-n', '2');
    return host?.jobs ?? [];
  };

  it('tells a change of the schedule in words, with runs before and after', async () => {
    const [job, ...others] = await jobs('30 2 * * * root /usr/bin/backup\n', '30 2 * * 1 root /usr/bin/backup\n');
    assert.deepEqual(others, []);
    assert.deepEqual(facets(job), ['changed', 'schedule: At 02:30 every day > At 02:30 on Mondays']);
    assert.deepEqual(job.before.runs, ['2026-01-01T02:30:00+01:00', '2026-01-02T02:30:00+01:00']);
    assert.deepEqual(job.after.runs, ['2026-01-05T02:30:00+01:00', '2026-01-12T02:30:00+01:00']);
  });

  it('takes two ways to write the same times for the same', async () => {
    assert.deepEqual(await jobs('0 3 * * 0 root /bin/x\n', '00 03 * * sun  root  /bin/x\n'), []);
  });

  it('tells a change of user, of the command, and of both with the schedule', async () => {
    assert.deepEqual((await jobs('@daily backup /bin/x -a\n', '@daily root /bin/x -a\n')).map(facets), [
      ['changed', 'user: backup > root'],
    ]);
    assert.deepEqual((await jobs('@daily root /bin/x -a\n', '@daily root /bin/x -b\n')).map(facets), [
      ['changed', 'command: /bin/x -a > /bin/x -b'],
    ]);
    assert.deepEqual((await jobs('@daily backup /bin/x\n', '@hourly root /bin/x\n')).map(facets), [
      ['changed', 'schedule: At 00:00 every day > At minute 0 of every hour', 'user: backup > root'],
    ]);
  });

  it('tells new jobs, those that are gone, and those that a comment mark turned', async () => {
    const before = '@daily root /bin/old\n@daily root /bin/both\n#@hourly root /bin/back\n';
    const after = '@daily root /bin/new\n#@daily root /bin/both\n@hourly root /bin/back\n';
    const told = (await jobs(before, after)).map(
      ({ turn, before: was, after: is }: { turn: string; before: { command: string }; after: { command: string; on: boolean } }) => [
        turn,
        was?.command ?? null,
        is?.command ?? null,
      ],
    );
    assert.deepEqual(told, [
      ['off', '/bin/old', null],
      ['on', null, '/bin/new'],
      ['off', '/bin/both', '/bin/both'],
      ['on', '/bin/back', '/bin/back'],
    ]);
  });

  it('knows jobs of the same kind apart, each once', async () => {
    const five = Array.from({ length: 5 }, (_, at) => `${at} 1 * * * root /bin/x\n`).join('');
    const changed = await jobs(five, five.replace('3 1', '3 2'));
    assert.deepEqual(changed.map(facets), [['changed', 'schedule: At 01:03 every day > At 02:03 every day']]);
    assert.equal((await jobs('@daily root /bin/x\n', '@daily root /bin/x\n@daily root /bin/x\n')).length, 1);
  });

  it('knows the person that a crontab belongs to, and a job that went into another file', async () => {
    const spool = 'var/spool/cron/crontabs/ann';
    const [host] = await compared({ [spool]: '@daily /bin/x\n' }, { [TAB]: '@daily root /bin/x\n' });
    assert.deepEqual(host.jobs.map(facets), [['changed', 'user: ann > root', `file: ${spool} > ${TAB}`]]);
  });

  it('tells a zone and other variables that changed', async () => {
    const job = '0 3 * * * root /bin/x\n';
    const path = 'etc/cron.d/zoned';
    const note = '# daemonlint: dialect=cronie\n';
    const [host] = await compared({ [path]: `${note}MAILTO=ann\n${job}` }, { [path]: `${note}CRON_TZ=Asia/Tokyo\n${job}` });
    assert.deepEqual(host.jobs.map(facets), [['changed', 'schedule: At 03:00 every day, Europe/Berlin > At 03:00 every day, Asia/Tokyo']]);
    assert.deepEqual(host.variables, [
      { file: path, name: 'MAILTO', before: 'ann', after: null },
      { file: path, name: 'CRON_TZ', before: null, after: 'Asia/Tokyo' },
    ]);
  });

  it('tells the runlevel that an inittab has the host boot into', async () => {
    const [{ variables }] = await compared({ 'etc/inittab': 'id:3:initdefault:\n' }, { 'etc/inittab': 'id:5:initdefault:\n' });
    assert.deepEqual(variables, [{ file: 'etc/inittab', name: 'initdefault', before: '3', after: '5' }]);
  });

  it('tells scripts that cron runs by their folder, and findings that come and go', async () => {
    const script = (mode: number) => ({ text: '#!/bin/sh\n', mode });
    const [host] = await compared(
      { 'etc/cron.daily/a': script(0o644), 'etc/cron.daily/b': script(0o755), [TAB]: '61 * * * * root x\n' },
      { 'etc/cron.daily/a': script(0o755), 'etc/cron.daily/c': script(0o755), [TAB]: '1 * * * * root /bin/x' },
    );
    assert.deepEqual(host.scripts, [
      { file: 'etc/cron.daily/a', turn: 'on' },
      { file: 'etc/cron.daily/b', turn: 'off' },
      { file: 'etc/cron.daily/c', turn: 'on' },
    ]);
    const rules = (list: readonly { rule: string }[]) => list.map(({ rule }) => rule);
    assert.ok(rules(host.findings.appeared).includes('crontab/missing-newline'));
    assert.deepEqual(rules(host.findings.gone), ['run-parts/not-executable', 'crontab/syntax'].sort());
  });
});
