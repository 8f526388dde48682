/** Which comments of an inetd.conf are entries that somebody turned off, and which never are. */
import assert from 'node:assert/strict';
import { inetd } from '../../core/src/kinds/inetd/index.js';
import type { InetdLine } from '../../core/src/kinds/inetd/model.js';
import { parseLine } from '../../core/src/kinds/inetd/parse.js';
import { uncomment } from '../../core/src/model/toggle.js';
import { applyEdits } from '../../core/src/text/edit.js';

const options = { form: 'inetd', dialects: inetd.defaultDialects };
const parse = (text: string): InetdLine => parseLine(text, '', options);
const enabled = (text: string): string => applyEdits(text, uncomment(parse(text)));

/** Comments as people write them; none of them may ever be offered to be enabled. */
const prose = [
  '#',
  '# ',
  '##########################################################',
  '# --------------------------------------------------------------',
  '#=================== mail services ===================#',
  '# inetd.conf: what the super-server of this host offers',
  '# service  type  proto  wait  user  server  arguments',
  '# <service> <type> <proto> <flags> <user> <path> <arguments>',
  '#<name>\t<stream|dgram>\t<tcp|udp>\t<wait|nowait>\t<user>\t<program>\t<args>',
  '# service-name stream tcp nowait user /path/to/program program -options',
  '# name stream tcp nowait root /usr/sbin/tcpd program',
  '# who stream tcp nowait user server-program arguments',
  '# foo stream tcp nowait root /path/to/foo foo',
  '# Put a # before each line that you do not want, then send the daemon a HUP.',
  '# To apply changes: kill -HUP `cat /var/run/inetd.pid`',
  '# stream services use tcp and nowait, dgram services use udp and wait',
  '# telnet is off: use ssh',
  '#off# and on again, telnet stream tcp nowait root',
  '#office hours: telnet stream tcp nowait root /usr/sbin/in.telnetd',
  '# telnet stream tcp',
  '# ftp was served from /srv/ftp until the move to the new host',
  '#ftp and telnet stay off, said the auditors in 2003',
  '# 23 is the port of telnet, 21 that of ftp, and neither is needed here',
  '#4711 do not use: the logger listens there',
  '# time stream and daytime stream are harmless but useless',
  '# echo the word and the small servers answer it',
  '# NOTE: tcp wrappers guard all services below except rpc/udp ones',
  '# finger stream tcp nowait nobody when we open the lab again',
  '# smtp    stream    tcp    is handled by postfix itself, not from here any more',
  '#:INTERNAL: Small services answered by inetd',
  '#:RPC: Needs a running port mapper',
  '#@ ipsec in use',
  '#@esp/transport//require stream tcp nowait root internal',
  '# Local additions, J. Doe, room 4/12, 2001-03-02',
  '# $Header: inetd.conf,v 1.9 2001/05/06 07:08:09 root Exp $',
  '# vim: set ts=8 noexpandtab:',
  '# daemonlint: keep telnet',
  '#daemonlint: ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd',
  '# The next lines are for booting the X terminals in the library',
  '# http stream tcp nowait www-data <your server here> httpd',
  '# ftp steam tcp nowait root /usr/sbin/in.ftpd in.ftpd',
  '# 8080 stream tcp sometimes root /usr/sbin/in.httpd in.httpd',
];

/** Comments that hold an entry, and what becomes of them. */
const entries: readonly (readonly [comment: string, entry: string])[] = [
  ['#ftp\tstream\ttcp\tnowait\troot\t/usr/sbin/in.ftpd\tin.ftpd -l', 'ftp\tstream\ttcp\tnowait\troot\t/usr/sbin/in.ftpd\tin.ftpd -l'],
  ['#<off># ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd', 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd'],
  ['#<off>#ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd', 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd'],
  ['#<disabled>#ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd', 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd'],
  ['#off#ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd', 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd'],
  ['#disabled# ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd', 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd'],
  ['#100232/10 tli rpc/udp wait root /usr/sbin/sadmind sadmind', '100232/10 tli rpc/udp wait root /usr/sbin/sadmind sadmind'],
  [
    '# rpc xti tcp swait root /usr/dt/bin/rpc.ttdbserver 100083 1 rpc.ttdbserver',
    'rpc xti tcp swait root /usr/dt/bin/rpc.ttdbserver 100083 1 rpc.ttdbserver',
  ],
  [
    '#rstatd sunrpc_udp udp wait root /usr/sbin/rpc.rstatd rstatd 100001 1-3',
    'rstatd sunrpc_udp udp wait root /usr/sbin/rpc.rstatd rstatd 100001 1-3',
  ],
  ['# 873 stream tcp nowait admin rsync /opt/bin/rsync --daemon', '873 stream tcp nowait admin rsync /opt/bin/rsync --daemon'],
  ['##telnet stream tcp nowait root /usr/sbin/in.telnetd', 'telnet stream tcp nowait root /usr/sbin/in.telnetd'],
  ['# # \t telnet stream tcp nowait root /usr/sbin/in.telnetd', 'telnet stream tcp nowait root /usr/sbin/in.telnetd'],
  ['#daytime dgram udp wait root internal', 'daytime dgram udp wait root internal'],
  ['#127.0.0.1:8001 stream tcp nowait.99 www /usr/local/sbin/own', '127.0.0.1:8001 stream tcp nowait.99 www /usr/local/sbin/own'],
  ['#rstatd/1-3 dgram rpc/udp wait root /usr/libexec/rpc.rstatd', 'rstatd/1-3 dgram rpc/udp wait root /usr/libexec/rpc.rstatd'],
  [
    '#finger stream tcp6 nowait/3/10 nobody:nobody/daemon /usr/libexec/fingerd -s',
    'finger stream tcp6 nowait/3/10 nobody:nobody/daemon /usr/libexec/fingerd -s',
  ],
  [
    '#:www:www:0660:/run/own.sock stream unix nowait www /usr/local/sbin/own',
    ':www:www:0660:/run/own.sock stream unix nowait www /usr/local/sbin/own',
  ],
  ['#/run/own.sock stream unix nowait www /usr/local/sbin/own', '/run/own.sock stream unix nowait www /usr/local/sbin/own'],
  [
    '#own-thing stream tcp nowait www.data /opt/own/bin/thing # since May',
    'own-thing stream tcp nowait www.data /opt/own/bin/thing # since May',
  ],
  ['#name dgram udp wait root /usr/etc/in.tnamed in.tnamed', 'name dgram udp wait root /usr/etc/in.tnamed in.tnamed'],
  ['# nntp stream tcp nowait root tcpd in.nntpd', 'nntp stream tcp nowait root tcpd in.nntpd'],
  ['# own stream tcp nowait root tcpd in.telnetd', 'own stream tcp nowait root tcpd in.telnetd'],
];

describe('comments of inetd.conf', () => {
  it('are no entries when they are prose, headers, rulers, labels or directives', () => {
    assert.ok(prose.length >= 25);
    for (const comment of prose)
      for (const end of ['\n', '\r\n', '']) {
        const { type, launches, marks } = parse(comment + end);
        assert.deepEqual([type, launches, marks], ['comment', [], undefined], comment);
      }
  });

  it('are entries when they name something real', () => {
    for (const [comment, entry] of entries)
      for (const end of ['\n', '\r\n', '']) {
        const line = parse(comment + end);
        assert.equal(line.type, 'commented', comment);
        assert.equal(line.launches[0]?.state, 'commented');
        assert.equal(enabled(comment + end), entry + end);
      }
  });

  it('say what enabling them would give', () => {
    for (const [, entry] of entries) {
      const dialects = entry.startsWith(':') ? ['freebsd'] : options.dialects;
      assert.equal(parseLine(entry, '', { ...options, dialects }).type, 'entry', entry);
    }
  });

  it('name nothing real without a known service, port, path or program', () => {
    assert.equal(parse('# own stream tcp nowait root tcpd in.owned\n').type, 'comment');
    assert.equal(parse('# own stream tcp nowait root owned\n').type, 'comment');
    assert.equal(parse('# finger stream tcp nowait root sometimes\n').type, 'comment');
  });

  it('keep the mark of each physical line apart from the blanks behind it', () => {
    const line = parse('#<off># ftp stream tcp nowait root\n#<off>#    /usr/sbin/in.ftpd\n');
    assert.deepEqual(
      line.tokens.filter(({ role }) => role === 'mark').map(({ text }) => text),
      ['#<off>#', '#<off>#'],
    );
    assert.equal(enabled(line.text), 'ftp stream tcp nowait root\n   /usr/sbin/in.ftpd\n');
  });

  it('that no person marks so go on under the same mark alone', () => {
    for (const mark of ['#off#', '#disabled#', '#<off>#']) {
      const entry = `${mark}ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n`;
      const types = (text: string) => inetd.read(text, options).document.lines.map(({ type }) => type);
      assert.deepEqual(types(`${entry}# -l is left out\n`), ['commented', 'comment'], mark);
      assert.deepEqual(types(`${entry}${mark} -l\n`), ['commented'], mark);
    }
  });

  it('lose the mark of a later line, but never its blank', () => {
    assert.equal(enabled('# ftp stream tcp nowait root\n# /usr/sbin/in.ftpd\n'), 'ftp stream tcp nowait root\n /usr/sbin/in.ftpd\n');
    assert.equal(enabled('##ftp stream tcp nowait root\n#\t/usr/sbin/in.ftpd\n'), 'ftp stream tcp nowait root\n\t/usr/sbin/in.ftpd\n');
  });

  it('have the default addresses in force', () => {
    const { launches, carry } = parseLine('#ftp stream tcp nowait root /usr/sbin/in.ftpd\n', '127.0.0.1', options);
    assert.equal(carry, '127.0.0.1');
    assert.deepEqual(launches[0]?.when, { type: 'socket', protocol: 'tcp', loopback: true });
  });
});
