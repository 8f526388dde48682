/** inittab: whose it is, what init starts, what it refuses, how entries are turned off and on, and what the editor shows. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { actionsAt, applyEdits, completionsAt, hoverAt, signatureAt } from '../../core/src/index.js';
import { inittab } from '../../core/src/kinds/inittab/index.js';
import { pieces } from '../kinds/index.js';
import { readAs } from '../support.js';

const PATH = '/etc/inittab';
const read = (text: string, path = PATH) => readAs(path, text);
const SYSV = 'id:2:initdefault:\n';
const BUSYBOX = '::sysinit:/etc/init.d/rcS\n';

const launches = (text: string) =>
  read(text).document.lines.flatMap(({ launches: found }) =>
    found.map(({ subject, state, when, fact }) => [subject.text, state, when.type, fact]),
  );
const problems = (text: string) => read(text).document.lines.flatMap((line) => line.problems.map(({ message }) => message));
const found = (text: string, path = PATH) => read(text, path).findings.map(({ rule }) => rule);

describe('inittab: who is let in', () => {
  const said = (text: string) => read(text).findings.filter(({ rule }) => rule === 'inittab/root-shell');
  const mended = (text: string) => applyEdits(text, said(text)[0]?.fixes[0]?.edits ?? []);

  it('is told with the user, and as less where that is not root', () => {
    for (const [process, user, severity] of [
      ['/bin/setsid /bin/cttyhack /bin/sh', 'root', 'info'],
      ['/sbin/getty -n -l /bin/sh 38400 tty1', 'root', 'info'],
      ['/bin/login -f root', 'root', 'info'],
      ['/sbin/mingetty --noclear --autologin ann tty1', 'ann', 'hint'],
      ['/sbin/agetty --autologin=ann 38400 tty1', 'ann', 'hint'],
    ] as const)
      assert.deepEqual(
        said(`${BUSYBOX}tty1::respawn:${process}\n`).map((one) => [/ is (\w+) without/.exec(one.message)?.[1], one.severity]),
        [[user, severity]],
        process,
      );
    for (const process of ['/sbin/getty -l /bin/sh 38400 tty1', '/bin/login', '/sbin/agetty -8 38400 tty1', '/bin/sh /etc/own'])
      assert.deepEqual(said(`${BUSYBOX}tty1::respawn:${process}\n`), [], process);
  });

  it('is asked for a password by fixes that leave the rest alone', () => {
    const line = (process: string) => `${SYSV}1:2345:respawn:${process}\n`;
    assert.equal(mended(line('/sbin/agetty -a root 38400 tty1')), line('/sbin/agetty 38400 tty1'));
    assert.equal(mended(line('/sbin/mingetty tty1 --autologin root')), line('/sbin/mingetty tty1'));
    assert.equal(mended(line('/bin/login -f root tty1')), line('/bin/login tty1'));
    assert.equal(mended(line('/bin/ash --login')), line('/bin/login'));
    assert.equal(mended(`${BUSYBOX}tty1::askfirst:-/bin/bash -i -l # root\n`), `${BUSYBOX}tty1::askfirst:-/bin/login # root\n`);
    assert.equal(mended(`${BUSYBOX}::respawn:/bin/cttyhack /bin/sh -l\n`), `${BUSYBOX}::respawn:/bin/cttyhack /bin/login\n`);
    assert.equal(mended(line('/usr/sbin/telnetd -F -l /bin/sh')), line('/usr/sbin/telnetd -F -l /bin/login'));
    assert.equal(mended(line('/usr/sbin/telnetd -F -l/bin/sh')), line('/usr/sbin/telnetd -F -l/bin/login'));
    assert.equal(mended(line('/usr/sbin/telnetd -F -l sh')), line('/usr/sbin/telnetd -F -l /bin/login'));
    assert.equal(mended(line('/usr/sbin/utelnetd -l /bin/sh')), line('/usr/sbin/utelnetd -l /bin/login'));
    assert.equal(mended(line('/sbin/getty -n -l /bin/autologin 38400 tty1')), line('/sbin/getty -n -l /bin/login 38400 tty1'));
    assert.equal(mended(line('/sbin/getty -n -l /opt/own-autologin.sh 38400 tty1')), line('/sbin/getty -n -l /bin/login 38400 tty1'));
  });
});

describe('inittab: what init starts', () => {
  it('is started again, once, or not at all, by its action', () => {
    assert.deepEqual(launches(`${SYSV}sn:345:respawn:/usr/sbin/snmpd -f\nat:3:ONCE:/usr/sbin/atd\ngp:3:off:/usr/sbin/gpm\n`), [
      ['/usr/sbin/snmpd', 'on', 'respawn', 'snmpd'],
      ['/usr/sbin/atd', 'on', 'boot', 'atd'],
      ['/usr/sbin/gpm', 'off', 'respawn', 'gpm'],
    ]);
    assert.deepEqual(launches(`${SYSV}ca::ctrlaltdel:/sbin/shutdown -r now\npf::powerfail:/sbin/halt\n`), []);
  });

  it('is the program behind what runs it', () => {
    for (const process of [
      'exec /usr/sbin/snmpd',
      'nice -n 5 /usr/sbin/snmpd',
      'A=b exec /usr/sbin/snmpd',
      '+/usr/sbin/snmpd',
      '@/usr/sbin/snmpd',
    ])
      assert.deepEqual(
        launches(`${SYSV}sn:345:respawn:${process}\n`).map(([, , , fact]) => fact),
        ['snmpd'],
        process,
      );
    assert.deepEqual(
      launches(`${BUSYBOX}::once:/bin/busybox telnetd -F\n`)
        .map(([program, , , fact]) => [program, fact])
        .at(-1),
      ['telnetd', 'telnet'],
    );
    assert.deepEqual(
      launches(`${SYSV}s:3:respawn:/bin/sh -c /usr/sbin/snmpd\n`).map(([program]) => program),
      ['/bin/sh'],
    );
  });

  it('has the runlevels of the entry, all where it names none', () => {
    const levels = (entry: string) => {
      const when = read(`${SYSV}${entry}`).document.lines[1]?.launches[0]?.when;
      return when?.type === 'respawn' ? when.levels.join('') : '';
    };
    assert.deepEqual([levels('x:23s:respawn:/x\n'), levels('x::respawn:/x\n')], ['23S', '0123456789']);
    const once = (entry: string) => read(`${SYSV}${entry}`).document.lines[1]?.launches[0]?.when;
    assert.deepEqual(once('x:06:wait:/x\n'), { type: 'boot', levels: ['0', '6'] });
    assert.deepEqual(once('x:06:sysinit:/x\n'), { type: 'boot' });
    assert.deepEqual(once('x::once:/x\n'), { type: 'boot' });
  });

  it('is judged as elsewhere: a telnetd under respawn is a login in clear text', () => {
    assert.deepEqual(found(`${BUSYBOX}::respawn:/usr/sbin/telnetd -F\n`), ['cleartext-login']);
    assert.deepEqual(found(`${BUSYBOX}::respawn:/usr/sbin/telnetd\n`).sort(), ['cleartext-login', 'inittab/backgrounds']);
  });
});

describe('inittab: what init refuses', () => {
  it('is what sysvinit refuses', () => {
    assert.match(problems(`${SYSV}1:2345:respwan:/x\n`)[0] ?? '', /“respwan” is no action of sysvinit/);
    assert.match(problems('id:2:initdefault\nsi::sysinit:/x\n')[0] ?? '', /lacks the process/);
    assert.match(problems(`${SYSV}ttyS0:2:respawn:/x\n`)[0] ?? '', /id is 5 bytes long: 4/);
    assert.match(problems(`${SYSV}x:012345678901:respawn:/x\n`)[0] ?? '', /12 bytes long: 11/);
    assert.match(problems(`${SYSV}x:2:respawn:/${'x'.repeat(127)}\n`)[0] ?? '', /128 bytes long: 127/);
    assert.match(problems(`${SYSV}:2:respawn:/x\n`)[0] ?? '', /id is missing/);
    assert.deepEqual(problems(`${SYSV}  x:2:Respawn:/x a:b:c # d\n~~:S:wait:/sbin/sulogin\n`), []);
  });

  it('is what BusyBox refuses', () => {
    assert.match(problems(`${BUSYBOX}::Respawn:/x\n`)[0] ?? '', /“Respawn” is no action of BusyBox/);
    assert.match(problems(`${BUSYBOX}::respawn:\n`)[0] ?? '', /process is missing/);
    assert.match(problems(`${BUSYBOX}::respawn # x:/y\n`)[0] ?? '', /lacks the process/);
    assert.match(problems(`${BUSYBOX}id:3:initdefault:\n`)[0] ?? '', /initdefault/);
    assert.deepEqual(problems(`${BUSYBOX}a_very_long_terminal0:99999999999999:respawn:/x a:b # c\n`), []);
  });

  it('is nothing where one of them takes it, and nobody knows which it is', () => {
    assert.deepEqual(problems('x::respawn:/x\nlongname::once:/y\n'), []);
  });
});

describe('inittab: turning off and on', () => {
  const act = (text: string, type: 'disable' | 'enable') => {
    const at = text.lastIndexOf('/usr');
    const action = actionsAt(read(text), { start: at, end: at }).find(
      (one) => one.type === type || one.fix.turns === (type === 'disable' ? 'off' : 'on'),
    );
    return { text: applyEdits(text, action?.fix.edits ?? []), after: action?.fix.after };
  };

  it('comments the line out and in again, and says what to run', () => {
    const on = `${SYSV}sn:345:respawn:/usr/sbin/snmpd -f\r\n`;
    const off = `${SYSV}#sn:345:respawn:/usr/sbin/snmpd -f\r\n`;
    assert.deepEqual(act(on, 'disable'), { text: off, after: 'Run telinit q to make it take effect.' });
    assert.equal(act(off, 'enable').text, on);
    assert.match(act(`${BUSYBOX}::respawn:/usr/sbin/snmpd -f\n`, 'disable').after ?? '', /kill -HUP 1/);
    assert.equal(act(`${SYSV}sn:345:off:/usr/sbin/snmpd\n`, 'enable').text, `${SYSV}sn:345:respawn:/usr/sbin/snmpd\n`);
  });

  it('takes no header and no prose for an entry', () => {
    for (const comment of [
      '# <id>:<runlevels>:<action>:<process>',
      '# Note: the fields are: id:runlevels:action:process',
      '#x:2:respawn:',
      '# a b:2:respawn:/x',
    ])
      assert.equal(read(`${SYSV}${comment}\n`).document.lines[1]?.type, 'comment', comment);
  });

  it('changes nothing else, over generated files', () => {
    let turned = 0;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...(pieces.inittab ?? [])), { maxLength: 20 }), (parts) => {
        const text = parts.join('');
        const { document, read: reader, context } = read(text);
        for (const [index, { launches: starts }] of document.lines.entries())
          for (const launch of starts.filter(({ state }) => state === 'on')) {
            const start = document.starts[index] ?? 0;
            const [fix] = reader.disable(index, launch, context);
            assert.equal(fix === undefined, context.dialects.includes('sysv'));
            if (fix === undefined) continue;
            const edits = fix.edits.map((edit) => ({ ...edit, span: { start: edit.span.start + start, end: edit.span.end + start } }));
            const own = document.lines[index]?.text ?? '';
            assert.equal(
              applyEdits(text, edits),
              `${text.slice(0, start)}${own.replace(/^(?=.)/gm, '#')}${text.slice(start + own.length)}`,
            );
            turned++;
          }
      }),
      { numRuns: 300 },
    );
    assert.ok(turned > 100, `${turned}`);
  });
});

describe('inittab: in the editor', () => {
  it('says what fields and entries mean', () => {
    const text = `${SYSV}1:23:respawn:/sbin/getty 38400 tty1\n`;
    const hover = (word: string, of = text) => hoverAt(read(of), of.lastIndexOf(word) + 1)?.markdown ?? '';
    assert.match(hover('respawn'), /again whenever it ends/);
    assert.match(hover('23'), /2: several users.*3: several users and the network/);
    assert.match(hover('getty'), /Runlevels: 2 3\./);
    assert.match(hover('respawn', `${BUSYBOX}tty1::respawn:/sbin/getty 38400 tty1\n`), /one second after it ends/);
    assert.match(hover('tty1::', `${BUSYBOX}tty1::respawn:/x\n`), /\/dev\/tty1/);
  });

  it('proposes what the field takes, of the init in question', () => {
    const at = (before: string, marked: string) => {
      const offset = before.length + marked.indexOf('‸');
      const reading = read(before + marked.replace('‸', ''));
      return { labels: completionsAt(reading, offset).map(({ label }) => label), active: signatureAt(reading, offset, true)?.active };
    };
    assert.ok(at(SYSV, '1:2345:res‸\n').labels.includes('powerfail'));
    assert.ok(!at(BUSYBOX, '::res‸\n').labels.includes('powerfail') && at(BUSYBOX, '::res‸\n').labels.includes('askfirst'));
    assert.deepEqual(at(BUSYBOX, '‸\n').labels, ['::', 'tty1::', 'ttyS0::', 'console::']);
    assert.deepEqual(at(BUSYBOX, '‸::respawn:/sbin/getty\n').labels, ['tty1', 'ttyS0', 'console'], 'the colons are there');
    assert.ok(at(SYSV, '1:‸\n').labels.includes('2345'));
    assert.ok(at(SYSV, '1:23:respawn:/sb‸\n').labels.includes('/sbin/getty'));
    assert.deepEqual(at(SYSV, '# a:b:c‸\n'), { labels: [], active: undefined });
    assert.deepEqual(
      ['1‸', '1:‸', '1:2:r‸', '1:2:respawn:/x:‸'].map((text) => at(SYSV, text).active),
      [0, 1, 2, 3],
    );
  });

  it('gives records', () => {
    const text = `${SYSV}1:23:respawn:/sbin/getty 38400 tty1\n#x:2:off:/usr/sbin/snmpd\nbad\n`;
    const { document, record } = inittab.read(text, { form: 'inittab', dialects: ['sysvinit'] });
    const records = document.lines.map((_, index) => record(index, { form: 'inittab', dialect: 'sysvinit' }));
    assert.deepEqual(records[1], {
      type: 'entry',
      id: '1',
      runlevels: ['2', '3'],
      action: 'respawn',
      process: '/sbin/getty 38400 tty1',
      program: '/sbin/getty',
      fact: null,
    });
    assert.deepEqual(
      records.map((one) => one?.type),
      ['entry', 'entry', 'comment', 'rejected'],
    );
  });
});
