/** The fields of an entry while it is written: which form, which field, and when nothing is said. */
import assert from 'node:assert/strict';
import { signatureAt } from '../../core/src/index.js';
import { at } from './support.js';

const SYSTEM = '/etc/crontab';
const USER = '/var/spool/cron/crontabs/ann';

/** The label of the form with the active field in brackets; '' where nothing is said. */
function shown(path: string, marked: string, asked = false): string {
  const { reading, offset } = at(path, marked);
  const help = signatureAt(reading, offset, asked);
  const form = help?.forms[help.form];
  const active = form?.parameters[help?.active ?? -1];
  if (form === undefined || active === undefined) return '';
  return `${form.label.slice(0, active.start)}[${form.label.slice(active.start, active.end)}]${form.label.slice(active.end)}`;
}

describe('the signature of a crontab entry', () => {
  it('has the field that is being written, also while the line is incomplete', () => {
    for (const [marked, active] of [
      ['5‸', '[minute] hour day month weekday command'],
      ['5 ‸', 'minute [hour] day month weekday command'],
      ['5\t4 ‸\r\n', 'minute hour [day] month weekday command'],
      ['  5 4 * 1‸', 'minute hour day [month] weekday command'],
      ['5 4 * * ‸mon /bin/x\n', 'minute hour day month [weekday] command'],
      ['5 4 * * mon /bi‸n/x\n', 'minute hour day month weekday [command]'],
      ['61 4 * * * ‸', 'minute hour day month weekday [command]'],
    ] as const)
      assert.equal(shown(USER, marked), active, marked);
    assert.equal(shown(SYSTEM, '5 4 * * * ‸'), 'minute hour day month weekday [user] command');
    assert.equal(shown(SYSTEM, '5 4 * * * root ‸'), 'minute hour day month weekday user [command]');
  });

  it('counts no backslash that joins lines for a field', () => {
    const path = '/etc/crontabs/root';
    assert.equal(shown(path, '5 4 \\\n* * m‸on /bin/x\n'), 'minute hour day month [weekday] command');
    assert.equal(shown(path, '1\\\n5 ‸4 * * mon /bin/x\n'), 'minute [hour] day month weekday command');
  });

  it('is the short one behind a word, and both are there to see', () => {
    assert.equal(shown(USER, '@‸'), '[@word] command');
    assert.equal(shown(USER, '@daily ‸'), '@word [command]');
    assert.equal(shown(SYSTEM, '@daily ‸'), '@word [user] command');
    assert.equal(shown(SYSTEM, '@daily root ‸'), '@word user [command]');
    const { reading, offset } = at(SYSTEM, '5 ‸');
    assert.deepEqual(
      signatureAt(reading, offset, false)?.forms.map(({ label }) => label),
      ['minute hour day month weekday user command', '@word user command'],
    );
  });

  it('is that of a job in an anacrontab', () => {
    const path = '/etc/anacrontab';
    assert.equal(shown(path, '7‸'), '[period] delay name command');
    assert.equal(shown(path, '@monthly ‸'), 'period [delay] name command');
    assert.equal(shown(path, '7 5 ‸'), 'period delay [name] command');
    assert.equal(shown(path, '7 5 weekly ‸'), 'period delay name [command]');
    assert.equal(shown(path, '7 5 weekly tar ‸'), '');
  });

  it('explains each field', () => {
    const { reading, offset } = at(SYSTEM, '5 ‸');
    const abouts = signatureAt(reading, offset, false)?.forms[0]?.parameters.map(({ about }) => about) ?? [];
    assert.equal(abouts.length, 7);
    assert.match(abouts[1] ?? '', /0 to 23/);
    assert.match(abouts[5] ?? '', /Who runs/);
    assert.ok(abouts.every((about) => about !== ''));
  });

  it('is quiet inside a command and on an empty line unless asked for', () => {
    for (const marked of ['5 4 * * * tar ‸', '‸', '5 4 * * * x\n‸']) {
      assert.equal(shown(USER, marked), '', marked);
      assert.notEqual(shown(USER, marked, true), '', marked);
    }
    assert.equal(shown(USER, '5 4 * * * tar x ‸', true), 'minute hour day month weekday [command]');
  });

  it('is none for comments, assignments and words that begin no entry', () => {
    for (const marked of ['# 5 ‸\n', '#5 4 * * ‸ /bin/x\n', 'PATH = ‸/bin\n', 'PATH ‸'])
      for (const asked of [true, false]) assert.equal(shown(USER, marked, asked), '', marked);
  });
});

describe('the signature of an entry of inetd.conf', () => {
  const INETD = '/etc/inetd.conf';
  it('has the field that is being written', () => {
    assert.equal(shown(INETD, 'ftp ‸'), 'service [socket] protocol wait user server argument');
    assert.equal(shown(INETD, 'ftp\tstream\ttcp\tno‸wait\n'), 'service socket protocol [wait] user server argument');
    assert.equal(shown(INETD, 'ftp stream tcp nowait root /usr/sbin/tcpd ‸'), 'service socket protocol wait user server [argument]');
    assert.equal(shown(INETD, 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd ‸'), '');
    assert.equal(shown(INETD, '# ftp ‸\n'), '');
  });
});
