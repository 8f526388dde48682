/** What sysvinit 3.06 and BusyBox 1.35 of Debian, each run as the first process of a namespace of its own, made of lines on the edge. */
import assert from 'node:assert/strict';
import { applyEdits } from '../../core/src/index.js';
import { readAs } from '../support.js';

const PATH = '/etc/inittab';
const SYSV = '# daemonlint: dialect=sysvinit\nid:3:initdefault:\n';
const BUSYBOX = '# daemonlint: dialect=busybox\n::sysinit:/etc/init.d/rcS\n';

const found = (text: string) => readAs(PATH, text).findings.filter(({ rule }) => rule.startsWith('inittab/'));
const messages = (text: string) => found(text).map(({ message }) => message);
const isRefused = (text: string) => readAs(PATH, text).document.lines.some(({ problems }) => problems.length > 0);

describe('inittab: what each init makes of blanks', () => {
  it('beside an action, which no init then knows', () => {
    for (const entry of ['1:3: respawn:/x\n', '1:3:respawn :/x\n', '1:3:\trespawn:/x\n']) {
      assert.match(
        messages(SYSV + entry).join(),
        /^A blank stands beside “respawn”, and sysvinit takes it for a part of the action: /,
        entry,
      );
      assert.ok(isRefused(BUSYBOX + entry), entry);
      const text = SYSV + entry;
      assert.equal(applyEdits(text, found(text)[0]?.fixes[0]?.edits ?? []), `${SYSV}1:3:respawn:/x\n`);
    }
  });

  it('elsewhere, where they count as characters', () => {
    for (const entry of [' 1:3:respawn:/x\n', '1 :3:respawn:/x\n', '1: 3 :respawn:/x\n', '1:3:respawn: /x \n'])
      assert.ok(!isRefused(SYSV + entry), entry);
    assert.ok(isRefused(`${SYSV}123  :3:respawn:/x\n`));
    assert.ok(isRefused(`${SYSV}1:0123456789 :respawn:/x\n`.replace('9 ', '9  ')));
    assert.ok(isRefused(`${SYSV}1:3:respawn:/${'x'.repeat(126)} \n`));
  });

  it('beside a terminal, which BusyBox then does not find', () => {
    for (const [entry, meant] of [
      [' tty1::respawn:/opt/own\n', 'tty1::respawn:/opt/own\n'],
      ['tty1\t::respawn:/opt/own\n', 'tty1::respawn:/opt/own\n'],
      ['  ::shutdown:/opt/own\n', '::shutdown:/opt/own\n'],
    ] as const) {
      const text = BUSYBOX + entry;
      assert.match(
        messages(text).join(),
        /^A blank stands beside the (?:terminal|first colon), .*: it finds no terminal called so, and starts nothing\.$/,
        entry,
      );
      assert.equal(applyEdits(text, found(text)[0]?.fixes[0]?.edits ?? []), BUSYBOX + meant);
    }
  });

  it('before a process, which BusyBox then cannot run, unless a shell does', () => {
    assert.match(
      messages(`${BUSYBOX}::respawn: /opt/own\n`).join(),
      /A blank stands before the process, .* it says “can’t run” on the console\.$/,
    );
    assert.deepEqual(messages(`${BUSYBOX}::respawn: /opt/own >/dev/null\n`), []);
    assert.deepEqual(messages(`${BUSYBOX}::respawn:/opt/own \n`), []);
  });
});

describe('inittab: what BusyBox makes of one process that two entries of a terminal have', () => {
  it('is the later one, of which it is said what the earlier then does not do', () => {
    const text = `${BUSYBOX}::restart:/opt/own/halt\n::restart:/sbin/init\n::shutdown:/opt/own/halt\n`;
    assert.match(messages(text).join('\n'), /^A later entry has .*, and this one does not run as restart\. [^\n]*$/);
  });
});

describe('inittab: how long a field may be', () => {
  it('is counted in bytes', () => {
    assert.ok(!isRefused(`${SYSV}1:3:once:/${'é'.repeat(63)}\n`));
    assert.ok(isRefused(`${SYSV}1:3:once:/${'é'.repeat(64)}\n`));
    assert.ok(isRefused(`${SYSV}ééé:3:once:/x\n`));
  });
});

describe('inittab: what a backslash joins, to BusyBox alone', () => {
  it('an entry with the next line, and a comment with the entry below', () => {
    const joined = '::once:/opt/own \\\n-a\n::once:/opt/two\n';
    assert.deepEqual(
      readAs(PATH, BUSYBOX + joined).document.lines.map(({ type }) => type),
      ['comment', 'entry', 'entry', 'entry'],
    );
    assert.ok(isRefused(SYSV + joined.replaceAll('::', 'x:3:')));
    const lost = `${BUSYBOX}# C:\\\n::once:/opt/own\n`;
    assert.deepEqual(
      found(lost).map(({ rule }) => rule),
      ['inittab/continued-comment'],
    );
    assert.equal(readAs(PATH, lost).document.lines.flatMap(({ launches }) => launches).length, 1);
    assert.deepEqual(messages(lost.replace('\\\n', '\\\n# two\n')), []);
    assert.deepEqual(messages(`${SYSV}# C:\\\n1:3:once:/opt/own\n`), []);
  });

  it('of which the one in a comment behind an entry belongs to the comment', () => {
    const line = '::once:/opt/own \\\n-a # x \\\n-b\n';
    const tokens = readAs(PATH, BUSYBOX + line)
      .document.lines.at(-1)
      ?.tokens.map(({ role, text }) => [role, text]);
    assert.deepEqual(tokens?.slice(-5), [
      ['program', '/opt/own'],
      ['continuation', '\\'],
      ['argument', '-a'],
      ['comment', '# x \\'],
      ['comment', '-b'],
    ]);
  });
});

describe('inittab: line ends of CR LF', () => {
  it('are told once, where they change something', () => {
    const text = 'id:3:initdefault:\r\nsi::sysinit:/etc/init.d/rcS\r\n1:3:respawn:/sbin/getty tty1\r\n';
    assert.match(messages(text).join(), /^init takes the CR at the end of this line for a part of “\/etc\/init.d\/rcS”/);
    assert.equal(applyEdits(text, found(text)[0]?.fixes[0]?.edits ?? []), text.replaceAll('\r', ''));
    assert.deepEqual(messages('id:3:initdefault:\r\n1:3:respawn:/sbin/getty tty1\n'), []);
    assert.deepEqual(messages(`# daemonlint: dialect=sysv\n${text}`), []);
  });
});

describe('inittab: a process as init starts it', () => {
  /** What both were seen to make of it: run all of it, nothing, or the first command alone. */
  const seen: Readonly<Record<string, readonly string[]>> = {
    all: [
      '/bin/echo A >/dev/null',
      '/bin/echo A | cat; /bin/echo B',
      '/bin/echo A & /bin/echo B',
      '"/bin/echo" P',
      'sh -c "echo A; echo B"',
      '/bin/echo a;',
      "/bin/echo 'a; b'",
    ],
    nothing: [
      'exec /bin/echo A',
      'exec /bin/echo A $HOME',
      'A=b /bin/echo A',
      '(/bin/echo A; /bin/echo B)',
      '{ echo A; echo B; }',
      'while true; do echo A; break; done',
      'if true; then echo A; fi',
      '! echo $A',
    ],
    first: [
      '/bin/echo A; /bin/echo B',
      '/bin/echo A && /bin/echo B',
      'cd /; /bin/echo B',
      '/nonexist || /bin/echo B',
      '[ 1 = 1 ] && echo B',
    ],
  };

  for (const [what, processes] of Object.entries(seen))
    it(`is told where ${what === 'all' ? 'something is lost, and not elsewhere' : what === 'first' ? 'the first command alone is run' : 'nothing is'}`, () => {
      for (const process of processes)
        for (const text of [`${SYSV}x:3:once:${process}\n`, `${BUSYBOX}::once:${process}\n`]) {
          const own = found(text).filter(({ rule }) => rule === 'inittab/not-run');
          assert.deepEqual(
            own.map(({ severity }) => severity),
            what === 'all' ? [] : [what === 'first' ? 'warning' : 'error'],
            text,
          );
        }
    });

  it('is mended by leaving exec out, or by a shell for all of it', () => {
    const fixed = (process: string) => {
      const text = `${SYSV}x:3:once:${process}\n`;
      return applyEdits(text, found(text)[0]?.fixes[0]?.edits ?? []).slice(`${SYSV}x:3:once:`.length);
    };
    assert.equal(fixed('exec /opt/own -a'), '/opt/own -a\n');
    assert.equal(fixed('/opt/a && /opt/b'), "/bin/sh -c '/opt/a && /opt/b'\n");
  });

  it('has the signs of its own init alone', () => {
    const isTold = (text: string) => found(text).some(({ rule }) => rule === 'inittab/not-run');
    for (const sign of ['+', '@', '+@'])
      assert.deepEqual([isTold(`${SYSV}x:3:once:${sign}/x\n`), isTold(`${BUSYBOX}::once:${sign}/x\n`)], [false, true], sign);
    assert.deepEqual([isTold(`${SYSV}x:3:once:-/x\n`), isTold(`${BUSYBOX}::once:-/x\n`)], [true, false]);
    assert.deepEqual([isTold(`${SYSV}x:3:once:@+/x\n`), isTold(`${BUSYBOX}::once:--/x\n`)], [true, true]);
  });
});
