/** inittab: which init reads a file, by what it says. */
import assert from 'node:assert/strict';
import { actionsAt, applyEdits, identify } from '../../core/src/index.js';
import type { InittabLine } from '../../core/src/kinds/inittab/model.js';
import type { Document } from '../../core/src/model/document.js';
import { readAs } from '../support.js';

const PATH = '/etc/inittab';
const read = (text: string) => readAs(PATH, text);
const SYSV = 'id:2:initdefault:\n';
const BUSYBOX = '::sysinit:/etc/init.d/rcS\n';

const problems = (text: string) => read(text).document.lines.flatMap((line) => line.problems.map(({ message }) => message));
const linesOf = ({ lines }: Document) => lines as readonly InittabLine[];

describe('inittab: whose it is', () => {
  const whose = (text: string, path = PATH) => identify({ path, text, sniff: true })?.dialects;

  it('shows by what only one init takes, and by the path', () => {
    assert.deepEqual(whose(SYSV), ['sysvinit']);
    assert.deepEqual(whose(BUSYBOX), ['busybox']);
    assert.deepEqual(whose('1:2345:respawn:/sbin/getty 38400 tty1\n'), ['sysvinit']);
    assert.deepEqual(whose('tty1::askfirst:-/bin/login\n'), ['busybox']);
    assert.deepEqual(whose('x::respawn:/bin/x\n'), ['sysvinit', 'busybox']);
    assert.deepEqual(whose('x::respawn:/bin/x\n', '/build/busybox-1.36/etc/inittab'), ['busybox']);
  });

  it('shows by what most of its entries are: one in the words of the other init is a mistake', () => {
    const openrc = `${SYSV}rc::bootwait:/sbin/openrc boot\n`;
    assert.deepEqual(whose(`${openrc}::once:/sbin/openrc async\n`), ['sysvinit']);
    assert.deepEqual(problems(`${openrc}::once:/sbin/openrc async\n`), ['The id is missing: init logs an error and skips the entry.']);
    assert.deepEqual(whose(`${BUSYBOX}::shutdown:/etc/rcK\nid:3:initdefault:\n`), ['busybox']);
    assert.deepEqual(whose(`${BUSYBOX}#id:3:initdefault:\n#l3:3:bootwait:/x\n`), ['busybox']);
  });

  it('is of BusyBox with the actions of OpenWrt, which counts what they start', () => {
    const text = '::askconsole:/bin/login\n::askconsolelate:/bin/login\n::respawnlate:/usr/sbin/telnetd -F\n';
    assert.deepEqual(whose(text), ['busybox']);
    assert.deepEqual(problems(text), []);
    assert.deepEqual(
      read(text).findings.map(({ rule }) => rule),
      ['cleartext-login'],
    );
  });

  it('shows by programs that only one family of systems has', () => {
    for (const process of ['/sbin/rc.boot 3', '/usr/sbin/srcmstr', '/usr/lib/saf/sac -t 300', '/sbin/own >/dev/msglog', '/sbin/ioinitrc'])
      assert.deepEqual(whose(`${SYSV}x::sysinit:${process}\n`), ['sysv'], process);
    assert.deepEqual(whose(`${SYSV}# as x::sysinit:/sbin/rc.boot\n`), ['sysvinit']);
    assert.deepEqual(whose('x::sysinit:/opt/own/rc.boots\n'), ['sysvinit', 'busybox']);
  });

  it('is of AIX with long ids, comments behind a colon, and no # that would turn an entry off', () => {
    const text = `: mine\ninit:2:initdefault:\nsrcmstr:2:respawn:/usr/sbin/srcmstr\n:piobe:2:wait:/usr/own\ntty0:2:hold:/usr/sbin/getty /dev/tty0\nsnmp:2:once:/usr/sbin/snmpd\n`;
    assert.deepEqual(problems(text), []);
    assert.deepEqual(
      read(text).findings.map(({ rule, fixes }) => [rule, fixes]),
      [['risky-daemon', []]],
    );
    assert.equal(problems(text.replace('respawn', 'askfirst')).length, 1);
    assert.equal(problems(text.replace('respawn', 'Respawn')).length, 1);
  });

  it('of System V goes on behind a backslash, and need not say an action', () => {
    const sysv = 'x::sysinit:/sbin/rc.boot 3\n';
    const text = `${sysv}ca:2:respawn:/usr/lib/saf/ttymon -g \\\n -l console # \\\n -m x\n01:2::/etc/getty tty01\nco:2::/usr/sbin/snmpd\n`;
    const { document } = read(text);
    assert.deepEqual(problems(text), []);
    assert.deepEqual(
      linesOf(document).map(({ entry }) => [entry?.id?.text, entry?.does, entry?.args.map((arg) => arg.text).join(' ')]),
      [
        ['x', 'sysinit', '3'],
        ['ca', 'respawn', '-g -l console # -m x'],
        ['01', 'respawn', 'tty01'],
        ['co', 'off', ''],
      ],
    );
    assert.deepEqual(
      document.lines.map(({ launches: [launch] }) => launch?.state),
      ['on', 'on', 'on', 'off'],
    );
    const on = actionsAt(read(text), { start: text.indexOf('/usr/sbin'), end: text.indexOf('/usr/sbin') }).find(
      ({ type }) => type === 'enable',
    );
    assert.equal(applyEdits(text, on?.fix.edits ?? []), text.replace('co:2::', 'co:2:respawn:'));
    // A comment ends with its line, and of two backslashes the second is one by itself.
    assert.equal(read(`${sysv}# x \\\nca:2:once:/x \\\\\ncb:2:once:/y\n`).document.lines.filter(({ type }) => type === 'entry').length, 3);
    // The inits of Linux know neither.
    assert.match(problems(`${SYSV}1:2::/sbin/getty tty1\n`)[0] ?? '', /action is missing: init logs/);
    assert.match(problems(`${SYSV}1:2:once:/x \\\n -l\n`)[0] ?? '', /lacks the runlevels/);
  });

  it('is nobody’s where another program has a file of that name', () => {
    for (const path of ['/etc/dhcp/inittab', '/usr/src/poeigl/inittab', '/x/inittab.xsl', '/man/inittab.5', '/etc/inittab.c'])
      assert.equal(identify({ path, text: '', sniff: false }), undefined, path);
    for (const path of ['/etc/inittab', '/etc/inittab.d/x.tab', '/board/inittab-serial', 'inittab.upstream'])
      assert.equal(identify({ path, text: '', sniff: false })?.kind.id, 'inittab', path);
  });

  it('is known by its content', () => {
    assert.equal(identify({ path: '', text: `# x\n${SYSV}si::sysinit:/etc/init.d/rcS\n`, sniff: true })?.kind.id, 'inittab');
    assert.equal(identify({ path: '', text: 'root:x:0:0:root:/root:/bin/bash\n', sniff: true }), undefined);
  });
});
