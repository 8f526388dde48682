/** The knowledge base: complete, sourced, unambiguous, and found by the right names only. */
import assert from 'node:assert/strict';
import { commandsFor } from '../../core/src/knowledge/advice.js';
import type { Fact, Statement } from '../../core/src/knowledge/fact.js';
import { factById, facts } from '../../core/src/knowledge/index.js';
import { isProgramWord } from '../../core/src/knowledge/programs.js';
import { sources } from '../../core/src/knowledge/sources.js';
import { isUserName, systemUsers, userAbout } from '../../core/src/knowledge/users.js';

const words = (text: string) => text.trim().split(/\s+/);

const DAEMONS =
  words(`kudzu network portmap nfslock apmd random netfs syslog identd atd crond pcmcia inetd lpd keytable sendmail gpm httpd xfs linuxconf
  anacron arpwatch innd ipchains irda kdcrotate named postgresql pulse pvm rstatd rusersd rwalld rwhod smb snmpd`);

const SERVICES =
  words(`telnet ftp shell login exec finger tftp talk ntalk dtalk comsat uucp systat netstat echo discard chargen daytime time pop2 pop3 imap auth
  bootps inetd:linuxconf swat nntp smtp inetd:rstatd inetd:rusersd walld sprayd rquotad rexd ypupdated sadmind ttdbserverd cmsd dtspcd kcms fs printer klogin kshell
  eklogin vnc cvspserver rsync netbios-ssn netbios-ns amanda sgi-dgl mountd`);

const BESIDE = words(
  'iptables nftables firewalld ufw sshd dropbear acpid rsyslog syslog-ng journald systemd-cron NetworkManager networking postfix exim',
);

const REJECTED = ['CVE-1999-0614', 'CVE-1999-0615', 'CVE-1999-0616', 'CVE-1999-0619', 'CVE-1999-0644'];

function fact(id: string): Fact {
  const found = factById(id);
  assert.ok(found, `no fact ${id}`);
  return found;
}

const statements = ({ what, risk, today, changed }: Fact): Statement[] => [what, risk, today, ...(changed ? [changed] : [])];

describe('knowledge: what it holds', () => {
  it('has the 36 daemons of the article, 53 services of inetd, and what stands beside them', () => {
    assert.equal(DAEMONS.length, 36);
    assert.equal(SERVICES.length, 53);
    for (const id of DAEMONS) assert.equal(fact(id).type, 'daemon', id);
    for (const id of SERVICES) assert.equal(fact(id).type, 'service', id);
    for (const id of BESIDE) assert.equal(fact(id).type, 'daemon', id);
    assert.equal(new Set([...DAEMONS, ...SERVICES, ...BESIDE]).size, 89 + BESIDE.length);
  });

  it('has every id once', () => {
    assert.equal(new Set(facts.map(({ id }) => id)).size, facts.length);
  });

  it('says something in every statement, with a source for it', () => {
    for (const one of facts)
      for (const { text, sources: from } of statements(one)) {
        assert.match(text, /^[A-Za-z].{2,}\.$/, `${one.id}: ${text}`);
        assert.ok(text.length <= 300, `${one.id}: too long: ${text}`);
        assert.ok(from.length > 0, `${one.id} has no source for: ${text}`);
        for (const id of from) assert.ok(Object.hasOwn(sources, id), `${one.id}: ${id}`);
      }
  });

  it('names a known source for every reference and link number, and only addresses of the web', () => {
    for (const { id, references = [], links = [] } of facts) {
      for (const { title, url, source } of references) {
        assert.ok(title.length > 0 && Object.hasOwn(sources, source), `${id}: ${title}`);
        if (url !== undefined) assert.match(url, /^https:\/\/[\w.-]+\/\S*$/, `${id}: ${url}`);
      }
      for (const { start, kill, sources: from } of links) {
        assert.ok(from.length > 0 && from.every((source) => Object.hasOwn(sources, source)), id);
        assert.ok(start !== undefined || kill !== undefined, id);
        for (const number of [start ?? 0, kill ?? 0])
          assert.ok(Number.isInteger(number) && number >= 0 && number <= 99, `${id}: ${number}`);
      }
    }
  });

  it('pairs start and kill numbers where both are known of one system', () => {
    const pairs = (id: string) =>
      (fact(id).links ?? []).flatMap(({ start, kill }) => (start === undefined || kill === undefined ? [] : [[start, kill]]));
    assert.deepEqual(pairs('sendmail'), [[80, 30]]);
    assert.deepEqual(pairs('smb'), [[91, 35]]);
    assert.deepEqual(pairs('inetd'), [[56, 50]]);
    assert.deepEqual(pairs('crond'), [
      [40, 60],
      [90, 60],
    ]);
    assert.deepEqual(pairs('atd'), [[95, 5]]);
  });

  it('links each CVE to its record and each control of Lynis to its page', () => {
    const all = facts.flatMap(({ references = [] }) => references);
    const records = all.filter(({ title }) => title.startsWith('CVE-'));
    assert.ok(records.length > 50);
    for (const { title, url } of records) assert.equal(url, `https://www.cve.org/CVERecord?id=${/^CVE-\d{4}-\d{4,}/.exec(title)?.[0]}`);
    for (const { title, url } of all.filter(({ source }) => source === 'LYN'))
      assert.equal(url, `https://cisofy.com/lynis/controls/${title.replace('Lynis ', '')}/`);
  });

  it('never shows an identifier that was rejected', () => {
    const everything = JSON.stringify([facts, sources]);
    for (const id of REJECTED) assert.ok(!everything.includes(id), id);
  });

  it('has a condition that reads on after "unless" wherever the verdict needs one', () => {
    for (const { id, article } of facts) {
      if (article.verdict === 'off-unless') assert.ok(article.unless, id);
      if (article.unless !== undefined) assert.match(article.unless, /^[a-z]\w* .*[^.]$/, id);
    }
  });

  it('says both what held in 2000 and what holds today, where the two differ', () => {
    assert.match(fact('ipchains').changed?.text ?? '', /without any rules.*[Tt]oday.*turn one on/);
    assert.match(fact('telnet').changed?.text ?? '', /2000.*GNU inetutils.*CVE-2026-24061.*26 January 2026/);
    for (const id of ['portmap', 'xfs', 'sendmail']) assert.ok(fact(id).changed, id);
  });

  it('joins what is the same thing, both ways, and names only facts that exist', () => {
    for (const { id, same = [], servedBy = [] } of facts) {
      for (const other of same) assert.ok(fact(other).same?.includes(id), `${id} and ${other}`);
      for (const other of servedBy) assert.notEqual(fact(other).id, id);
    }
    assert.deepEqual(fact('syslog').servedBy, ['rsyslog', 'syslog-ng', 'journald']);
    assert.deepEqual(fact('crond').servedBy, ['systemd-cron']);
    assert.ok(fact('network').servedBy?.includes('NetworkManager'));
  });
});

describe('knowledge: levels', () => {
  const expected: Readonly<Record<string, string>> = {
    warning: `rwalld atd snmpd gpm rstatd rusersd rwhod pvm innd inetd:rstatd inetd:rusersd telnet ftp pop2 pop3 imap uucp cvspserver swat inetd:linuxconf vnc
      shell login exec klogin kshell tftp finger systat netstat walld sprayd rquotad rexd ypupdated sadmind ttdbserverd cmsd dtspcd kcms sgi-dgl talk ntalk dtalk`,
    info: `sendmail portmap nfslock httpd lpd named postgresql smb xfs identd arpwatch pulse inetd discard bootps rsync amanda smtp nntp auth printer
      netbios-ssn netbios-ns mountd fs comsat eklogin ypserv ypbind`,
    hint: 'kudzu apmd pcmcia irda netfs kdcrotate linuxconf ipchains',
    none: `network syslog crond random keytable anacron ${BESIDE.join(' ')}`,
  };

  for (const [level, ids] of Object.entries(expected))
    it(`${level}`, () => {
      for (const id of words(ids)) assert.equal(fact(id).level, level, id);
    });

  it('warns of what UDP reflects and only mentions the same over TCP', () => {
    for (const id of ['echo', 'chargen', 'daytime', 'time']) assert.deepEqual(fact(id).level, { tcp: 'info', udp: 'warning' }, id);
  });

  it('is milder on tftpd that is locked into a folder', () => {
    const { milder } = fact('tftp');
    assert.deepEqual(milder?.arguments, ['-s', '--secure']);
    assert.ok(milder?.pathOptions?.includes('-m'));
    assert.equal(milder?.level, 'info');
  });

  it('covers every row of the article and of inetd', () => {
    const covered = new Set([...Object.values(expected).flatMap(words), 'echo', 'chargen', 'daytime', 'time']);
    for (const id of [...DAEMONS, ...SERVICES]) assert.ok(covered.has(id), id);
  });

  it('marks what must stay on, what protects, and what logs in', () => {
    const withTrait = (trait: string) =>
      facts.filter(({ traits = [] }) => (traits as readonly string[]).includes(trait)).map(({ id }) => id);
    assert.deepEqual(withTrait('protected').sort(), ['dropbear', 'firewalld', 'iptables', 'nftables', 'sshd', 'ufw']);
    assert.deepEqual(withTrait('secure-login').sort(), ['dropbear', 'sshd']);
    assert.deepEqual(withTrait('super-server'), ['inetd']);
    for (const id of ['network', 'syslog', 'crond']) assert.ok(withTrait('essential').includes(id), id);
    for (const id of ['telnet', 'shell', 'login', 'exec']) assert.ok(withTrait('remote-login').includes(id), id);
    for (const id of withTrait('protected')) assert.equal(fact(id).level, 'none', id);
  });
});

describe('knowledge: advice', () => {
  const off = (id: string) => Object.fromEntries(commandsFor(fact(id)).map(({ system, off: commands }) => [system, commands]));
  const on = (id: string) => Object.fromEntries(commandsFor(fact(id)).map(({ system, on: commands }) => [system, commands]));

  it('turns atd off and on on each system that has it', () => {
    assert.deepEqual(off('atd'), {
      'Red Hat': ['chkconfig atd off', '/etc/rc.d/init.d/atd stop'],
      Debian: ['update-rc.d atd disable', 'invoke-rc.d atd stop'],
      systemd: ['systemctl disable --now atd.service'],
      OpenRC: ['rc-update -a del atd', 'rc-service atd stop'],
    });
    assert.deepEqual(on('atd'), {
      'Red Hat': ['chkconfig atd on', '/etc/rc.d/init.d/atd start'],
      Debian: ['update-rc.d atd enable', 'invoke-rc.d atd start'],
      systemd: ['systemctl enable --now atd.service'],
      OpenRC: ['rc-update add atd default', 'rc-service atd start'],
    });
    assert.match(commandsFor(fact('atd'))[0]?.note ?? '', /note its mode first/);
  });

  it('turns portmap off by the name of each system, its socket too', () => {
    assert.deepEqual(off('portmap'), {
      'Red Hat': ['chkconfig portmap off', '/etc/rc.d/init.d/portmap stop'],
      Debian: ['update-rc.d rpcbind disable', 'invoke-rc.d rpcbind stop'],
      systemd: ['systemctl disable --now rpcbind.service rpcbind.socket'],
      OpenRC: ['rc-update -a del rpcbind', 'rc-service rpcbind stop'],
      FreeBSD: ['sysrc rpcbind_enable=NO', 'service rpcbind onestop'],
      OpenBSD: ['rcctl disable portmap', 'rcctl stop portmap'],
    });
  });

  it('turns all of sendmail off on FreeBSD', () => {
    const commands = off('sendmail');
    assert.deepEqual(commands.FreeBSD, [
      'sysrc sendmail_enable=NONE sendmail_submit_enable=NO sendmail_outbound_enable=NO sendmail_msp_queue_enable=NO',
      'service sendmail onestop',
    ]);
    assert.deepEqual(commands['Red Hat'], ['chkconfig sendmail off', '/etc/rc.d/init.d/sendmail stop']);
    assert.deepEqual(commands.Debian, ['update-rc.d sendmail disable', 'invoke-rc.d sendmail stop']);
    assert.deepEqual(commands.systemd, ['systemctl disable --now sendmail.service']);
    assert.deepEqual(commands.OpenBSD, ['rcctl disable sendmail', 'rcctl stop sendmail']);
  });

  it('comments a service of inetd out and signals inetd, or asks xinetd', () => {
    assert.deepEqual(off('shell'), {
      inetd: ['kill -HUP $(cat /var/run/inetd.pid)'],
      'Red Hat': ['chkconfig rsh off'],
      Debian: ['update-inetd --disable shell'],
      systemd: ['systemctl disable --now rsh.socket'],
    });
    assert.match(commandsFor(fact('shell'))[0]?.note ?? '', /^First put # in column 1 of every line of shell/);
    assert.deepEqual(off('telnet')['Red Hat'], ['chkconfig telnet off']);
    assert.deepEqual(off('cups').systemd, ['systemctl disable --now cups.service cups.socket cups.path']);
  });

  it('never says how to turn off what protects, never removes, and never names one system twice', () => {
    for (const one of facts) {
      const commands = commandsFor(one);
      if (one.traits?.includes('protected')) assert.deepEqual(commands, [], one.id);
      assert.equal(new Set(commands.map(({ system }) => system)).size, commands.length, one.id);
      for (const { off: given, on: back } of commands) {
        assert.ok(given.length > 0 && back.length > 0, one.id);
        assert.doesNotMatch(given.join('\n'), /\b(?:remove|purge|rm)\b/, one.id);
      }
    }
  });

  it('knows how to turn off everything it warns of', () => {
    for (const one of facts) if (one.level !== 'none') assert.ok(commandsFor(one).length > 0, one.id);
  });
});

describe('knowledge: users and programs', () => {
  it('knows the usual users, with a group or a class behind them', () => {
    for (const name of ['root', 'nobody', 'nobody.tty', 'root:wheel', 'www-data', 'operator']) assert.ok(isUserName(name), name);
    assert.equal(userAbout('nobody.tty'), systemUsers.nobody);
    for (const name of ['', 'constructor', 'ann', '/usr/bin/perl', 'toString']) assert.equal(userAbout(name), undefined, name);
  });

  it('knows commands on sight, and no prose', () => {
    for (const word of words(
      'test run-parts sh perl find rsync curl certbot logrotate newsyslog savelogs periodic ntpdate sendmail mail tee cd nice flock env sudo [ at',
    ))
      assert.ok(isProgramWord(word), word);
    for (const word of words('the run every day this backup command user-name must not Monday')) assert.ok(!isProgramWord(word), word);
  });
});
