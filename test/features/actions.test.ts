/** What can be done at a place: the fixes of findings, switching off and on, and fix-all. */
import assert from 'node:assert/strict';
import { actionsAt, applyEdits, safeEdits } from '../../core/src/index.js';
import { readAs } from '../support.js';
import { actions, at } from './support.js';

const INETD = '/etc/inetd.conf';
const USER = '/var/spool/cron/crontabs/ann';
const LINKS = 'rc3.d.txt';
const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';
const SNMPD = 'lrwxrwxrwx 1 root root 15 Jan 1 2000 S50snmpd -> ../init.d/snmpd\n';

/** Rewrites have a test of their own. */
const switching = (path: string, marked: string) => actions(path, marked).filter(({ type }) => type !== 'rewrite');
const types = (path: string, marked: string) => switching(path, marked).map(({ type }) => type);

describe('actions', () => {
  it('answer a finding first, and name it', () => {
    const [first, ...others] = switching(INETD, `‸${FINGER}`);
    assert.equal(first?.type, 'fix');
    assert.equal(first?.finding?.rule, 'risky-daemon');
    assert.equal(first?.fix.turns, 'off');
    assert.deepEqual(others, [], 'switching the entry off does the same and is not offered twice');
  });

  it('of a selection of many lines are each looked at a few times, not once for each other', () => {
    const lines = 300;
    const text = 'own stream tcp nowait own /opt/own own\n'.repeat(lines);
    const reading = readAs(INETD, text);
    let asked = 0;
    const findings = reading.findings.map((finding, index) => ({
      ...finding,
      fixes: [
        {
          title: 'Write it otherwise',
          safe: false,
          get edits() {
            asked++;
            return [{ span: finding.span, text: `${index}` }];
          },
        },
      ],
    }));
    assert.ok(findings.length >= lines - 1);
    assert.ok(actionsAt({ ...reading, findings }, { start: 0, end: text.length }).length >= 2 * lines - 1);
    assert.ok(asked <= 3 * findings.length, `${asked}`);
  });

  it('switch an entry off that no finding is about', () => {
    const [first, ...others] = switching(INETD, '‸own stream tcp nowait own /opt/own own\n');
    assert.deepEqual([first?.type, first?.finding, others], ['disable', undefined, []]);
    assert.deepEqual(types(USER, '0 4 * * * ‸/bin/x\n'), ['disable']);
  });

  it('switch an entry on that is commented out', () => {
    const [first, ...others] = switching(INETD, `#fin‸${FINGER.slice(3)}`);
    assert.deepEqual([first?.type, first?.fix.turns ?? 'on', others], ['enable', 'on', []]);
    assert.equal(applyEdits(`#${FINGER}`, first?.fix.edits ?? []), FINGER);
  });

  it('are there anywhere in the line of an entry, and only for that line', () => {
    const text = `${FINGER}own stream tcp nowait own /opt/own own\n`;
    const isSwitch = ({ type }: { readonly type: string }) => type !== 'rewrite';
    for (const offset of [0, 10, FINGER.length - 1])
      assert.deepEqual(
        actionsAt(readAs(INETD, text), { start: offset, end: offset }, isSwitch).map(({ fix }) => fix.edits),
        [[{ span: { start: 0, end: 0 }, text: '#' }]],
      );
    assert.deepEqual(
      actionsAt(readAs(INETD, text), { start: FINGER.length + 5, end: FINGER.length + 5 }, isSwitch).map(({ fix }) => fix.edits),
      [[{ span: { start: FINGER.length, end: FINGER.length }, text: '#' }]],
    );
  });

  it('are those of all lines that are selected', () => {
    const text = `${FINGER}own stream tcp nowait own /opt/own own\n#ftp stream tcp nowait root /usr/sbin/in.ftpd\n`;
    assert.deepEqual(
      actionsAt(readAs(INETD, text), { start: 2, end: text.length }).map(({ type }) => type),
      ['fix', 'disable', 'enable'],
    );
  });

  it('do the same only once, however many findings and launches ask for it', () => {
    for (const [path, marked] of [
      [INETD, '‸tftp dgram udp wait root /usr/sbin/in.tftpd in.tftpd\n'],
      [USER, '0 4 * * * ‸service snmpd restart; service atd restart; echo x | at now\n'],
      [USER, '#0 4 * * * ‸service snmpd restart; service atd restart\n'],
      [LINKS, `${SNMPD.slice(0, 45)}‸${SNMPD.slice(45)}`],
    ] as const) {
      const edits = actions(path, marked).map(({ fix }) => JSON.stringify([fix.copy, fix.edits]));
      assert.ok(edits.length > 0, marked);
      assert.equal(new Set(edits).size, edits.length, marked);
    }
  });

  it('are only those that are wanted', () => {
    const { reading, offset } = at(USER, '0 4 * * * ‸/usr/sbin/snmpd\n');
    const span = { start: offset, end: offset };
    assert.deepEqual(
      actionsAt(reading, span, ({ type }) => type === 'disable').map(({ type }) => type),
      ['disable'],
    );
    assert.deepEqual(
      actionsAt(reading, span, () => false),
      [],
    );
  });

  it('on a link copy the command first, then edit the listing only, never safely', () => {
    const found = actions(LINKS, `/etc/rc.d/rc3.d:\n${SNMPD.slice(0, 45)}‸${SNMPD.slice(45)}`);
    assert.match(found[0]?.fix.copy ?? '', /^(?:chkconfig snmpd off|update-rc\.d snmpd disable)$/);
    assert.deepEqual(found[0]?.fix.edits, []);
    const edits = found.filter(({ fix }) => fix.edits.length > 0);
    assert.ok(edits.length > 0);
    for (const { fix } of edits) assert.match(fix.title, /^Edit this listing only; /);
    assert.ok(found.every(({ fix }) => !fix.safe));
  });

  it('say once what remains to be done on the host', () => {
    const [first] = actions(INETD, `‸${FINGER}`);
    assert.match(first?.fix.after ?? '', /HUP/);
  });

  it('use the mark that is set', () => {
    const [first] = actions(INETD, `‸${FINGER}`, {}, { offMark: '#<off># ' });
    assert.equal(applyEdits(FINGER, first?.fix.edits ?? []), `#<off># ${FINGER}`);
  });

  it('are none in comments, blank lines and empty texts', () => {
    assert.deepEqual(types(INETD, '# pro‸se\n'), []);
    assert.deepEqual(types(INETD, `${FINGER}‸\n`), []);
    assert.deepEqual(types(INETD, '‸'), []);
    assert.deepEqual(types(USER, 'A=‸b\n').includes('disable'), false);
  });

  it('comment out all physical lines of an entry, with its line ends', () => {
    const text = 'finger stream tcp nowait nobody\r\n\t/usr/sbin/in.fingerd\r\n';
    const [first] = actions(INETD, `‸${text}`);
    assert.equal(applyEdits(text, first?.fix.edits ?? []), '#finger stream tcp nowait nobody\r\n#\t/usr/sbin/in.fingerd\r\n');
  });
});

describe('fix-all', () => {
  const fixed = (path: string, text: string) => {
    const { edits, notes } = safeEdits(readAs(path, text).findings);
    return { text: applyEdits(text, edits), notes };
  };

  it('turns off what is risky and nothing else', () => {
    const quiet = 'auth stream tcp wait nobody /usr/sbin/in.identd in.identd\n# x\n';
    assert.deepEqual(
      fixed(INETD, `${FINGER}${quiet}${FINGER.replace('finger', 'systat')}`).text,
      `#${FINGER}${quiet}#${FINGER.replace('finger', 'systat')}`,
    );
    assert.equal(
      fixed('/etc/cron.d/x', '  @reboot root /usr/sbin/gpm -t ps2\r\n@reboot root /usr/sbin/sendmail -bd\r\n').text,
      '  #@reboot root /usr/sbin/gpm -t ps2\r\n@reboot root /usr/sbin/sendmail -bd\r\n',
    );
  });

  it('comments out no entry that gives atd its work, but one that starts it', () => {
    const work = '1 1 * * * root at now </srv/night\n2 1 * * * root /usr/bin/batch </srv/night\n';
    const start = '@reboot root /usr/sbin/atd\n';
    assert.equal(readAs('/etc/cron.d/x', work).findings.filter(({ rule }) => rule === 'risky-daemon').length, 2);
    assert.equal(fixed('/etc/cron.d/x', `${work}${start}`).text, `${work}#${start}`);
  });

  it('leaves out telnet, which may be the last way in', () =>
    assert.equal(
      fixed(INETD, 'telnet stream tcp nowait root /usr/sbin/in.telnetd\n').text,
      'telnet stream tcp nowait root /usr/sbin/in.telnetd\n',
    ));

  it('comments a line out once, though several findings are about it', () =>
    assert.equal(
      fixed(USER, '0 4 * * * service snmpd restart; service gpm start\n').text,
      '#0 4 * * * service snmpd restart; service gpm start\n',
    ));

  it('says once what remains to be done', () => assert.equal(fixed(INETD, FINGER.repeat(3)).notes.length, 1));

  it('says nothing where nothing was done', () => {
    assert.deepEqual(fixed(INETD, `#${FINGER}`), { text: `#${FINGER}`, notes: [] });
    assert.deepEqual(fixed(LINKS, SNMPD), { text: SNMPD, notes: [] });
  });

  it('keeps to the file at hand, and out of the way of its own edits', () => {
    const finding = (fix: object) => ({
      rule: 'x',
      severity: 'info' as const,
      span: { start: 0, end: 1 },
      message: '',
      related: [],
      fixes: [{ title: '', safe: true, ...fix } as never],
    });
    const edit = (start: number, end: number, text: string, file?: string) => ({
      span: { start, end },
      text,
      ...(file !== undefined && { file }),
    });
    const { edits } = safeEdits([
      finding({ edits: [edit(0, 2, 'a')] }),
      finding({ edits: [edit(1, 3, 'b')] }),
      finding({ edits: [edit(4, 4, 'c'), edit(8, 9, 'd', 'etc/crontab')] }),
      finding({ edits: [edit(5, 5, 'e')], safe: false }),
      finding({ edits: [], copy: 'chkconfig x off' }),
      finding({ edits: [edit(2, 2, 'f'), edit(6, 7, '')] }),
    ]);
    assert.deepEqual(
      edits.map(({ text }) => text),
      ['a', 'f', ''],
    );
  });
});
