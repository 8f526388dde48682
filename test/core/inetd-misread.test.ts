/** What inetds misread without a word, and who says so. */
import assert from 'node:assert/strict';
import { applyEdits, safeEdits } from '../../core/src/index.js';
import { briefly, readAs } from '../support.js';
import { ids, message, own, PATH, reading } from './inetd-support.js';

const SSH = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n';

const fixed = (text: string) => {
  const [finding] = own(text);
  return applyEdits(text, finding?.fixes[0]?.edits ?? []);
};
const safely = (text: string) => applyEdits(text, safeEdits(own(text)).edits);

describe('what inetds misread', () => {
  it('a wait field: a word that is none, and a limit that nobody reads', () => {
    assert.deepEqual(ids('ssh stream tcp maybe root /usr/sbin/sshd sshd -i\n', 'openbsd-inetd'), ['warning inetd/wait-word']);
    assert.deepEqual(ids('ssh stream tcp nowait:40 root /usr/sbin/sshd sshd -i\n', 'openbsd-inetd'), ['warning inetd/wait-word']);
    assert.deepEqual(ids('ssh stream tcp nowait:40 root /usr/sbin/sshd sshd -i\n', 'netbsd'), []);
    assert.deepEqual(ids('ssh stream tcp nowait/40 root /usr/sbin/sshd sshd -i\n', 'freebsd'), []);
    assert.deepEqual(ids('ssh stream tcp nowait.40 root /usr/sbin/sshd sshd -i\n', 'freebsd'), ['warning inetd/wait-word']);
    assert.equal(fixed('ssh stream tcp nowait:40 root /usr/sbin/sshd sshd -i\n'), 'ssh stream tcp nowait:40 root /usr/sbin/sshd sshd -i\n');
    assert.match(message('syslog dgram udp wait:9 own /x x\n', 'openbsd-inetd'), /take.* the whole for nowait without one/);
    assert.match(
      message('ssh stream tcp maybe root /x x\n'),
      /NetKit.* take it for nowait without a word\. With GNU inetutils, an error is logged/,
    );
  });

  it('a wait field that is left out, or where the server stands', () => {
    const rest = 'sshd\n';
    assert.equal(fixed(`ssh stream tcp root /usr/sbin/sshd ${rest}`), `ssh stream tcp nowait root /usr/sbin/sshd ${rest}`);
    assert.deepEqual(ids('ssh stream tcp root /usr/sbin/sshd sshd -i\n'), ['warning inetd/wait-word']);
    assert.equal(fixed(`ssh stream tcp no.wait root /usr/sbin/sshd ${rest}`), `ssh stream tcp nowait root /usr/sbin/sshd ${rest}`);
    const early = `ssh stream tcp /usr/sbin/sshd nowait root ${rest}`;
    assert.equal(fixed(early), early);
    assert.match(message(early), /^“\/usr\/sbin\/sshd” is neither .*two fields too early\.$/);
  });

  it('a limit that the daemon refuses goes with the word that is written', () => {
    const text = '# daemonlint: dialect=busybox\nssh stream tcp nowait/40 root /usr/sbin/sshd sshd -i\n';
    const [finding] = own(text);
    assert.equal(applyEdits(text, finding?.fixes[0]?.edits ?? []), text.replace('/40', ''));
  });

  it('tcpd with options and no server: nothing that it could start is proposed', () => {
    const [finding] = own('tftp dgram udp wait nobody /usr/sbin/tcpd -s /srv/tftp\n');
    assert.deepEqual([finding?.rule, finding?.fixes], ['inetd/argument-zero', []]);
    assert.match(finding?.message ?? '', /called “-s” here/);
  });

  it('what the daemon itself complains of is an error to it', () => {
    assert.deepEqual(ids('ssh stream tcp nowait.0 root /usr/sbin/sshd sshd -i\n', 'openbsd-inetd'), ['error inetd/syntax']);
    assert.deepEqual(ids('ssh stream tcp nowait.0 root /usr/sbin/sshd sshd -i\n', 'inetutils'), []);
    assert.match(message('ssh stream tcp nowait.0 root /x x\n', 'openbsd-inetd'), /256 starts a minute are the limit\.$/);
    assert.match(message('ssh stream tcp nowait/9 root /x x\n', 'inetutils'), /the word is taken for nowait\.$/);
  });

  it('an indented line below an entry, for those that join lines', () => {
    const text = `${SSH}  4711 stream tcp nowait own /opt/own own\n`;
    assert.deepEqual(ids(text), ['warning inetd/indented-line']);
    assert.deepEqual(ids(text, 'inetutils'), []);
    assert.equal(fixed(text), `${SSH}4711 stream tcp nowait own /opt/own own\n`);
    assert.equal(fixed(`${SSH}\t # off\n`), `${SSH}#\t  off\n`);
    assert.deepEqual(ids(`${SSH}  -o Banner=none\n`), []);
  });

  it('indented comments below one another: all go into the first column at once', () => {
    const text = '# a note\n # and one\n \n #<off># ';
    assert.deepEqual(ids(text), ['error inetd/indented-comment']);
    assert.equal(safely(text), '# a note\n#  and one\n \n# <off># ');
    assert.deepEqual(ids(safely(text)), []);
  });

  it('an indented comment above the rest of an entry, or above an entry: what is below would be read alone', () => {
    const telnet = '  telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n';
    for (const text of [`  # a note\n${telnet}`, `${SSH}  # a note\n${telnet}`, `${SSH}  # a note\n  -o Banner=none\n`]) {
      assert.match(ids(text)[0] ?? '', /indented/);
      assert.equal(safely(text), text);
      assert.equal(fixed(text), text.replace('  # a note', '#   a note'));
    }
  });

  it('an indented comment to daemonlint: it is not followed before somebody looks', () => {
    for (const text of [' # daemonlint: keep telnet\n', '# daemonlint: keep telnet\n # daemonlint: keep telnet\n #<off># ']) {
      assert.deepEqual(ids(text), ['error inetd/indented-comment']);
      assert.equal(safely(text), text);
    }
    assert.equal(fixed(`${SSH} # daemonlint: keep telnet\n`), `${SSH}#  daemonlint: keep telnet\n`);
    assert.equal(safely(`${SSH} # daemonlint: keep telnet\n`), `${SSH} # daemonlint: keep telnet\n`);
  });

  it('a comment behind an entry', () => {
    const text = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i  # admins only\n';
    assert.deepEqual(ids(text), ['warning inetd/trailing-comment']);
    assert.match(message(text), /hands these 3 words to \/usr\/sbin\/sshd as arguments/);
    assert.equal(fixed(text), `# admins only\n${SSH}`);
    assert.deepEqual(ids(text, 'busybox'), []);
  });

  it('the brackets of an address, with GNU inetutils', () => {
    const text = '[::1]:ssh stream tcp6 nowait root /usr/sbin/sshd sshd -i\n';
    assert.deepEqual(ids(text, 'inetutils'), ['error inetd/syntax']);
    assert.deepEqual(ids(text, 'openbsd-inetd'), []);
    assert.match(message(text), /^Inetds differ here: openbsd-inetd and OpenBSD take this entry, GNU inetutils does not: .*brackets/);
  });

  it('stream over UDP and dgram over TCP', () => {
    assert.deepEqual(ids('ntp stream udp nowait root /opt/own own\n', 'openbsd-inetd'), ['warning inetd/socket-pair']);
    assert.deepEqual(ids('ntp stream udp nowait root /opt/own own\n', 'busybox'), ['error inetd/syntax']);
    assert.deepEqual(ids('ntp stream udp nowait root /opt/own own\n'), ['warning inetd/socket-pair']);
  });

  it('RPC versions in reverse', () => {
    assert.deepEqual(ids('390001/3-1 dgram rpc/udp wait own /opt/own own\n', 'netkit'), ['warning inetd/rpc-versions']);
    assert.deepEqual(ids('390001/3-1 dgram rpc/udp wait own /opt/own own\n', 'openbsd'), ['error inetd/syntax']);
  });

  it('an entry over several lines, with the inetd of Debian', () => {
    const text = 'ssh stream tcp nowait root\n\t/usr/sbin/sshd sshd -i\n';
    assert.deepEqual(ids(text, 'openbsd-inetd'), ['warning inetd/read-twice']);
    assert.deepEqual(ids('ssh stream\n\ttcp nowait root /usr/sbin/sshd sshd -i\n', 'openbsd-inetd'), ['error inetd/read-twice']);
    assert.deepEqual(ids(text), []);
    const debian = readAs(PATH, text, { host: { root: '/h', files: [], system: 'debian' } });
    assert.deepEqual(briefly(debian), ['inetd/read-twice@1']);
    const [finding] = own(`${text}`, 'openbsd-inetd');
    assert.equal(
      applyEdits(`# daemonlint: dialect=openbsd-inetd\n${text}`, finding?.fixes[0]?.edits ?? []),
      '# daemonlint: dialect=openbsd-inetd\nssh stream tcp nowait root\t/usr/sbin/sshd sshd -i\n',
    );
  });
});

describe('an entry for both families, and one for IPv6', () => {
  const both = 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n';
  const six = both.replace('tcp', 'tcp6');

  it('collide where tcp means both', () => {
    assert.match(message(both + six, 'openbsd-inetd'), /a second time over IPv6: .*Write tcp4/);
    assert.match(message(six + both, 'openbsd-inetd'), /silently drops the earlier one/);
    const head = '# daemonlint: dialect=openbsd-inetd\n';
    const [finding] = own(both + six, 'openbsd-inetd');
    assert.equal(applyEdits(head + both + six, finding?.fixes[0]?.edits ?? []), head + both.replace('tcp', 'tcp4') + six);
  });

  it('stand side by side elsewhere', () => {
    for (const dialect of ['openbsd', 'inetutils']) assert.deepEqual(ids(both + six, dialect), []);
    assert.deepEqual(ids(both.replace('tcp', 'tcp4') + six, 'openbsd-inetd'), []);
  });
});

describe('the inetds that a file may be written for', () => {
  it('show by what its entries ask of one', () => {
    // Only FreeBSD reads such a limit, so nobody else is meant.
    assert.deepEqual(ids('ssh stream tcp nowait/10/3 root /usr/sbin/sshd sshd -i\n'), []);
    assert.deepEqual(ids('390001/1 dgram rpc/udp wait own /opt/own own\n'), []);
    assert.deepEqual(ids('127.0.0.1:ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n'), []);
    assert.deepEqual(ids('sink stream tcp nowait root internal\n'), []);
    // FreeBSD looks a number up as a name.
    assert.deepEqual(ids('4711 stream tcp nowait own /opt/own own\n'), []);
    assert.match(message('4711 stream tcp nowait own /opt/own own\n', 'freebsd'), /takes a port number for a name: give port 4711 a name/);
  });

  it('disagree where nothing shows it', () => {
    assert.match(message('ssh stream tcp nowait.x root /usr/sbin/sshd sshd -i\n'), /^Inetds differ here: NetKit/);
  });

  it('are heard of by auditors, the implausible ones too', () => {
    const hints = reading('127.0.0.1:ssh stream tcp4 nowait root /usr/sbin/sshd sshd -i\n', '', 'auditor').findings.filter(
      ({ rule }) => rule === 'inetd/portability',
    );
    assert.deepEqual(
      hints.map(({ severity }) => severity),
      ['hint'],
    );
    assert.match(hints[0]?.message ?? '', /^Elsewhere this is read differently: .*BusyBox does not: “tcp4” is no protocol/);
    const named = reading('127.0.0.1:ssh stream tcp4 nowait root /usr/sbin/sshd sshd -i\n', 'openbsd-inetd', 'auditor');
    assert.deepEqual(briefly(named), []);
  });
});

describe('names of services', () => {
  it('are those of the host, where it has a list of them', () => {
    const host = { 'etc/services': 'ssh 22/tcp\n' };
    assert.deepEqual(briefly(readAs(PATH, `${SSH}time stream tcp nowait own /x x\n`, { keep: ['time'] }, host)), [
      'inetd/unknown-service@2',
    ]);
  });

  it('are hints elsewhere, and warnings where one that is known is nearly the same', () => {
    assert.deepEqual(ids('streamts stream tcp nowait own /opt/own own\n'), ['hint inetd/unknown-service']);
    assert.deepEqual(ids('SSH stream tcp nowait root /usr/sbin/sshd sshd -i\n'), ['warning inetd/unknown-service']);
    // Another number, or another letter in a short name, is another service.
    for (const name of ['nrpe2', 'mrpc', 'auth2', 'nrpd', 'imap4'])
      assert.deepEqual(ids(`${name} stream tcp nowait own /opt/own own\n`), ['hint inetd/unknown-service'], name);
    for (const [name, meant] of Object.entries({ telent: 'telnet', sshd: 'ssh', pop3d: 'pop3', smpt: 'smtp', rpcc: 'rpc' }))
      assert.match(
        readAs(PATH, `${name} stream tcp nowait own /opt/own own\n`)
          .findings.map(({ message }) => message)
          .join('\n'),
        new RegExp(`Probably ${meant} \\(port \\d+\\) is meant`),
      );
    assert.equal(fixed('sssh stream tcp nowait root /usr/sbin/sshd sshd -i\n'), SSH);
    for (const name of ['4711', '/run/own', 'tcpmux/own']) {
      const protocol = name.startsWith('/') ? 'unix' : 'tcp';
      assert.deepEqual(ids(`${name} stream ${protocol} nowait own /opt/own own\n`), [], name);
    }
  });
});

describe('a field that is missing', () => {
  const said = (text: string) =>
    readAs(PATH, text)
      .findings.filter(({ rule }) => rule === 'inetd/syntax' || rule === 'inetd/missing-user')
      .map(({ rule, message }) => `${rule} ${message}`)
      .join('\n');

  it('is the user, where the path of the server stands in its place', () => {
    assert.match(
      said('own stream tcp nowait /opt/own\n'),
      /^inetd\/syntax .*lacks the user: the path of the server stands a field too early\./,
    );
    assert.match(said('own stream tcp /opt/own\n'), /lacks the user and server program\./);
    assert.match(said('own stream tcp own /opt/own\n'), /lacks the wait or nowait: the path/);
    assert.match(said('own stream tcp nowait own\n'), /lacks the server program\./);
    assert.match(
      said('own stream tcp nowait.4 /opt/own.d own -x\n'),
      /^inetd\/missing-user The user is missing: “\/opt\/own\.d” stands in its place/,
    );
    assert.equal(said('own stream tcp own /opt/own own\n'), '', 'the wait field is missing, and told elsewhere');
    assert.equal(said('own stream tcp nowait own /opt/own own\n'), '');
  });

  it('is written by a fix, before the path', () => {
    const [first] = readAs(PATH, 'own stream tcp nowait /opt/own own -x\n').findings.filter(({ rule }) => rule === 'inetd/missing-user');
    assert.deepEqual(
      first?.fixes.map(({ edits }) => applyEdits('own stream tcp nowait /opt/own own -x\n', edits)),
      ['own stream tcp nowait nobody /opt/own own -x\n', 'own stream tcp nowait root /opt/own own -x\n'],
    );
  });
});
