/** Names in the knowledge base: each matches in its own place alone. */
import assert from 'node:assert/strict';
import type { Aliases, Fact } from '../../core/src/knowledge/fact.js';
import {
  factByCommand,
  factById,
  factByProgram,
  factByRpc,
  factByScript,
  factByService,
  factByUnit,
  facts,
  factsNamed,
  knownNameAt,
} from '../../core/src/knowledge/index.js';

const words = (text: string) => text.trim().split(/\s+/);

function fact(id: string): Fact {
  const found = factById(id);
  assert.ok(found, `no fact ${id}`);
  return found;
}

describe('knowledge: names', () => {
  it('gives no name of one place to two facts', () => {
    for (const place of ['scripts', 'units', 'programs', 'commands', 'rpc', 'services'] satisfies (keyof Aliases)[]) {
      const owner = new Map<string, string>();
      for (const { id, aliases } of facts)
        for (const alias of new Set((aliases[place] ?? []).map(String))) {
          if (place === 'services' && /^\d+$/.test(alias)) continue;
          assert.equal(owner.get(alias), undefined, `${place} ${alias}: ${owner.get(alias)} and ${id}`);
          owner.set(alias, id);
        }
    }
  });

  it('finds each name of a command line as a word, with what may stand around it, and in no longer word', () => {
    const names = facts.flatMap(({ aliases: { programs = [], commands = [], scripts = [], units = [] } }) => [
      ...programs,
      ...commands,
      ...scripts,
      ...units,
    ]);
    assert.ok(names.length > 200);
    for (const name of names) {
      for (const word of [name, `S50${name}`, `${name}.service`]) {
        assert.equal(knownNameAt(`0 4 * * * x /y/${word}; x`, 0), 15, word);
        assert.equal(knownNameAt(word, 0), 0, word);
      }
      for (const word of [`Q${name}`, `${name}Q`, `+${name}`, `${name}@`]) assert.equal(knownNameAt(`x ${word} x`, 0), -1, word);
      assert.equal(knownNameAt(`${name} ${name}`, 1), name.length + 1, name);
    }
  });

  it('gives no port of one protocol to two services by number, and none that the service does not have', () => {
    const owner = new Map<string, string>();
    for (const { id, aliases, ports = [] } of facts)
      for (const number of (aliases.services ?? []).filter((alias) => /^\d+$/.test(alias))) {
        const own = ports.filter((port) => port.number === Number(number));
        assert.ok(own.length > 0, `${id}: ${number}`);
        for (const { protocol } of own) {
          assert.equal(
            owner.get(`${number}/${protocol}`),
            undefined,
            `${number}/${protocol}: ${owner.get(`${number}/${protocol}`)} and ${id}`,
          );
          owner.set(`${number}/${protocol}`, id);
        }
      }
  });

  const found = (lookup: (name: string) => Fact | undefined, name: string, id: string) =>
    it(`${name} is ${id}`, () => assert.equal(lookup(name)?.id, id));

  describe('of programs', () => {
    for (const [path, id] of Object.entries({
      '/usr/sbin/in.telnetd': 'telnet',
      telnetd: 'telnet',
      '/sbin/rpc.statd': 'nfslock',
      '/usr/sbin/rpc.rstatd': 'rstatd',
      '/usr/sbin/atd': 'atd',
      '/usr/sbin/sendmail': 'sendmail',
      'in.identd': 'identd',
      '/usr/sbin/smbd': 'smb',
      '/usr/sbin/sshd': 'sshd',
    }))
      found(factByProgram, path, id);

    for (const word of words(
      'who echo time rsync netstat at batch inet auth shell login exec ident discard mail domain network random status talk finger systat users source',
    ))
      it(`${word} is an ordinary word`, () => assert.equal(factByProgram(word), undefined));

    it('are known by a path only where the system keeps programs', () => {
      for (const folder of words(
        '/bin /sbin /usr/bin /usr/sbin /usr/lib /usr/lib/apache /usr/lib64/x /usr/libexec /usr/libexec/x /lib/x /usr/local/bin /usr/local/sbin /usr/local/libexec /usr/local/apache2/bin /usr/pkg/sbin /usr/etc /usr/ucb /usr/lbin /usr/dt/bin /usr/openwin/bin /usr/X11R6/bin /etc /opt/bin /var/qmail/bin',
      )) {
        assert.equal(factByProgram(`${folder}/httpd`)?.id, 'httpd', folder);
        assert.equal(factByCommand(`${folder}/batch`)?.id, 'atd', folder);
      }
      for (const folder of words(
        '/opt/myapp /opt/myapp/bin /home/x/bin /home/x/usr/sbin . ./bin bin .. ~/bin $HOME/bin /srv/sbin /usr/sbin/x /usr/src/lib /library/x /usr/local/own/bin /etc/init.d /etc/httpd /tmp /root/bin',
      )) {
        assert.equal(factByProgram(`${folder}/httpd`), undefined, folder);
        assert.equal(factByCommand(`${folder}/batch`), undefined, folder);
      }
      assert.equal(factByProgram('/httpd'), undefined);
    });

    it('at and batch are commands that use atd', () => {
      assert.equal(factByCommand('/usr/bin/at')?.id, 'atd');
      assert.equal(factByCommand('batch')?.id, 'atd');
      assert.equal(factByCommand('atd'), undefined);
    });

    it('rsync is a daemon only when told so, and sendmail runs its queue without being one', () => {
      assert.equal(factByCommand('rsync')?.id, 'rsync');
      assert.deepEqual(fact('rsync').daemonArguments, ['--daemon']);
      assert.ok(!fact('sendmail').daemonArguments?.some((argument) => '-q'.startsWith(argument) || '-bs'.startsWith(argument)));
    });

    it('postfix is never called sendmail', () => {
      for (const place of ['scripts', 'units', 'programs', 'commands', 'services'] as const)
        assert.ok(!(fact('postfix').aliases[place] ?? []).some((name) => name.includes('sendmail')), place);
    });
  });

  describe('of rc scripts', () => {
    for (const [name, id] of Object.entries({
      inet: 'inetd',
      'openbsd-inetd': 'inetd',
      xinetd: 'inetd',
      cron: 'crond',
      bind9: 'named',
      samba: 'smb',
      rpcbind: 'portmap',
      'nfs-common': 'nfslock',
      sysklogd: 'syslog',
      rsyslog: 'rsyslog',
      ssh: 'sshd',
      cups: 'cups',
      exim4: 'exim',
      networking: 'networking',
      'tftpd-hpa': 'tftp',
      atftpd: 'tftp',
    }))
      found(factByScript, name, id);

    for (const name of words('rsync telnet ftp who 23 sm-client rc.local'))
      it(`${name} is none that is known`, () => assert.equal(factByScript(name), undefined));
  });

  describe('of units', () => {
    for (const [name, id] of Object.entries({
      atd: 'atd',
      'atd.service': 'atd',
      'rpcbind.socket': 'portmap',
      'named.service': 'named',
      'telnet.socket': 'telnet',
      'tftpd-hpa.service': 'tftp',
      'atftpd.socket': 'tftp',
    }))
      found(factByUnit, name, id);
    it('a timer is not its service', () => assert.equal(factByUnit('atd.timer'), undefined));
  });

  describe('of services', () => {
    for (const [name, id] of Object.entries({
      telnet: 'telnet',
      'pop-3': 'pop3',
      imap2: 'imap',
      ident: 'auth',
      who: 'rwhod',
      linuxconf: 'inetd:linuxconf',
      rsh: 'shell',
      ssh: 'sshd',
      imaps: 'imaps',
      'echo-udp': 'echo',
    }))
      found(factByService, name, id);

    it('is case-sensitive, as inetd is', () => assert.equal(factByService('TELNET'), undefined));

    for (const [port, protocol, id] of [
      ['23', 'tcp', 'telnet'],
      ['21', 'tcp6', 'ftp'],
      ['79', undefined, 'finger'],
      ['512', 'tcp', 'exec'],
      ['512', 'udp', 'comsat'],
      ['512', undefined, 'exec'],
      ['513', 'tcp4', 'login'],
      ['513', 'udp6', 'rwhod'],
      ['514', 'tcp', 'shell'],
      ['514', 'udp', 'syslog'],
      ['69', undefined, 'tftp'],
      ['7', 'udp', 'echo'],
      ['23', 'udp', undefined],
      ['7777', 'tcp', undefined],
    ] as const)
      it(`${port}${protocol === undefined ? '' : `/${protocol}`} is ${id ?? 'nothing known'}`, () =>
        assert.equal(factByService(port, protocol)?.id, id));
  });

  describe('of RPC', () => {
    for (const [name, id] of Object.entries({
      '100001': 'inetd:rstatd',
      rstatd: 'inetd:rstatd',
      '100000': 'portmap',
      '100024': 'nfslock',
      kcms_server: 'kcms',
      '100232': 'sadmind',
    }))
      found(factByRpc, name, id);
    it('mount is no program', () => {
      assert.equal(factByRpc('mount')?.id, 'mountd');
      assert.equal(factByProgram('mount'), undefined);
    });
  });

  it('of a person: any alias, in any case, and the same thing elsewhere', () => {
    const named = (name: string) => factsNamed(name).map(({ id }) => id);
    assert.deepEqual(named('rstatd').sort(), ['inetd:rstatd', 'rstatd']);
    assert.deepEqual(named('Snmpd'), ['snmpd']);
    assert.deepEqual(named('statd'), ['nfslock']);
    assert.deepEqual(named('23').sort(), ['ktelnet', 'telnet']);
    assert.deepEqual(named('100008').sort(), ['rwalld', 'walld']);
    assert.deepEqual(named('smbd').sort(), ['netbios-ns', 'netbios-ssn', 'smb']);
    assert.deepEqual(named('/usr/sbin/in.identd').sort(), ['auth', 'identd']);
    assert.deepEqual(named('atd.service'), ['atd']);
    assert.deepEqual(named('linuxconf').sort(), ['inetd:linuxconf', 'linuxconf']);
    assert.deepEqual(named('telnot'), []);
  });
});
