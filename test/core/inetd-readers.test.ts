/**
 * Lines on which inetds differ, with what each made of them: openbsd-inetd 0.20221205 and inetutils 2.4 of Debian and BusyBox 1.35 as run; FreeBSD's and NetBSD's getconfigent
 * and skip in a program of their own around the text of their sources.
 */
import assert from 'node:assert/strict';
import { inetd } from '../../core/src/kinds/inetd/index.js';
import type { InetdLine } from '../../core/src/kinds/inetd/model.js';
import { ids, message } from './inetd-support.js';

type Row = readonly [dialect: string, field: string, taken: readonly string[], refused: readonly string[]];

/** A field of an entry that is fine besides; `service` and `server` stand for the words in those places. */
const rows: readonly Row[] = [
  [
    'openbsd-inetd',
    'wait',
    ['nowait.010', 'nowait.0x1F', 'nowait.2147483647', 'nowait.4294967297'],
    ['nowait.08', 'nowait.2147483648', 'nowait.4294967296', 'nowait.99999999999999999999', 'nowait.-1'],
  ],
  [
    'openbsd-inetd',
    'protocol',
    ['tcp,rcvbuf=2047m', 'tcp64', 'tcp,rcvbuf=4294967297'],
    ['tcp,rcvbuf=2048m', 'tcp,rcvbuf=4194304k', 'tcp,rcvbuf=4294967296', 'tcp46', 'tcp,rcvbuf=0k'],
  ],
  ['busybox', 'wait', ['nowait.4294967295', 'wait.0000000000123'], ['nowait.4294967296', 'nowait.-1', 'nowait.']],
  [
    'freebsd',
    'wait',
    ['nowait/32767', 'nowait/+5', 'nowait/3/x', 'waiting', 'nowait.x'],
    ['nowait/32768', 'nowait/', 'nowait/-1', 'nowait/x', 'maybe'],
  ],
  ['freebsd', 'protocol', ['tcp/x', 'tcp/ttcp', 'tcp64', 'udp46'], ['udp/x', 'tcp5', 'tcpx', 'TCP']],
  ['freebsd', 'service', ['ssh', '/run/own'], ['7777', '0']],
  [
    'netbsd',
    'socket',
    ['stream', 'streams', 'stream,5', 'stream:http', 'stream:a,b'],
    ['stream:', 'stream:a:b', 'stream:a,b,c', 'dgram,5', 'Stream'],
  ],
  ['netbsd', 'wait', ['nowait:5', 'nowait.0', 'maybe'], ['nowait:5x', 'nowait:', 'nowait.x:5x', 'nowait.2147483648']],
  ['netbsd', 'service', ['0', '65535'], ['65536']],
];

const FIELDS = ['service', 'socket', 'protocol', 'wait', 'user', 'server'];

const lineWith = (field: string, word: string): string => {
  const words = ['ssh', 'stream', 'tcp', 'nowait', 'root', '/usr/sbin/sshd'];
  if (word === '/run/own') words[2] = 'unix';
  words[FIELDS.indexOf(field)] = word;
  return `${words.join(' ')}\n`;
};

const isRefused = (dialect: string, text: string): boolean =>
  inetd.read(text, { form: 'inetd', dialects: [dialect] }).document.lines.some(({ problems }) => problems.length > 0);

const argumentsOf = (dialect: string, text: string): readonly (readonly string[])[] =>
  (inetd.read(text, { form: 'inetd', dialects: [dialect] }).document.lines as readonly InetdLine[]).flatMap(({ entry }) =>
    entry ? [entry.args.map((word) => word.text)] : [],
  );

describe('what one inetd takes and another does not', () => {
  for (const [dialect, field, taken, refused] of rows)
    it(`${dialect}, ${field}`, () => {
      assert.deepEqual(
        taken.filter((word) => isRefused(dialect, lineWith(field, word))),
        [],
      );
      assert.deepEqual(
        refused.filter((word) => !isRefused(dialect, lineWith(field, word))),
        [],
      );
    });

  it('is an RPC version of 0, which makes it no RPC service to OpenBSD, and one in octal', () => {
    const line = (versions: string) => `rstatd/${versions} dgram rpc/udp wait root /usr/libexec/rpc.rstatd\n`;
    for (const versions of ['1-010', '0x1-0x2', '07']) assert.ok(!isRefused('openbsd', line(versions)), versions);
    for (const versions of ['0', '08', '010-7', '1-2147483648']) assert.ok(isRefused('openbsd', line(versions)), versions);
    for (const versions of ['1-', '1--']) assert.ok(isRefused('netbsd', line(versions)) && !isRefused('freebsd', line(versions)), versions);
    assert.ok(!isRefused('netbsd', line('3-1')));
  });

  it('is a unix socket that FreeBSD knows by the last part of its path', () => {
    const line = '/var/run/echo stream unix nowait root internal\n';
    assert.ok(!isRefused('freebsd', line));
    assert.ok(isRefused('netbsd', line));
  });

  it('is a message that says which mark and what stands behind it', () => {
    assert.match(
      message(lineWith('wait', 'nowait/40000'), 'freebsd'),
      /“nowait\/40000”: behind the slash stands how many programs may run at a time, a number up to 32767\./,
    );
    assert.match(message(lineWith('wait', 'nowait:x'), 'netbsd'), /behind the colon .* 0 is the limit/);
  });
});

describe('the words that an inetd hands to a program', () => {
  const entry = (words: string) => `ssh stream tcp nowait root /opt/own ${words}\n`;

  it('are cut by quotes as each cuts them', () => {
    const words = `own "a b"c 'd e' f="g h"`;
    assert.deepEqual(argumentsOf('openbsd', entry(words)), [['own', '"a', 'b"c', "'d", "e'", 'f="g', 'h"']]);
    assert.deepEqual(argumentsOf('freebsd', entry(words)), [['own', 'a b', 'c', 'd e', 'f="g', 'h"']]);
    assert.deepEqual(argumentsOf('inetutils', entry(words)), [['own', 'a b', 'c', 'd e', 'f=', 'g h']]);
    // One word each: what stands there, since its quotes are in its midst.
    assert.deepEqual(argumentsOf('netbsd', entry(words)), [['own', '"a b"c', 'd e', 'f="g h"']]);
  });

  it('lose their quotes before a field is judged', () => {
    for (const dialect of ['freebsd', 'netbsd']) {
      assert.ok(!isRefused(dialect, `ssh "stream" 'tcp' "nowait" root "/opt/my own"\n`), dialect);
      assert.ok(isRefused(dialect, `ssh stream tcp nowait root "internal"\n`), dialect);
    }
    assert.ok(!isRefused('netbsd', `ssh str'ea'm tcp nowait root /opt/own\n`));
    assert.ok(isRefused('freebsd', `ssh str'ea'm tcp nowait root /opt/own\n`));
    // An open quote takes the rest of the line for one word.
    assert.ok(isRefused('freebsd', 'ssh "stream tcp nowait root /opt/own\n'));
  });

  it('go on behind a backslash without a blank between them, with BusyBox', () => {
    assert.deepEqual(argumentsOf('busybox', entry('own -a\\\n -b')), [['own', '-a', '-b']]);
    assert.ok(isRefused('busybox', 'ssh stream tcp nowait\\\nroot /opt/own\n'));
    assert.ok(!isRefused('busybox', 'ssh stre\\\nam tcp nowait root /opt/own\n'));
    assert.deepEqual(argumentsOf('busybox', entry('own \\').trimEnd()), [['own']]);
  });

  it('are twenty to most: FreeBSD refuses the entry, others drop the rest', () => {
    const long = entry(`own${' -x'.repeat(20)}`);
    assert.ok(isRefused('freebsd', long) && !isRefused('freebsd', entry(`own${' -x'.repeat(19)}`)));
    for (const dialect of ['openbsd-inetd', 'netbsd', 'busybox'])
      assert.deepEqual(ids(long, dialect), ['warning inetd/long-line'], dialect);
    assert.deepEqual(ids(long, 'inetutils'), []);
    assert.match(
      message(long, 'openbsd-inetd'),
      /^This entry has 21 words .*: openbsd-inetd keeps 20 of them and says nothing of the rest/,
    );
  });
});

describe('what does not fit into the buffer of a line', () => {
  it('is told for each size, in comments too', () => {
    assert.deepEqual(ids(`# ${'x'.repeat(1021)}\n`, 'openbsd'), []);
    assert.deepEqual(ids(`# ${'x'.repeat(1022)}\n`, 'openbsd'), ['warning inetd/long-line']);
    assert.deepEqual(ids(`# ${'x'.repeat(1022)}\n`, 'freebsd'), []);
    assert.match(
      message(`# ${'é'.repeat(1100)}\n`),
      /has 2202 bytes: NetKit, openbsd-inetd and OpenBSD read 1023 of them .*; FreeBSD reads 2047/,
    );
  });
});

describe('an indented entry behind an empty line', () => {
  const text = '# own\n\n  ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n';

  it('is read for ever by openbsd-inetd of Debian alone', () => {
    assert.deepEqual(ids(text, 'openbsd-inetd'), ['error inetd/read-twice']);
    assert.match(message(text, 'openbsd-inetd'), /empty line above .* for ever: nothing that follows is offered, and nothing is logged/);
    assert.deepEqual(ids(text, 'openbsd'), []);
  });

  it('ends where the family is named, the line above is a comment, or none', () => {
    for (const other of [text.replace('tcp', 'tcp6'), text.replace('\n\n', '\n'), text.replace('# own\n\n', '')])
      assert.deepEqual(ids(other, 'openbsd-inetd'), [], other);
  });
});
