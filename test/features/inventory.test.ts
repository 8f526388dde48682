/** The inventory: services with the places that turn them on or off. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Host, type HostService, inventoryOf, summarise } from '../../core/src/index.js';
import { readAs } from '../support.js';

const hostOf = (files: Readonly<Record<string, string>>): Host => ({
  root: '/h',
  files: Object.entries(files).map(([path, text]) => summarise(path, readAs(path, text).document)),
});

const link = (name: string) => `lrwxrwxrwx 1 root root 16 Jan 1 2000 ${name} -> ../init.d/${name.slice(3)}\n`;
const rc = (level: string, ...names: readonly string[]) => `/etc/rc.d/rc${level}.d:\n${names.map(link).join('')}`;
const TELNET = 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n';

/** `name state level: file:line state, …` */
const shown = ({ name, state, level, places }: HostService): string =>
  `${name} ${state}${level ? ` ${level}` : ''}: ${places.map((at) => `${at.file}:${at.place.line + 1} ${at.state}`).join(', ')}`;

const said = (files: Readonly<Record<string, string>>, keep: readonly string[] = []) => inventoryOf(hostOf(files), keep).map(shown);

describe('the inventory of a host', () => {
  it('puts the places of one service together, whatever each file calls it', () => {
    assert.deepEqual(
      said({
        'rc3.d.txt': rc('3', 'K50snmpd', 'S40crond'),
        'etc/crontab': '@reboot root /usr/sbin/snmpd\n',
        'etc/inetd.conf': `# old\n${TELNET}#finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n`,
      }),
      [
        'crond on: rc3.d.txt:3 on',
        'finger commented: etc/inetd.conf:3 commented',
        'snmpd on warning: etc/crontab:1 on, rc3.d.txt:2 off',
        'telnet on warning: etc/inetd.conf:2 on',
      ],
    );
  });

  it('tells whom a place runs as and what it runs', () => {
    const [telnet] = inventoryOf(hostOf({ 'etc/inetd.conf': TELNET }));
    const [place] = telnet?.places ?? [];
    assert.deepEqual([telnet?.fact, place?.user, place?.program, place?.kind], ['telnet', 'root', 'in.telnetd', 'inetd']);
    assert.match(telnet?.verdict ?? '', /^Turn it off/);
  });

  it('hears runlevels 0, 1 and 6 on nothing', () => {
    assert.deepEqual(said({ 'rc1.d.txt': rc('1', 'S50snmpd') }), ['snmpd off: rc1.d.txt:2 off']);
    const both = { 'rc1.d.txt': rc('1', 'S50snmpd'), 'etc/crontab': '#@reboot root /usr/sbin/snmpd\n' };
    assert.deepEqual(said(both), ['snmpd commented: etc/crontab:1 commented, rc1.d.txt:2 off']);
  });

  it('does not take a user of a daemon for what starts it', () => {
    const [atd] = inventoryOf(hostOf({ 'etc/crontab': '0 5 * * * root echo /opt/report | at now\n' }));
    assert.deepEqual([atd?.name, atd?.state, atd?.level, atd?.places[0]?.uses], ['atd', 'off', undefined, true]);
    assert.deepEqual(said({ 'etc/crontab': '0 5 * * * root echo x | at now\n', 'rc3.d.txt': rc('3', 'S40atd') }), [
      'atd on warning: etc/crontab:1 on, rc3.d.txt:2 on',
    ]);
  });

  it('has nothing against what is meant to be on', () => {
    assert.deepEqual(said({ 'etc/inetd.conf': TELNET }, ['telnet']), ['telnet on: etc/inetd.conf:1 on']);
    assert.deepEqual(said({ 'etc/inetd.conf': `# daemonlint: keep telnet\n${TELNET}` }), ['telnet on: etc/inetd.conf:2 on']);
  });

  it('knows services that have no fact by the names that the files give them', () => {
    assert.deepEqual(
      said({ 'etc/inetd.conf': 'omni stream tcp nowait root /opt/omni/lbin/inet inet\n', 'rc3.d.txt': rc('3', 'S99omni') }),
      ['omni on: etc/inetd.conf:1 on, rc3.d.txt:2 on'],
    );
  });

  it('does not depend on the order of the files', () => {
    const { files } = hostOf({
      'rc3.d.txt': rc('3', 'S50inet', 'K50snmpd', 'S40crond'),
      'rc5.d.txt': rc('5', 'S50snmpd'),
      'etc/inetd.conf': TELNET.repeat(2),
      'etc/crontab': '@reboot root /usr/sbin/snmpd\n',
    });
    const expected = inventoryOf({ root: '', files });
    fc.assert(
      fc.property(fc.shuffledSubarray([...files], { minLength: files.length }), (mixed) => {
        assert.deepEqual(inventoryOf({ root: '', files: mixed }), expected);
      }),
    );
  });
});
