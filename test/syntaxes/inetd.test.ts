// inetd.conf in colours: the fields of entries in all their forms, continuation lines, comments and what is commented out.
import { claim, claimAll, tokens } from './tokens.js';

const read = (text: string) => tokens('source.inetd-conf', text);

describe('the grammar of inetd.conf', () => {
  it('knows the seven fields', async () => {
    const [line] = await read('gopher\tstream  tcp\tnowait\tnobody  /opt/bin/gopherd\tgopherd -l /srv');
    claim(
      line,
      ['gopher', 'entity.name.function.service'],
      ['stream', 'storage.type.socket'],
      ['tcp', 'support.type.protocol'],
      ['nowait', 'keyword.control.wait'],
      ['nobody', 'variable.other.user'],
      ['/opt/bin/gopherd', 'entity.name.function.program'],
      ['gopherd -l /srv', 'string.unquoted.arguments'],
    );
  });

  it('looks through tcpd at the server that it starts', async () => {
    const [line] = await read('pop3 stream tcp nowait root /usr/sbin/tcpd ipop3d -d');
    claim(line, ['/usr/sbin/tcpd', 'support.function.wrapper'], ['ipop3d', 'entity.name.function.program'], ['-d', 'string.unquoted']);
  });

  it('does not take a server whose name ends like tcpd for the wrapper', async () => {
    const [line] = await read('x stream tcp nowait root /usr/sbin/mytcpd mytcpd');
    claim(line, ['/usr/sbin/mytcpd', 'entity.name.function.program'], ['mytcpd', 'string.unquoted']);
  });

  it('knows what inetd does itself', async () => {
    const [internal, other] = await read('echo dgram udp wait root internal\necho dgram udp wait root internald');
    claim(internal, ['dgram', 'storage.type.socket'], ['wait', 'keyword.control.wait'], ['internal', 'constant.language.internal']);
    claim(other, ['internald', 'entity.name.function.program']);
  });

  it('tells limits, groups, login classes and RPC versions apart', async () => {
    const [line] = await read('walld/1-3 dgram rpc/udp wait.40 _walld.tty/daemon /sbin/walld walld');
    claim(
      line,
      ['walld', 'entity.name.function.service'],
      ['/', 'punctuation.separator.version'],
      ['1-3', 'constant.numeric.version'],
      ['rpc/udp', 'support.type.protocol'],
      ['wait', 'keyword.control.wait'],
      ['40', 'constant.numeric.limit'],
      ['_walld', 'variable.other.user'],
      ['tty', 'variable.other.group'],
      ['daemon', 'variable.other.class'],
    );
  });

  it('knows addresses before a service, and on a line of their own', async () => {
    const [four, six, several, default6] = await read(
      [
        '192.0.2.7:ssh stream tcp nowait root /bin/sshd sshd -i',
        '[::1]:biff dgram udp6 wait tty /bin/b b',
        '10.0.0.1,10.0.0.2:time stream tcp nowait root internal',
        '::1:',
      ].join('\n'),
    );
    claim(four, ['192.0.2.7', 'constant.other.address'], [':', 'punctuation.separator.address'], ['ssh', 'entity.name.function.service']);
    claim(six, ['[::1]', 'constant.other.address'], ['biff', 'entity.name.function.service'], ['udp6', 'support.type.protocol']);
    claim(several, ['10.0.0.1,10.0.0.2', 'constant.other.address'], ['time', 'entity.name.function.service']);
    claim(default6, ['::1', 'constant.other.address'], [':', 'punctuation.separator.address']);
  });

  it('takes a path for the name of a local socket', async () => {
    const [line] = await read('/run/x/sock stream unix nowait root /bin/x x');
    claim(line, ['/run/x/sock', 'entity.name.function.service'], ['unix', 'support.type.protocol']);
  });

  it('goes on with an entry on a line that begins with a blank, in whichever field', async () => {
    const lines = await read('talkx dgram udp\n\twait root\n  /usr/bin/tcpd talkd -v\n   -q\nnext stream tcp nowait bin /b b');
    claim(lines[1], ['wait', 'keyword.control.wait'], ['root', 'variable.other.user']);
    claim(lines[2], ['/usr/bin/tcpd', 'support.function.wrapper'], ['talkd', 'entity.name.function.program'], ['-v', 'string.unquoted']);
    claim(lines[3], ['-q', 'string.unquoted']);
    claim(lines[4], ['next', 'entity.name.function.service'], ['bin', 'variable.other.user']);
  });

  it('starts anew after an empty line and after a comment', async () => {
    const lines = await read('a stream tcp nowait root /b b\n\n  c stream tcp nowait root /d d\n# e\n  f dgram udp wait root /g g');
    claim(lines[2], ['c', 'entity.name.function.service']);
    claim(lines[4], ['f', 'entity.name.function.service']);
  });

  it('tells commented-out entries from prose', async () => {
    const lines = await read(
      [
        '#uucp stream tcp nowait uucp /usr/sbin/uucico uucico -l',
        '# nntp  stream tcp nowait.60 news /usr/sbin/nntpd nntpd',
        '#<off># ident stream tcp wait identd /usr/sbin/identd identd',
        '# A stream of packets makes inetd wait for nobody.',
        'x stream tcp nowait root /y y',
      ].join('\n'),
    );
    for (const line of lines.slice(0, 3)) {
      claimAll(line, 'comment.line.number-sign');
      claimAll(line, 'meta.disabled');
    }
    claim(lines[2], ['#<off>#', 'punctuation.definition.comment'], ['ident', 'meta.service']);
    claimAll(lines[3], 'comment.line.number-sign');
    claim(lines[3], [' A stream of packets makes inetd wait for nobody.', '!meta.disabled']);
    claim(lines[4], ['x', '!comment']);
  });

  it('takes # for a comment in column 1 only', async () => {
    const [line] = await read('x stream tcp nowait root /y y # no comment');
    claim(line, ['y # no comment', '!comment']);
  });

  it('shows what is said to daemonlint', async () => {
    const [keep, ignore, set] = await read(
      ['# daemonlint: keep telnet, ftp', '# daemonlint: ignore[cleartext-login,x]: a lab', '# daemonlint: dialect=busybox'].join('\n'),
    );
    for (const line of [keep, ignore, set]) {
      claimAll(line, 'comment');
      claim(line, ['daemonlint:', 'keyword.other.directive']);
    }
    claim(keep, ['keep', 'keyword.control.keep'], ['telnet', 'entity.name.tag'], ['ftp', 'entity.name.tag']);
    claim(ignore, ['ignore', 'keyword.control.ignore'], ['cleartext-login', 'entity.name.tag.rule'], ['x', 'entity.name.tag.rule']);
    claim(ignore, [': a lab', '!entity']);
    claim(set, ['dialect', 'variable.parameter'], ['busybox', 'string.unquoted']);
  });

  it('keeps its place while an entry is being typed', async () => {
    const lines = await read('tft\ntftp dgram\ntftp dgram udp wai');
    claim(lines[0], ['tft', 'entity.name.function.service']);
    claim(lines[1], ['dgram', 'storage.type.socket']);
    claim(lines[2], ['udp', 'support.type.protocol'], ['wai', '!keyword']);
  });
});
