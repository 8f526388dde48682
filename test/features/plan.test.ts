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
