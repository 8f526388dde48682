// Turning services of a listing off and on: the commands offered, and the text after each edit.
import assert from 'node:assert/strict';
import { listing } from '../../core/src/kinds/listing/index.js';
import { factByScript } from '../../core/src/knowledge/index.js';
import type { Context } from '../../core/src/model/context.js';
import type { Fix } from '../../core/src/model/finding.js';
import { applyEdits, shiftEdit } from '../../core/src/text/edit.js';
import { bare } from '../support.js';

interface Offered {
  readonly titles: readonly string[];
  readonly copies: readonly string[];
  /** The whole text after each fix that edits. */
  readonly texts: readonly string[];
  readonly fixes: readonly Fix[];
}

/** What is offered for the last launch named `name` of `text`. */
function offered(
  text: string,
  name: string,
  way: 'disable' | 'enable',
  about: Partial<Pick<Context, 'path' | 'dialects' | 'form'>> = {},
): Offered {
  const dialects = about.dialects ?? ['redhat', 'debian'];
  const reading = listing.read(text, { form: 'links', dialects });
  const context: Context = {
    path: about.path ?? '',
    kind: 'listing',
    form: about.form ?? 'links',
    dialects,
    ...bare,
  };
  const index = reading.document.lines.map(({ launches }) => launches.some(({ subject }) => subject.text === name)).lastIndexOf(true);
  const launch = reading.document.lines[index]?.launches.find(({ subject }) => subject.text === name);
  assert.ok(launch, `no launch ${name}`);
  const fixes = reading[way](index, launch, context);
  const start = reading.document.starts[index] ?? 0;
  return {
    fixes,
    titles: fixes.map(({ title }) => title),
    copies: fixes.flatMap(({ copy }) => copy ?? []),
    texts: fixes
      .filter(({ edits }) => edits.length > 0)
      .map(({ edits }) =>
        applyEdits(
          text,
          edits.map((edit) => shiftEdit(edit, start)),
        ),
      ),
  };
}

const row = (name: string, ...states: string[]): string => `${name}\t${states.map((state, level) => `${level}:${state}`).join('\t')}\n`;
const ROW = row('acme', 'off', 'off', 'on', 'on', 'off', 'on', 'off');

describe('listing: commands to copy', () => {
  it('come first, edit nothing, and every edit says that it changes the listing alone', () => {
    for (const text of ['S42acme -> ../init.d/acme\n', ROW]) {
      const { fixes } = offered(text, 'acme', 'disable');
      assert.deepEqual(fixes[0]?.edits, []);
      for (const { safe } of fixes) assert.equal(safe, false);
      for (const { copy, title, edits } of fixes) {
        assert.equal(copy === undefined, edits.length > 0);
        assert.match(title, copy === undefined ? /^Edit this listing only; / : /^Copy the command that disables acme: /);
      }
    }
  });

  it('are those of the dialects in question, in their order', () => {
    const both = ['chkconfig acme off', 'update-rc.d acme disable'];
    assert.deepEqual(offered('S42acme\n', 'acme', 'disable').copies, both);
    assert.deepEqual(offered('S42acme\n', 'acme', 'disable', { dialects: ['debian', 'redhat'] }).copies, [...both].reverse());
    assert.deepEqual(offered('S42acme\n', 'acme', 'disable', { dialects: ['debian'] }).copies, both.slice(1));
    assert.deepEqual(offered('K42acme\n', 'acme', 'enable').copies, ['chkconfig acme on', 'update-rc.d acme enable']);
  });

  it('begin with that of the host that the listing shows', () => {
    const first = (text: string, path = ''): string | undefined =>
      offered(text, 'acme', 'disable', { path, dialects: ['debian', 'redhat'] }).copies[0];
    assert.equal(first('/etc/rc.d/rc3.d:\nS42acme\n'), 'chkconfig acme off');
    assert.equal(first('/etc/rc.d/rc3.d/S42acme\n'), 'chkconfig acme off');
    assert.equal(first('S42acme\n', 'etc/rc.d/rc3.d.txt'), 'chkconfig acme off');
    assert.equal(offered('/etc/rc2.d:\nS42acme\n', 'acme', 'disable').copies[0], 'update-rc.d acme disable');
    assert.equal(offered('S01a\nS02b\nS02c\nS42acme\n', 'acme', 'disable').copies[0], 'update-rc.d acme disable');
    assert.equal(offered('S20a\nS20b\nS42acme\n', 'acme', 'disable').copies[0], 'update-rc.d acme disable');
  });

  it('are chkconfig alone for a row, which chkconfig wrote', () => {
    assert.deepEqual(offered(ROW, 'acme', 'disable').copies, ['chkconfig acme off']);
    assert.deepEqual(offered(ROW, 'acme', 'disable', { dialects: ['debian'] }).copies, ['update-rc.d acme disable']);
    assert.deepEqual(offered('\tacme:\ton\n', 'acme', 'disable').copies, ['chkconfig acme off']);
  });

  it('are not offered for a name that a shell would take apart, nor for a script outside init.d', () => {
    assert.deepEqual(offered('S42acme;reboot\n', 'acme;reboot', 'disable').copies, []);
    assert.deepEqual(offered('S42$(reboot)\n', '$(reboot)', 'disable').copies, []);
    assert.deepEqual(offered('S42-f\n', '-f', 'disable').copies, []);
    assert.deepEqual(offered('S99acme -> ../rc.acme\n', 'acme', 'disable').copies, []);
    assert.deepEqual(offered('S99acme -> ../init.d/acmed\n', 'acme', 'disable').copies, []);
    assert.equal(offered('S99acme -> /etc/init.d/acme*\n', 'acme', 'disable').copies.length, 2);
  });
});

describe('listing: a directory of links', () => {
  it('has commands alone, since no file holds the text', () => {
    const about = { form: 'directory', dialects: ['debian'] };
    const off = offered('/etc/rc3.d:\nS20gpm -> ../init.d/gpm\n', 'gpm', 'disable', about);
    assert.deepEqual([off.copies, off.texts, off.fixes.length], [['update-rc.d gpm disable'], [], 1]);
    const on = offered('/etc/rc3.d:\nK20gpm -> ../init.d/gpm\n', 'gpm', 'enable', about);
    assert.deepEqual([on.copies, on.texts, on.fixes.length], [['update-rc.d gpm enable'], [], 1]);
    assert.ok(listing.forms.includes('directory'));
  });
});

describe('listing: links off and on', () => {
  it('comments a link out before its first character, and takes the mark away again', () => {
    for (const text of [
      'S42acme\r\n',
      '  lrwxrwxrwx 1 a a 9 Oct 1 2009 S42acme -> ../init.d/acme',
      '> S42acme\n',
      '|-- S42acme\n',
      'S10x\n# S42acme\n'.slice(5),
    ]) {
      const [off = ''] = offered(text, 'acme', 'disable').texts;
      assert.equal(off.replace('#lrwx', 'lrwx').replace('#S42', 'S42'), text);
      assert.notEqual(off, text);
      assert.equal(listing.read(off, { form: 'links', dialects: [] }).document.lines[0]?.type, 'commented', off);
      assert.deepEqual(offered(off, 'acme', 'enable').texts, [text]);
    }
  });

  it('takes the blank that an editor put behind the mark away with it', () =>
    assert.deepEqual(offered('S10x\n# S42acme\n', 'acme', 'enable').texts, ['S10x\nS42acme\n']));

  it('does not comment out a line that holds other links too', () =>
    assert.deepEqual(offered('S10x S42acme\n', 'acme', 'disable').texts, []));

  it('turns an S link into 20 on Debian before insserv, into 01 with it, and guesses nowhere else', () => {
    const renamed = (text: string, dialects?: readonly string[]): readonly string[] =>
      offered(text, 'acme', 'disable', dialects ? { dialects } : {}).texts.filter((each) => /K\d\dacme/.test(each));
    assert.deepEqual(renamed('S20a\nS20b\nS42acme -> ../init.d/acme\n'), ['S20a\nS20b\nK20acme -> ../init.d/acme\n']);
    assert.deepEqual(renamed('S01a\nS02b\nS03c\nS17acme\n'), ['S01a\nS02b\nS03c\nK01acme\n']);
    assert.deepEqual(renamed('S02acme\n', ['debian']), ['K01acme\n']);
    assert.deepEqual(renamed('S42acme\n', ['debian']), []);
    assert.deepEqual(renamed('S42acme\n'), []);
    assert.deepEqual(renamed('S04a\nS05b\nS05c\nS42acme\n'), [], 'Red Hat has such numbers too');
    assert.deepEqual(renamed('/etc/rc.d/rc3.d:\nS02a\nS03b\nS03c\nS42acme\n'), [], 'low numbers on Red Hat say nothing');
  });

  it('gives an S link the number of its K link above, unless the knowledge base has the pair', () => {
    const above = '/etc/rc.d/rc0.d:\nK44xacme\nK37acme -> ../init.d/acme\nK15sendmail\n/etc/rc.d/rc3.d:\n';
    const renamed = (line: string, name: string): readonly string[] =>
      offered(`${above}${line}\n`, name, 'disable').texts.filter((each) => !each.includes('#'));
    assert.deepEqual(renamed('S42acme -> ../init.d/acme', 'acme'), [`${above}K37acme -> ../init.d/acme\n`]);
    assert.deepEqual(renamed('S42own', 'own'), []);
    assert.deepEqual(renamed('S80sendmail', 'sendmail'), [`${above}K30sendmail\n`]);
    assert.deepEqual(renamed('S81sendmail', 'sendmail'), [`${above}K15sendmail\n`], 'no pair begins with 81');
    assert.deepEqual(offered('#K37acme\nS42acme\n', 'acme', 'disable').texts, ['#K37acme\n#S42acme\n'], 'a comment says nothing');
  });

  it('remembers the K links of some two hundred scripts, and the first number of each', () => {
    const many = Array.from({ length: 300 }, (_, index) => `K10s${index}\n`).join('');
    assert.ok(offered(`${many}S42s7\n`, 's7', 'disable').texts.includes(`${many}K10s7\n`));
    assert.deepEqual(offered(`${many}S42s299\n`, 's299', 'disable').texts, [`${many}#S42s299\n`]);
    const often = 'K10own\n'.repeat(300);
    assert.ok(offered(`${often}K11acme\nS42acme\n`, 'acme', 'disable').texts.includes(`${often}K11acme\nK11acme\n`));
    assert.deepEqual(offered('K11acme K12acme\nS42acme\n', 'acme', 'disable').texts[0], 'K11acme K12acme\nK11acme\n');
  });

  it('turns a K link into 20 on Debian before insserv', () => {
    assert.deepEqual(offered('S20a\nS20b\nK20acme\n', 'acme', 'enable').texts, ['S20a\nS20b\nS20acme\n']);
    assert.deepEqual(offered('K42acme\n', 'acme', 'enable').texts, []);
  });

  it('offers nothing for runlevels in which services are not meant to be on', () => {
    for (const text of ['/etc/rc0.d:\nS42acme\n', '/etc/rc0.d:\nK42acme\n', '/etc/rc1.d:\nK42acme\n', '/etc/rc6.d:\nK42acme\n'])
      assert.deepEqual(offered(text, 'acme', 'enable').titles, [], text);
    assert.deepEqual(offered('K42acme\n', 'acme', 'enable', { path: 'rc6.d.txt' }).titles, []);
    assert.notDeepEqual(offered('/etc/rc3.d:\nK42acme\n', 'acme', 'enable').titles, []);
  });

  it('offers to disable only what is on, and to enable only what is not', () => {
    assert.deepEqual(offered('K42acme\n', 'acme', 'disable').titles, []);
    assert.deepEqual(offered('S42acme\n', 'acme', 'enable').titles, []);
  });

  it('uses the numbers of the knowledge base', () => {
    const pair = factByScript('sendmail')?.links?.find(({ start, kill }) => start === 80 && kill !== undefined);
    assert.ok(pair, 'sendmail has a start and a kill number');
    assert.equal(
      offered('S80sendmail -> ../init.d/sendmail\n', 'sendmail', 'disable').texts[0],
      `K${pair.kill}sendmail -> ../init.d/sendmail\n`,
    );
    assert.equal(offered(`K${pair.kill}sendmail\n`, 'sendmail', 'enable').texts[0], 'S80sendmail\n');
  });

  it('never turns off what must stay on', () => {
    assert.ok(factByScript('syslog')?.traits?.includes('essential'));
    assert.deepEqual(offered('S30syslog -> ../init.d/syslog\n', 'syslog', 'disable').titles, []);
    assert.notDeepEqual(offered('K30syslog -> ../init.d/syslog\n', 'syslog', 'enable').titles, []);
  });
});

describe('listing: rows off and on', () => {
  it('turns every runlevel off, and runlevels 2 to 5 on', () => {
    assert.deepEqual(offered(ROW, 'acme', 'disable').texts, [ROW.replaceAll(':on', ':off'), `#${ROW}`]);
    const off = ROW.replaceAll(':on', ':off');
    assert.deepEqual(offered(off, 'acme', 'enable').texts, [row('acme', 'off', 'off', 'on', 'on', 'on', 'on', 'off')]);
  });

  it('says which runlevels it sets', () =>
    assert.ok(offered(ROW, 'acme', 'disable').titles.includes('Edit this listing only; set acme to off in runlevels 2, 3, 5')));

  it('leaves a CRLF and other columns as they are', () =>
    assert.equal(offered('acme  0:off   3:on    6:off\r\n', 'acme', 'disable').texts[0], 'acme  0:off   3:off    6:off\r\n'));

  it("uses the row's own words", () => {
    assert.equal(offered(row('acme', '关闭', '关闭', '启用'), 'acme', 'disable').texts[0], row('acme', '关闭', '关闭', '关闭'));
    assert.equal(offered(row('acme', '关闭', '关闭', '关闭'), 'acme', 'enable').texts[0], row('acme', '关闭', '关闭', '启用'));
    assert.equal(offered(row('acme', 'nej', 'nej', 'ja'), 'acme', 'disable').texts[0], row('acme', 'nej', 'nej', 'nej'));
    assert.deepEqual(offered(row('acme', 'nej', 'nej', 'nej'), 'acme', 'enable').texts, [], 'the word for on is not known');
    const other = row('other', 'nej', 'nej', 'ja');
    assert.deepEqual(offered(`${other}${row('acme', 'nej', 'nej', 'nej')}`, 'acme', 'enable').texts, [
      `${other}${row('acme', 'nej', 'nej', 'ja')}`,
    ]);
    assert.equal(offered('acme 2:Ein 3:Ein\n', 'acme', 'disable').texts[0], 'acme 2:Aus 3:Aus\n');
  });

  it('turns a service of xinetd off and on', () => {
    assert.deepEqual(offered('\tacme:\ton\n', 'acme', 'disable').texts, ['\tacme:\toff\n', '\t#acme:\ton\n']);
    assert.deepEqual(offered('\tacme:\toff\n', 'acme', 'enable').texts, ['\tacme:\ton\n']);
  });

  it('offers nothing for a row that is on where xinetd itself is off', () => {
    const off = row('xinetd', 'off', 'off', 'off', 'off');
    for (const way of ['disable', 'enable'] as const) assert.deepEqual(offered(`${off}\tacme:\ton\n`, 'acme', way).titles, []);
    assert.notDeepEqual(offered(`${off}\tacme:\toff\n`, 'acme', 'enable').titles, []);
  });

  it('enables a row that is commented out', () =>
    assert.deepEqual(offered(`${row('x', 'off', 'off')}#${ROW}`, 'acme', 'enable').texts, [`${row('x', 'off', 'off')}${ROW}`]));
});
