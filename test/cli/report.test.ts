/** `daemonlint report`: the picture of a host, for people and for programs. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { DENIED } from '../workspace/memory.js';
import { daemonlint, FINGER, TELNET } from './memory-io.js';

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const valid = ajv.compile(JSON.parse(readFileSync('schemas/host-report.schema.json', 'utf8')));

interface Told {
  readonly hosts: readonly {
    readonly root: string;
    readonly services: readonly {
      readonly name: string;
      readonly state: string;
      readonly level: string | null;
      readonly places: readonly {
        readonly file: string;
        readonly link: string | null;
        readonly line: number;
        readonly state: string;
        readonly when: string;
      }[];
    }[];
    readonly unwanted: readonly string[];
    readonly left: readonly string[];
    readonly boots: unknown;
  }[];
}

const TREE = {
  '/h/m/etc/inetd.conf': TELNET + FINGER,
  '/h/m/etc/crontab': '@reboot root /usr/sbin/snmpd\n0 5 * * * root echo x | at now\n',
  '/h/m/rc3.d.txt': '/etc/rc.d/rc3.d:\nK50snmpd -> ../init.d/snmpd\nS40crond -> ../init.d/crond\n',
};

async function told(args: readonly string[], tree: Record<string, string | typeof DENIED> = TREE) {
  const { stdout, status, stderr } = await daemonlint(['report', '--format', 'json', ...args], tree);
  const value: Told = JSON.parse(stdout);
  assert.ok(valid(JSON.parse(stdout)), ajv.errorsText(valid.errors));
  return { value, status, stderr };
}

describe('report', () => {
  it('tells programs of each service, its state and its places', async () => {
    const { value, status } = await told(['m']);
    const [host] = value.hosts;
    assert.ok(host);
    assert.deepEqual([status, value.hosts.length, host.root], [0, 1, 'm']);
    const said = host.services.map(
      ({ name, state, level, places }) =>
        `${name} ${state} ${level}: ${places.map((at) => `${at.file}:${at.line} ${at.state} ${at.when}`).join(', ')}`,
    );
    assert.deepEqual(said, [
      'crond on null: rc3.d.txt:3 on runlevels',
      'finger on warning: etc/inetd.conf:2 on socket',
      'snmpd on warning: etc/crontab:1 on boot, rc3.d.txt:2 off runlevels',
      'telnet on warning: etc/inetd.conf:1 on socket',
      'atd off null: etc/crontab:2 on clock',
    ]);
    assert.deepEqual([host.unwanted, host.left], [['finger', 'snmpd', 'telnet'], ['crond']]);
    assert.deepEqual(host.boots, [{ levels: ['3'], steps: [{ order: 40, name: 'crond', level: null }] }]);
  });

  it('names the link where the place is one of a directory', async () => {
    const { value } = await told(['m'], { '/h/m/etc/rc3.d/S50snmpd': '', '/h/m/etc/rc3.d/K20nfs': '', '/h/m/etc/inetd.conf': FINGER });
    const places = value.hosts.flatMap(({ services }) => services.flatMap(({ places: all }) => all.map(({ file, link }) => [file, link])));
    assert.deepEqual(places.sort(), [
      ['etc/inetd.conf', null],
      ['etc/rc3.d', 'K20nfs'],
      ['etc/rc3.d', 'S50snmpd'],
    ]);
    const { stdout } = await daemonlint(['report', '--format', 'markdown', 'm'], { '/h/m/etc/rc3.d/S50snmpd': '' });
    assert.match(stdout, /`etc\/rc3\.d\/S50snmpd` on in runlevel 3/);
  });

  it('hears of what the project means to keep', async () => {
    const { value } = await told(['m'], { ...TREE, '/h/.daemonlint.json': '{"keep": ["telnet"]}' });
    assert.deepEqual(value.hosts[0]?.unwanted, ['finger', 'snmpd']);
  });

  it('is a page unless told otherwise, of the current folder where none is named', async () => {
    const { stdout, status } = await daemonlint(['report'], { '/h/etc/inetd.conf': TELNET });
    assert.equal(status, 0);
    assert.match(stdout, /^<!DOCTYPE html>[\s\S]*<h1>Host <bdi>h<\/bdi><\/h1>/);
    assert.match((await daemonlint(['report', '--format', 'markdown', 'm'], TREE)).stdout, /^# Host m\n/);
  });

  it('tells of several hosts, in one page with a table of them', async () => {
    const tree = { '/h/a/etc/inetd.conf': TELNET, '/h/b/etc/inetd.conf': FINGER, '/h/<c>/etc/inetd.conf': `#${TELNET}` };
    assert.deepEqual(
      (await told(['.'], tree)).value.hosts.map(({ root }) => root),
      ['<c>', 'a', 'b'],
    );
    const page = await daemonlint(['report'], tree);
    assert.deepEqual([page.status, page.stderr], [0, '']);
    assert.match(page.stdout, /^<!DOCTYPE html>[\s\S]*<title>3 hosts of h<\/title>[\s\S]*<h1>3 hosts of <bdi>h<\/bdi><\/h1>/);
    assert.match(
      page.stdout,
      /<tr class="fine"><th scope="row"><a href="#host-0"><bdi>&lt;c&gt;<\/bdi><\/a><\/th><td class="number">0<\/td><td class="number">0<\/td><td class="number">0<\/td><td class="number">1<\/td>/,
    );
    assert.match(page.stdout, /<tr class="warning"><th scope="row"><a href="#host-1"><bdi>a<\/bdi>/);
    const ids = [...page.stdout.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    assert.equal(new Set(ids).size, ids.length, 'each once');
    for (const [, to] of page.stdout.matchAll(/ href="#([^"]+)"/g)) assert.ok(ids.includes(to), to);
    assert.deepEqual((await told(['--one', '.'], tree)).value.hosts.length, 1);
  });

  it('says what it cannot tell, and tells the rest', async () => {
    assert.match((await daemonlint(['report', 'gone'])).stderr, /^daemonlint: gone: does not exist\n$/);
    assert.match((await daemonlint(['report', 'm/etc/inetd.conf'], TREE)).stderr, /is not a folder/);
    assert.match((await daemonlint(['report'], { '/h/README': 'x' })).stderr, /holds no file/);
    const { status, stderr, value } = await told(['m'], { ...TREE, '/h/m/etc/cron.d/x': DENIED });
    assert.deepEqual([status, stderr, value.hosts.length], [2, 'daemonlint: m/etc/cron.d/x: permission denied\n', 1]);
  });
});
