/** How lines of inetd.conf are cut into tokens and read as entries. */
import assert from 'node:assert/strict';
import { inetd } from '../../core/src/kinds/inetd/index.js';
import type { InetdLine } from '../../core/src/kinds/inetd/model.js';
import { parseLine } from '../../core/src/kinds/inetd/parse.js';

const all = { form: 'inetd', dialects: inetd.defaultDialects };
const only = (...dialects: string[]) => ({ form: 'inetd', dialects });

const parse = (text: string, options = all, carry = ''): InetdLine => parseLine(text, carry, options);
const roles = (line: InetdLine): string[] => line.tokens.map(({ role, text }) => `${role} ${text}`);
const FTP = 'ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n';

describe('tokens of inetd.conf', () => {
  it('name the seven fields', () => {
    assert.deepEqual(roles(parse(FTP)), [
      'service ftp',
      'socket stream',
      'protocol tcp',
      'wait nowait',
      'user root',
      'server /usr/sbin/in.ftpd',
      'argument in.ftpd',
    ]);
  });

  const firstOf = (word: string, protocol = 'tcp') =>
    roles(parse(`${word} stream ${protocol} nowait root /x x\n`)).slice(0, -6 - (protocol.includes(',') ? 2 : 0));

  it('take addresses apart', () => {
    assert.deepEqual(firstOf('*:telnet'), ['address *', 'punctuation :', 'service telnet']);
    assert.deepEqual(firstOf('127.0.0.1,localhost:23'), [
      'address 127.0.0.1',
      'punctuation ,',
      'address localhost',
      'punctuation :',
      'service 23',
    ]);
    assert.deepEqual(firstOf('[::1]:telnet'), ['punctuation [', 'address ::1', 'punctuation ]', 'punctuation :', 'service telnet']);
    assert.deepEqual(firstOf('::1:telnet'), ['address ::1', 'punctuation :', 'service telnet']);
    assert.deepEqual(firstOf(':telnet'), ['punctuation :', 'service telnet']);
  });

  it('leave paths, RPC names and tcpmux services whole', () => {
    assert.deepEqual(firstOf('/run/a:b.sock', 'unix'), ['service /run/a:b.sock']);
    assert.deepEqual(firstOf('*:/run/a:b', 'unix'), ['address *', 'punctuation :', 'service /run/a:b']);
    assert.deepEqual(firstOf(':www:www:0660:/run/a', 'unix'), ['owner :www:www:0660', 'punctuation :', 'service /run/a']);
    assert.deepEqual(firstOf('tcpmux/+ask'), ['service tcpmux/+ask']);
    assert.deepEqual(firstOf('::1:rstatd/1-3', 'rpc/udp'), [
      'address ::1',
      'punctuation :',
      'service rstatd',
      'punctuation /',
      'version 1-3',
    ]);
    assert.deepEqual(firstOf('rstatd/1-3', 'tcp'), ['service rstatd/1-3']);
    assert.deepEqual(firstOf('100001/2', 'rpc/tcp'), ['service 100001', 'punctuation /', 'version 2']);
  });

  it('take protocol, wait and user apart', () => {
    const line = parse('echo dgram udp6,rcvbuf=64k nowait/3/10 www:ftp/daemon /x\n');
    assert.deepEqual(roles(line).slice(2, -1), [
      'protocol udp6',
      'punctuation ,',
      'option rcvbuf=64k',
      'wait nowait',
      'punctuation /',
      'limit 3',
      'punctuation /',
      'limit 10',
      'user www',
      'punctuation :',
      'group ftp',
      'punctuation /',
      'class daemon',
    ]);
    assert.deepEqual(roles(parse('echo stream tcp nowait.40 nobody.tty /x\n')).slice(3, -1), [
      'wait nowait',
      'punctuation .',
      'limit 40',
      'user nobody',
      'punctuation .',
      'group tty',
    ]);
    assert.deepEqual(roles(parse('echo stream tcp wait:40 root internal\n')).slice(3, 6), ['wait wait', 'punctuation :', 'limit 40']);
  });

  it('keep quotes and a # behind the fields as arguments', () => {
    assert.deepEqual(roles(parse(`${FTP.trimEnd()} "a b" # x\n`)).slice(7), ['argument "a', 'argument b"', 'argument #', 'argument x']);
  });

  it('know the quotes of GNU inetutils: one that nobody closes goes on to the line end, over a lone CR too', () => {
    const known = (text: string) => roles(parse(text, only('inetutils')));
    assert.deepEqual(known(`${FTP.trimEnd()} "a b" 'c\n`).slice(7), ['punctuation "', 'argument a b', 'punctuation "', "argument 'c"]);
    assert.deepEqual(known('"\r'), ['service "\r']);
    assert.deepEqual(known('ftp "a\rb \u2028c\r\n'), ['service ftp', 'socket "a\rb \u2028c']);
  });

  it('know the comments and backslashes of BusyBox', () => {
    const line = parse('ftp stream tcp \\\n nowait root /x y # why\n', only('busybox'));
    assert.deepEqual(roles(line).slice(3), ['continuation \\', 'wait nowait', 'user root', 'server /x', 'argument y', 'comment # why']);
    assert.equal(line.type, 'entry');
  });
});

describe('entries of inetd.conf', () => {
  const entryOf = (text: string, carry = '') => {
    const { entry } = parse(text, all, carry);
    assert.ok(entry, text);
    return entry;
  };

  it('say their protocol, family and limits', () => {
    const seen = (protocol: string) => {
      const { base, family, rpc } = entryOf(`x/1 stream ${protocol} wait root /x\n`).protocol;
      return [base, family, rpc];
    };
    assert.deepEqual(seen('tcp'), ['tcp', '', false]);
    assert.deepEqual(seen('udp6'), ['udp', '6', false]);
    assert.deepEqual(seen('tcp46'), ['tcp', '46', false]);
    assert.deepEqual(seen('rpc/udp4'), ['udp', '4', true]);
    assert.deepEqual(seen('unix'), ['unix', '', false]);
    assert.deepEqual(seen('sctp'), ['other', '', false]);
    assert.deepEqual(
      entryOf('x stream tcp nowait/3/10/2 root /x\n').limits.map(({ text }) => text),
      ['3', '10', '2'],
    );
  });

  it('find the program that really runs', () => {
    const program = (server: string) => entryOf(`x stream tcp nowait root ${server}\n`).program.text;
    assert.equal(program('/usr/sbin/in.ftpd in.ftpd'), '/usr/sbin/in.ftpd');
    assert.equal(program('/usr/sbin/tcpd in.ftpd -l'), 'in.ftpd');
    assert.equal(program('tcpd /usr/sbin/smbd'), '/usr/sbin/smbd');
    assert.equal(program('/usr/sbin/tcpd'), '/usr/sbin/tcpd');
    assert.equal(program('/bin/busybox telnetd -i'), 'telnetd');
    assert.equal(program('/bin/busybox busybox telnetd'), 'telnetd');
    assert.equal(program('/var/qmail/bin/tcp-env tcp-env /var/qmail/bin/qmail-smtpd'), '/var/qmail/bin/qmail-smtpd');
  });

  it('listen where they or the default line say', () => {
    assert.deepEqual(entryOf('127.0.0.1,[::1]:ftp stream tcp nowait root /x\n').addresses, ['127.0.0.1', '::1']);
    assert.deepEqual(entryOf('ftp stream tcp nowait root /x\n', '10.0.0.1,::1').addresses, ['10.0.0.1', '::1']);
    assert.deepEqual(entryOf('*:ftp stream tcp nowait root /x\n', '10.0.0.1').addresses, []);
    assert.deepEqual(entryOf('127.0.0.1: ftp stream tcp nowait root /x\n').addresses, ['127.0.0.1']);
  });

  it('pass the default addresses on', () => {
    const { lines: read } = inetd.read(`127.0.0.1,[::1]:\n# a note\n${FTP}*:\n${FTP}`, all).document;
    assert.deepEqual(
      read.map(({ type, carry }) => [type, carry]),
      [
        ['setting', '127.0.0.1,::1'],
        ['comment', '127.0.0.1,::1'],
        ['entry', '127.0.0.1,::1'],
        ['setting', ''],
        ['entry', ''],
      ],
    );
    assert.deepEqual(
      read.flatMap(({ launches }) => launches.map(({ when }) => when)),
      [
        { type: 'socket', protocol: 'tcp', loopback: true },
        { type: 'socket', protocol: 'tcp', loopback: false },
      ],
    );
  });

  it('are on loopback only where all their addresses are', () => {
    const loopback = (word: string, protocol = 'tcp') => {
      const [launch] = parse(`${word} stream ${protocol} nowait root /x\n`).launches;
      return launch?.when.type === 'socket' && launch.when.loopback;
    };
    assert.equal(loopback('127.0.0.2,localhost,[::1]:ftp'), true);
    assert.equal(loopback('127.0.0.1,10.0.0.1:ftp'), false);
    assert.equal(loopback('127.example.org:ftp'), false);
    assert.equal(loopback('ftp'), false);
    assert.equal(loopback('/run/ftp', 'unix'), true);
  });

  it('launch their program as their user', () => {
    const [launch] = parse('smb stream tcp nowait root.wheel /usr/sbin/tcpd smbd\n').launches;
    assert.deepEqual([launch?.subject.text, launch?.program?.text, launch?.user?.text, launch?.state], ['smb', 'smbd', 'root', 'on']);
    const [inner] = parse('daytime dgram udp wait root internal\n').launches;
    assert.equal(inner?.program, undefined);
    assert.deepEqual(inner?.when, { type: 'socket', protocol: 'udp', loopback: false });
  });

  it('are broken when no inetd in question takes them', () => {
    for (const [text, at] of [
      ['ftp stream tcp nowait root\n', 'ftp stream tcp nowait root'],
      ['ftp steam tcp nowait root /x\n', 'steam'],
      ['ftp stream tpc nowait root /x\n', 'tpc'],
      ['telnet stream tcp nowait root internal\n', 'internal'],
    ] as const) {
      const { type, problems, launches } = parse(text);
      assert.equal(type, 'broken', text);
      assert.deepEqual(launches, []);
      const [problem] = problems;
      assert.ok(problem);
      assert.equal(text.slice(problem.span.start, problem.span.end), at);
    }
  });

  it('stand where one inetd in question takes them', () => {
    const auth = 'auth stream tcp nowait root internal\n';
    assert.equal(parse(auth).type, 'entry');
    assert.equal(parse(auth, only('openbsd-inetd')).type, 'broken');
    const rstatd = 'rstatd dgram rpc/udp wait root /x\n';
    assert.equal(parse(rstatd, only('freebsd')).type, 'entry');
    assert.equal(parse(rstatd, only('openbsd')).type, 'broken');
    assert.equal(parse('127.0.0.1:ftp stream tcp nowait root /x\n', only('freebsd')).type, 'broken');
    assert.equal(parse('ftp stream tcp maybe root /x\n', only('freebsd')).type, 'broken');
    assert.equal(parse('ftp stream tcp maybe root /x\n', only('openbsd-inetd')).type, 'entry');
  });

  it('leave the syntax of NetBSD to it', () => {
    assert.equal(parse('ftp on user = root,\n  exec = /x;\n').type, 'setting');
    assert.equal(parse('.include /etc/inetd.d/*\n').type, 'setting');
    assert.equal(parse('.include /etc/inetd.d/*\n', only('openbsd')).type, 'broken');
  });

  it('take an indented # for a comment where BusyBox reads it, and nowhere else', () => {
    assert.equal(parse('  # a note\n', only('busybox')).type, 'comment');
    for (const dialect of ['freebsd', 'openbsd-inetd', 'inetutils']) assert.equal(parse('  # a note\n', only(dialect)).type, 'broken');
  });
});

describe('paths and texts of inetd.conf', () => {
  it('are known by name', () => {
    for (const path of [
      '/etc/inetd.conf',
      'etc/inet/inetd.conf',
      'inetd.conf.bak',
      'inetd.conf~',
      '/var/tmp/inetdXa3k9Qzz.conf',
      'home.inetd.conf',
      'inetd.conf.j2',
      'a/inetd.conf.erb',
      'site-inetd.conf',
    ])
      assert.ok(inetd.matchPath(path), path);
    for (const path of [
      '/etc/xinetd.conf',
      '/etc/inetd',
      '/usr/share/man/man5/inetd.conf.5',
      'inetd.conf.5.gz',
      'inetd.c',
      'inetd.config.ts',
      'etc/inetd.conf/readme',
    ])
      assert.equal(inetd.matchPath(path), undefined, path);
  });

  it('name their inetd where the path does', () => {
    assert.deepEqual(inetd.matchPath('/src/freebsd-13/etc/inetd.conf')?.dialects, ['freebsd']);
    for (const tree of ['openwrt/files', 'buildroot-2024.02/board', 'board/acme/rootfs_overlay'])
      assert.deepEqual(inetd.matchPath(`${tree}/etc/inetd.conf`)?.dialects, ['busybox'], tree);
    assert.equal(inetd.matchPath('/etc/inetd.conf')?.dialects, undefined);
  });

  it('are known by their entries', () => {
    assert.equal(inetd.resembles(`# services\n${FTP}\t-l\n127.0.0.1:\n${FTP}`), 1);
    assert.ok(inetd.resembles(`# off for now\n#${FTP}`) >= 0.6);
    assert.equal(inetd.resembles('Dear reader,\n\n  stream of words, tcp or not\n'), 0);
    assert.equal(inetd.resembles('0 3 * * * root /usr/local/sbin/backup\n'), 0);
    assert.ok(inetd.resembles(`#!/bin/sh\ncat <<X\n${FTP}X\nexit 0\nfi\n`) < 0.5);
    assert.equal(inetd.resembles(''), 0);
  });
});
