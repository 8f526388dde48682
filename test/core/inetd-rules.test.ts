/** The rules of inetd.conf alone, its facts and its switches. */
import assert from 'node:assert/strict';
import { inetd } from '../../core/src/kinds/inetd/index.js';
import { factByProgram, factByRpc, factByService } from '../../core/src/knowledge/index.js';
import type { Context } from '../../core/src/model/context.js';
import type { Example } from '../../core/src/model/rule.js';
import { applyEdits } from '../../core/src/text/edit.js';
import { bare } from '../support.js';

const PATH = '/etc/inetd.conf';

const contextOf = (dialects: readonly string[], offMark = '#', path = PATH): Context => ({
  path,
  kind: 'inetd',
  form: 'inetd',
  dialects,
  ...bare,
  offMark,
});

const check = (text: string, dialects = inetd.defaultDialects, path = PATH) => [
  ...inetd.read(text, { form: 'inetd', dialects }).check([], contextOf(dialects, '#', path)),
];
/** The dialects that a comment of the example names, or those by default. */
const dialectsIn = (text: string): readonly string[] => {
  const named = /dialect=(\S+)/.exec(text)?.[1];
  return named === undefined ? inetd.defaultDialects : [named];
};
const ids = ({ text, path }: Example) => check(text, dialectsIn(text), path).map(({ rule }) => rule.id);

describe('rules of inetd.conf', () => {
  for (const { id, docs } of inetd.rules)
    it(`${id}: raised by its bad examples, not by its good ones`, () => {
      const alone = ({ host }: Example) => host === undefined;
      for (const bad of docs.bad.filter(alone)) assert.deepEqual(ids(bad), [id], bad.text);
      for (const good of [...docs.good, docs.nearMiss].filter(alone)) assert.deepEqual(ids(good), [], good.text);
    });

  it('inetd/syntax says what is wrong and what it costs', () => {
    const said = (text: string, dialects?: readonly string[]) => check(text, dialects)[0]?.report.message ?? '';
    assert.match(said('ftp stream tcp nowait\n'), /lacks the user and server program\..*With FreeBSD, inetd exits/);
    assert.match(
      said('ftp stream tcp nowait\n', ['openbsd-inetd', 'inetutils']),
      /lacks the user and server program\. Then an error is logged/,
    );
    assert.match(said('ftp steam tcp nowait root /x\n'), /^“steam” is no socket type/);
    assert.match(said('127.0.0.1:telnet stream tcp nowait root internal\n'), /^No such service is built in/);
    assert.match(said('127.0.0.1:ftp stream tcp nowait root /x\n', ['freebsd']), /^“127\.0\.0\.1” stands before the service/);
    assert.match(said('ftp stream udp nowait root /x\n', ['busybox']), /^stream does not go with this protocol/);
    assert.match(said('ftp stream tcp maybe root /x\n', ['busybox']), /^“maybe” is neither wait nor nowait/);
    assert.match(said('rstatd/3-1 dgram rpc/udp wait root /x\n', ['openbsd']), /the lower first/);
    assert.match(said('rstatd/1 dgram rpc/udp wait root /x\n', ['inetutils']), /offers no RPC services/);
    assert.match(said('ftp rdm tcp nowait root /x\n', ['openbsd']), /^Over rdm sockets/);
  });

  it('inetd/duplicate-service points at both, and comments the earlier one out', () => {
    const first = '127.0.0.1,[::1]:ftp stream tcp nowait root\n\t/usr/sbin/in.ftpd\n';
    const text = `# two\n${first}[::1]:\n[::1],127.0.0.1:ftp stream tcp nowait root /usr/sbin/proftpd\n`;
    const [found, ...others] = check(text);
    assert.ok(found);
    assert.deepEqual(others, []);
    const { report, line } = found;
    assert.equal(line, -1);
    assert.equal(report.at.span.start, text.lastIndexOf('ftp stream'));
    assert.equal(report.related?.[0]?.span.start, text.indexOf('ftp stream'));
    const [fix] = report.fixes ?? [];
    assert.equal(fix?.safe, false);
    assert.equal(applyEdits(text, fix?.edits ?? []), text.replace(first, first.replace(/^/gm, (at) => at).replace(/^(?=.)/gm, '#')));
  });

  it('inetd/duplicate-service tells by protocol, family and address, as openbsd-inetd does, and not by RPC version', () => {
    const entry = (service: string, protocol = 'tcp') => `${service} stream ${protocol} nowait root /usr/sbin/own\n`;
    const doubles = (text: string) => check(text).filter(({ rule }) => rule.id === 'inetd/duplicate-service');
    assert.equal(doubles(entry('4711') + entry('4711')).length, 1);
    assert.equal(doubles(entry('4711') + entry('4711') + entry('4711')).length, 2);
    assert.deepEqual(doubles(entry('4711') + entry('4712')), []);
    assert.deepEqual(doubles(entry('4711') + entry('4711', 'tcp6')), []);
    assert.deepEqual(doubles(entry('4711') + entry('127.0.0.1:4711')), []);
    assert.equal(doubles(`127.0.0.1:\n${entry('4711')}${entry('127.0.0.1:4711')}`).length, 1);
    assert.deepEqual(doubles(`${entry('4711')}127.0.0.1:\n${entry('4711')}`), []);
    assert.match(
      doubles(entry('rstatd/1', 'rpc/tcp') + entry('rstatd/2', 'rpc/tcp'))[0]?.report.message ?? '',
      /versions tell no entries apart/,
    );
    assert.deepEqual(doubles(`#${entry('4711')}${entry('4711')}`), []);
  });

  it('inetd/duplicate-service tells the RPC programs of HP-UX and AIX by their numbers', () => {
    const hpux = (number: string, versions = '1') => `rpc dgram udp wait own /usr/lbin/rpc.own ${number} ${versions} rpc.own\n`;
    assert.deepEqual(check(hpux('390001') + hpux('390002')), []);
    assert.deepEqual(check(hpux('390001') + hpux('390001', '2')), []);
    assert.equal(check(hpux('390001') + hpux('390001')).length, 1);
    const aix = (number: string) => `own dgram sunrpc_udp wait own /usr/lbin/rpc.own rpc.own ${number} 1-3\n`;
    assert.deepEqual(check(aix('390001') + aix('390002')), []);
    assert.equal(check(aix('390001') + aix('390001')).length, 1);
  });

  it('inetd/carriage-return is said once, at the first line that it costs, with the number of lines', () => {
    const own = '4711 stream tcp nowait own /opt/own/bin/own own -l\r\n';
    const said = (text: string) =>
      check(text).map(({ rule, report: { at, severity, message } }) => [
        rule.id,
        severity ?? rule.severity,
        text.slice(at.span.start, at.span.end),
        /^(?:.* (\d+) lines of this file end so|[^\d]*CR\.$)/.exec(message)?.[1],
      ]);
    const id = 'inetd/carriage-return';
    assert.deepEqual(said(own), [[id, 'warning', '-l', undefined]]);
    assert.deepEqual(said(own.replace('\n', '')), [[id, 'warning', '-l', undefined]]);
    assert.deepEqual(said(`# x\r\n${own}echo dgram udp wait root internal\r\n`), [[id, 'error', 'internal', '2']]);
    assert.deepEqual(said(`${own}\r\n${own.replace('4711', '4712')}`), [[id, 'error', '\r', '3']]);
    assert.deepEqual(said(`${own} \r\n`), [[id, 'warning', '-l', '2']], 'blanks and a CR are one argument more');
    assert.deepEqual(said('4711 stream tcp nowait own /opt/own/bin/own\r\n'), [[id, 'error', '/opt/own/bin/own', undefined]]);
    assert.deepEqual(said('4711 stream tcp nowait own /usr/sbin/tcpd owned\r\n'), [[id, 'error', 'owned', undefined]]);
    assert.deepEqual(said('4711 stream tcp nowait own.own\r\n\t/opt/own/bin/own own\n'), [[id, 'error', 'own.own', undefined]]);
    assert.deepEqual(said('127.0.0.1:\r\n'), [[id, 'error', '127.0.0.1:', undefined]]);
    assert.deepEqual(said(`#${own}# x\r\n`), []);
    assert.deepEqual(said(own.replace('\r', '').replace('own -l', '\ra own')), [], 'a CR elsewhere is a character');
  });

  it('inetd/carriage-return takes every CR before a line feed away, and nothing else', () => {
    const text = '# x\r\n4711 stream tcp nowait own /opt/own/bin/own o\rwn\r\n\r\r\n#\r';
    const [{ report } = { report: undefined }] = check(text).filter(({ rule }) => rule.id === 'inetd/carriage-return');
    const [fix] = report?.fixes ?? [];
    assert.equal(fix?.safe, false);
    assert.equal(applyEdits(text, fix?.edits ?? []), '# x\n4711 stream tcp nowait own /opt/own/bin/own o\rwn\n\n#');
  });

  it('inetd/carriage-return is silent where inetd takes the CR away', () => {
    const text = 'echo dgram udp wait root internal\r\n';
    assert.deepEqual(check(text, ['inetutils']), []);
    assert.equal(check(text, ['inetutils', 'openbsd-inetd']).length, 1);
    assert.equal(check('\r\n', ['busybox']).length, 1);
  });

  it('inetd/runs-as-root leaves programs alone that it does not know', () => {
    assert.deepEqual(check('finger stream tcp nowait root /opt/own/bin/lookup lookup\n'), []);
    const text = 'finger stream tcp nowait root.wheel /usr/sbin/tcpd in.fingerd\n';
    const [{ report } = { report: undefined }] = check(text);
    assert.ok(report);
    assert.equal(text.slice(report.at.span.start, report.at.span.end), 'root');
    assert.equal(applyEdits(text, report.fixes?.[0]?.edits ?? []), text.replace('root', 'nobody'));
    assert.equal(report.fixes?.[0]?.safe, false);
  });
});

describe('what is known of an entry', () => {
  const fact = (text: string) => inetd.read(text, { form: 'inetd', dialects: inetd.defaultDialects }).document.lines[0]?.launches[0]?.fact;

  it('goes by its service, as a name or a number', () => {
    assert.ok(factByService('telnet'));
    assert.equal(fact('telnet stream tcp nowait root /opt/own/telnetd\n'), factByService('telnet')?.id);
    assert.equal(fact('23 stream tcp nowait root /opt/own/thing\n'), factByService('telnet')?.id);
    assert.equal(fact('127.0.0.1:ftp stream tcp nowait root /opt/own/thing\n'), factByService('ftp')?.id);
  });

  it('goes by the RPC program', () => {
    assert.ok(factByRpc('rstatd'));
    assert.equal(fact('rstatd/1-3 dgram rpc/udp wait root /usr/sbin/rpc.rstatd\n'), factByRpc('rstatd')?.id);
    assert.equal(fact('100001/1-3 dgram rpc/udp wait root /usr/sbin/rpc.rstatd\n'), factByRpc('rstatd')?.id);
  });

  it('goes by the RPC program of Solaris, HP-UX and AIX', () => {
    for (const [line, id] of [
      ['100232/10 tli rpc/udp wait root /usr/sbin/sadmind sadmind', 'sadmind'],
      ['rquotad/1 tli rpc/datagram_v wait root /usr/lib/nfs/rquotad rquotad', 'rquotad'],
      ['rusersd/2-3 tli rpc/datagram_v,circuit_v wait root /usr/lib/netsvc/rusers/rpc.rusersd rpc.rusersd', 'inetd:rusersd'],
      ['ttdbserver stream sunrpc_tcp wait root /usr/dt/bin/rpc.ttdbserver rpc.ttdbserver 100083 1', 'ttdbserverd'],
      ['cmsd dgram sunrpc_udp wait root /usr/dt/bin/rpc.cmsd cmsd 100068 2-5', 'cmsd'],
      ['rstatd sunrpc_udp udp wait root /usr/sbin/rpc.rstatd rstatd 100001 1-3', 'inetd:rstatd'],
      ['rpc dgram udp wait root /usr/lib/netsvc/rwall/rpc.rwalld 100008 1 rpc.rwalld', 'walld'],
      ['rpc dgram udp wait root /usr/lib/netsvc/spray/rpc.sprayd 100012 1 rpc.sprayd', 'sprayd'],
      ['rpc xti tcp swait root /usr/dt/bin/rpc.ttdbserver 100083 1 rpc.ttdbserver', 'ttdbserverd'],
    ] as const) {
      const read = inetd.read(`${line}\n`, { form: 'inetd', dialects: inetd.defaultDialects }).document.lines[0];
      assert.deepEqual([read?.type, read?.launches[0]?.fact], ['entry', id], line);
    }
    assert.equal(fact('own stream tcp nowait own /opt/own/bin/own own 100083 1\n'), undefined, 'elsewhere a number is an argument');
  });

  it('takes such lines for errors where the daemon is known for another', () => {
    const syntax = (line: string, dialect: string) => check(`${line}\n`, [dialect]).map(({ rule }) => rule.id);
    const cmsd = 'cmsd dgram sunrpc_udp wait root /usr/dt/bin/rpc.cmsd cmsd 100068 2-5';
    for (const dialect of ['openbsd', 'freebsd', 'inetutils']) assert.deepEqual(syntax(cmsd, dialect), ['inetd/syntax'], dialect);
    assert.deepEqual(syntax('100232/10 tli rpc/udp wait root /usr/sbin/sadmind sadmind', 'openbsd'), ['inetd/syntax']);
    // A list of transports is System V's; to others what stands behind the comma is a buffer size, or nothing that they know.
    const listed = (protocol: string) => `rusersd/2-3 dgram ${protocol} wait root /usr/lib/rpc.rusersd rpc.rusersd`;
    assert.deepEqual(syntax(listed('rpc/datagram_v,circuit_v'), 'sysv'), []);
    assert.deepEqual(syntax(listed('rpc/udp,rcvbuf=64k'), 'sysv'), ['inetd/syntax']);
    assert.deepEqual(syntax(listed('rpc/udp,circuit_v'), 'openbsd-inetd'), ['inetd/syntax']);
    assert.deepEqual(syntax(listed('rpc/udp,circuit_v'), 'freebsd'), ['inetd/syntax']);
    assert.deepEqual(syntax(cmsd, 'sysv'), []);
    assert.deepEqual(syntax('cmsd dgram rpc wait root /usr/dt/bin/rpc.cmsd cmsd', 'sysv'), ['inetd/syntax']);
  });

  it('goes by the program that really runs, where the service is unknown', () => {
    assert.ok(factByProgram('in.telnetd'));
    assert.equal(fact('4711 stream tcp nowait root /usr/sbin/tcpd in.telnetd\n'), factByProgram('in.telnetd')?.id);
    assert.equal(fact('4711 stream tcp nowait root /bin/busybox telnetd\n'), factByProgram('telnetd')?.id);
    assert.equal(fact('4711 stream tcp nowait root /opt/own/bin/thing in.telnetd\n'), undefined);
  });
});

describe('switching inetd entries', () => {
  const text =
    'ftp stream tcp nowait root\n\t/usr/sbin/in.ftpd\n23 stream tcp nowait root /usr/sbin/in.telnetd\n#echo stream tcp nowait root internal\n';
  const read = inetd.read(text, { form: 'inetd', dialects: inetd.defaultDialects });
  const fixOf = (line: number, way: 'disable' | 'enable', mark = '#') => {
    const launch = read.document.lines[line]?.launches[0];
    assert.ok(launch);
    return read[way](line, launch, contextOf(inetd.defaultDialects, mark))[0];
  };

  it('names the service and what remains to be done', () => {
    assert.equal(fixOf(0, 'disable')?.title, 'Disable ftp: comment its lines out');
    assert.equal(fixOf(1, 'disable')?.title, `Disable 23 (${factByService('23')?.name}): comment its line out`);
    assert.equal(fixOf(2, 'enable')?.title, 'Enable echo');
    const hpux = inetd.read('rpc dgram udp wait root /usr/lib/netsvc/rpc.rwalld 100008 1 rpc.rwalld\n', {
      form: 'inetd',
      dialects: ['sysv'],
    });
    const [launch] = hpux.document.lines[0]?.launches ?? [];
    assert.ok(launch);
    assert.equal(hpux.disable(0, launch, contextOf(['sysv']))[0]?.title, 'Disable rpc (walld): comment its line out');
    for (const fix of [fixOf(0, 'disable'), fixOf(2, 'enable')]) assert.match(fix?.after ?? '', /pkill -HUP inetd/);
  });

  it('puts the mark before each physical line', () => {
    const line = read.document.lines[0]?.text ?? '';
    assert.equal(applyEdits(line, fixOf(0, 'disable')?.edits ?? []), '#ftp stream tcp nowait root\n#\t/usr/sbin/in.ftpd\n');
    assert.equal(
      applyEdits(line, fixOf(0, 'disable', '#<off># ')?.edits ?? []),
      '#<off># ftp stream tcp nowait root\n#<off># \t/usr/sbin/in.ftpd\n',
    );
  });

  it('turns off only what is on, and on only what is commented out', () => {
    assert.equal(fixOf(2, 'disable'), undefined);
    assert.equal(fixOf(0, 'enable'), undefined);
  });
});

describe('what the words of inetd.conf mean', () => {
  const told = (text: string, role: string, nth = 0): string => {
    const line = inetd.read(text, { form: 'inetd', dialects: inetd.defaultDialects }).document.lines[0];
    const token = line?.tokens.filter((found) => found.role === role)[nth];
    assert.ok(line && token);
    return inetd.roles[role]?.describe?.(token, line) ?? '';
  };

  it('is told for each field', () => {
    const text = '127.0.0.1:rstatd/1-3 dgram rpc/udp6 nowait.40 root.sys /usr/sbin/tcpd rpc.rstatd\n';
    assert.match(told(text, 'address'), /loopback/);
    assert.equal(told(text, 'version'), 'RPC versions 1 to 3.');
    assert.match(told(text, 'socket'), /packets/);
    assert.match(told(text, 'protocol'), /RPC.*UDP.*IPv6/);
    assert.match(told(text, 'wait'), /for each connection/);
    assert.match(told(text, 'limit'), /40 starts a minute/);
    assert.match(told(text, 'user'), /All rights/);
    assert.match(told(text, 'server'), /wrapper/);
    assert.match(told(text, 'argument'), /wrapper starts/);
  });

  it('is told of the numbers of RPC programs', () => {
    const text = 'rpc xti tcp swait root /usr/dt/bin/rpc.ttdbserver 100083 1 rpc.ttdbserver\n';
    assert.match(told(text, 'number'), /100083: ttdbserverd/);
    assert.equal(told(text, 'version'), 'RPC version 1.');
    assert.match(told(text, 'argument'), /argument 0/);
    assert.match(told(text, 'socket'), /HP-UX/);
    assert.match(told('cmsd sunrpc_udp sunrpc_udp wait root /usr/dt/bin/rpc.cmsd cmsd 100068 2-5\n', 'protocol'), /RPC.*UDP/);
  });

  it('is told by place for the limits of FreeBSD', () => {
    const text = 'ftp stream tcp nowait/3/10/2 root /usr/libexec/ftpd ftpd -l\n';
    assert.match(told(text, 'limit', 0), /3 programs at once/);
    assert.match(told(text, 'limit', 1), /10 connections a minute from one address/);
    assert.match(told(text, 'limit', 2), /2 connections at once from one address/);
    assert.match(told(text, 'argument', 0), /argument 0/);
    assert.equal(told(text, 'argument', 1), '');
  });

  it('has a role for each token', () => {
    for (const [id, role] of Object.entries(inetd.roles)) assert.ok(role.title !== '' && role.about.endsWith('.'), id);
  });
});
