// What a plan holds for a host, whatever its files are called and whoever is in them.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Fact, facts, type PlanSystem, planOf, planScript, planSystems } from '../../core/src/index.js';
import { readAs } from '../support.js';

/** Names that no script may turn off. */
const guarded: readonly Fact[] = facts.filter(({ traits }) =>
  traits?.some((trait) => ['protected', 'essential', 'secure-login'].includes(trait)),
);

const isOn = (name: string): string => `${name} 0:off 1:off 2:on 3:on 4:on 5:on 6:off\n`;

const planFor = (listing: string, system: PlanSystem, inetd = '') =>
  planOf(
    [
      { path: 'chkconfig.txt', reading: readAs('chkconfig.txt', listing) },
      { path: 'etc/inetd.conf', reading: readAs('/etc/inetd.conf', inetd) },
    ],
    system,
  );

describe('a plan', () => {
  it('never turns off what protects the host, what it cannot do without, or the way in', () => {
    assert.ok(guarded.length >= 10);
    const names = new Set(guarded.flatMap(({ aliases }) => [...(aliases.scripts ?? []), ...(aliases.units ?? [])]));
    for (const name of [
      'sshd',
      'ssh',
      'dropbear',
      'iptables',
      'nftables',
      'firewalld',
      'ufw',
      'network',
      'syslog',
      'rsyslog',
      'crond',
      'cron',
    ])
      assert.ok(names.has(name), name);
    const everything = facts.flatMap(({ aliases }) => [...(aliases.scripts ?? []), ...(aliases.units ?? [])]);
    const ssh = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n22 stream tcp nowait root /usr/sbin/dropbear dropbear -i\n';
    for (const system of planSystems) {
      const plan = planFor(everything.map(isOn).join(''), system, ssh);
      const turnedOff = plan?.services.flatMap((step) => step.names.map((name) => name.replace(/\.\w+$/, ''))) ?? [];
      assert.ok(turnedOff.length > 15, system);
      assert.deepEqual(
        turnedOff.filter((name) => names.has(name)),
        [],
      );
      assert.deepEqual(plan?.lines, []);
    }
  });

  it('names each service once, however many listings and runlevels show it', () => {
    const plan = planFor(isOn('atd').repeat(3), 'redhat');
    assert.deepEqual(
      plan?.services.map(({ names }) => names),
      [['atd']],
    );
  });

  it('stops first what is started last', () => {
    const names = planFor(['portmap', 'nfslock', 'lpd', 'gpm'].map(isOn).join(''), 'redhat')?.services.map((step) => step.names[0]);
    assert.deepEqual(names, ['gpm', 'lpd', 'nfslock', 'portmap']);
  });

  it('leaves the port mapper and the parts of NFS on for a server of NFS that stays on', () => {
    const turned = (listing: string, system: PlanSystem, path = 'chkconfig.txt', others: readonly string[] = []) => {
      const plan = planOf(
        [
          { path, reading: readAs(path, listing) },
          ...others.map((text) => ({ path: 'etc/inetd.conf', reading: readAs('/etc/inetd.conf', text) })),
        ],
        system,
      );
      return [plan?.services.map(({ names }) => names.join()), plan?.left];
    };
    const [services, left] = turned(['nfs', 'nfslock', 'portmap', 'lpd'].map(isOn).join(''), 'redhat');
    assert.deepEqual(services, ['lpd']);
    assert.deepEqual(left, [
      'nfslock in chkconfig.txt: nfs in chkconfig.txt needs it, and stays on. Turn both off where nobody uses them.',
      'portmap in chkconfig.txt: nfs in chkconfig.txt needs it, and stays on. Turn both off where nobody uses them.',
    ]);
    assert.deepEqual(turned('nfs_server_enable="YES"\nmountd_enable="YES"\nrpcbind_enable="YES"\n', 'freebsd', '/etc/rc.conf')[0], []);
    assert.deepEqual(turned('nfs_server_enable="NO"\nmountd_enable="YES"\nrpcbind_enable="YES"\n', 'freebsd', '/etc/rc.conf')[0], [
      'mountd',
      'rpcbind',
    ]);
    const rpc = 'rstatd/1-3 dgram rpc/udp wait root /usr/sbin/rpc.rstatd rpc.rstatd\n';
    assert.deepEqual(turned(isOn('portmap'), 'redhat', 'chkconfig.txt', [rpc])[0], ['portmap'], 'its entry is commented out');
    assert.deepEqual(turned(isOn('portmap'), 'redhat', 'chkconfig.txt', [`# daemonlint: keep rstatd\n${rpc}`])[0], []);
  });

  it('stops sockets before the services that they start', () => {
    const names = planFor(isOn('portmap'), 'systemd')?.services.map((step) => step.names);
    assert.equal(names?.length, 1);
    for (const units of names ?? []) {
      const types = units.map((unit) => unit.replace(/^.*\./, ''));
      assert.ok(types.includes('socket'), units.join(' '));
      assert.ok(types.lastIndexOf('socket') < types.indexOf('service'), units.join(' '));
    }
  });

  it('comments out no entry that gives atd work, and says why', () => {
    const jobs = '1 1 * * * root at now </srv/night\n2 1 * * * root batch </srv/night\n';
    const plan = (atd: string) =>
      planOf(
        Object.entries({ 'etc/crontab': jobs, 'chkconfig.txt': atd }).map(([path, text]) => ({ path, reading: readAs(`/${path}`, text) })),
        'redhat',
      );
    const off = plan('atd 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n');
    assert.deepEqual([off?.lines, off?.services], [[], []]);
    assert.deepEqual(off?.left, [
      'etc/crontab calls at, which needs atd: commented out, that job would be lost. Give it a line of its own in a crontab.',
      'etc/crontab calls batch, which needs atd: commented out, that job would be lost. Give it a line of its own in a crontab.',
    ]);
    const on = plan(isOn('atd'));
    assert.deepEqual([on?.lines, on?.services.map(({ names }) => names)], [[], [['atd']]]);
    assert.deepEqual(on?.left, [
      'etc/crontab calls at, and atd is turned off here: give that job a line of its own in a crontab.',
      'etc/crontab calls batch, and atd is turned off here: give that job a line of its own in a crontab.',
    ]);
  });

  describe('for a sendmail that is off already', () => {
    const OFF = 'sendmail 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n';
    const planOn = (crontabs: Readonly<Record<string, string>>, listing = OFF) =>
      planOf(
        Object.entries({ 'chkconfig.txt': listing, ...crontabs }).map(([path, text]) => ({
          path,
          reading: readAs(path, text, {}, path === 'chkconfig.txt' ? crontabs : {}),
        })),
        undefined,
      );

    it('adds the run of its queue to the crontab that the finding names, with the finding above it', () => {
      const job = '0 4 * * * /usr/local/sbin/job >/dev/null\n';
      const asRoot = job.replace('* /', '* root /');
      const told = (crontabs: Readonly<Record<string, string>>) => {
        const plan = planOn(crontabs);
        assert.deepEqual([plan?.lines, plan?.services, plan?.left], [[], [], []]);
        assert.match(plan?.queue?.reason ?? '', /^sendmail is off and nothing runs its queue: .* \(queue-not-run\)$/);
        assert.ok(plan?.queue?.reason.includes(`from ${plan.queue.path.slice(1)}.`));
        return [plan?.queue?.path, plan?.queue?.lines.old, plan?.queue?.reader];
      };
      assert.deepEqual(told({ 'var/spool/cron/root': job }), ['/var/spool/cron/root', '16 * * * * /usr/sbin/sendmail -q', 'spool']);
      const system = '16 * * * * root /usr/sbin/sendmail -q';
      assert.deepEqual(told({ 'etc/crontab': asRoot }), ['/etc/crontab', system, undefined]);
      assert.deepEqual(told({ 'var/spool/cron/root': job, 'etc/crontab': asRoot }), ['/etc/crontab', system, undefined]);
      assert.deepEqual(told({ 'etc/cron.d/site': asRoot }), ['/etc/cron.d/site', system, undefined]);
    });

    it('leaves it to the reader where no path tells which file of the host takes the line', () => {
      const plan = planOn({ crontab: '0 4 * * * root /usr/local/sbin/job\n' });
      assert.equal(plan?.queue, undefined);
      assert.deepEqual(plan?.left, [
        "nothing runs the queue of sendmail, and the paths of the crontabs do not tell where these lie on the host. Add a line to root's crontab: 16 * * * * /usr/sbin/sendmail -q; for sendmail 8.12 and later: 16 * * * * /usr/sbin/sendmail -L sm-msp-queue -Ac -q.",
      ]);
    });

    it('adds nothing where the queue is run, another mailer is on, or somebody says that it is meant so', () => {
      const crontab = '0 4 * * * root /usr/local/sbin/job\n';
      for (const [crontabs, listing] of [
        [{ 'etc/crontab': `${crontab}16 * * * * root /usr/sbin/sendmail -q\n` }, OFF],
        [{ 'etc/crontab': crontab }, `${OFF}postfix 0:off 1:off 2:on 3:on 4:on 5:on 6:off\n`],
        [{ 'etc/crontab': crontab }, `${OFF}exim 0:off 1:off 2:on 3:on 4:on 5:on 6:off\n`],
        [{ 'etc/crontab': crontab }, `# daemonlint: ignore[queue-not-run]: a null client\n${OFF}`],
      ] as const) {
        const plan = planOn(crontabs, listing);
        assert.deepEqual([plan?.queue, plan?.left], [undefined, []], listing);
      }
    });
  });

  it('leaves the programs of CUPS their permissions', () => {
    assert.equal(planFor(isOn('lpd'), 'redhat')?.modes.length, 1);
    const reading = readAs('chkconfig.txt', `# daemonlint: keep cups\n${isOn('lpd')}${isOn('cups')}`);
    assert.deepEqual(planOf([{ path: 'chkconfig.txt', reading }], 'redhat')?.modes, []);
  });

  it('gives a script for any text whatever', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: 'binary' }),
        fc.constantFrom(...planSystems),
        (listing, inetd, system) => {
          const plan = planFor(listing, system, inetd);
          assert.ok(plan);
          assert.match(planScript(plan, { version: '1', from: listing }), /^#!\/bin\/sh\n# Turns off/);
        },
      ),
    );
  });
});
