// Listings as they come: half of one, broken by a mail, in several languages, with hostile names, very long. Plain results, and nothing lost.
import assert from 'node:assert/strict';
import { applyEdits, defaultSettings, identify, lint } from '../../core/src/index.js';

function read(text: string, path = 'paste.rclist') {
  const choice = identify({ path, text, sniff: true });
  assert.ok(choice);
  const reading = lint(path, text, choice, defaultSettings);
  assert.equal(reading.document.lines.map((line) => line.text).join(''), text);
  return reading;
}

const launches = (text: string): string[] =>
  read(text).document.lines.flatMap((line) => line.launches.map(({ subject, state }) => `${subject.text}:${state}`));

describe('listings: bad input', () => {
  it('reads what there is of half a listing', () => {
    assert.deepEqual(launches('nabled\natd.service  enabled\nsnmpd.serv'), ['atd.service:on']);
    assert.deepEqual(launches('ff 3:on\natd 0:off 1:off 2:off 3:on 4:o'), ['ff:on', 'atd:on']);
    assert.deepEqual(launches('init.d/x\nS85gpm -> '), ['gpm:on']);
    assert.deepEqual(launches(' [ + '), []);
  });

  it('reads lines that a mail broke and marked', () => {
    assert.deepEqual(launches('> atd.service\n>   enabled\n> gpm.service enabled\n'), ['atd.service:on', 'gpm.service:on']);
    const row = '> snmpd 0:off 1:off 2:off 3:off\n> 4:off 5:on 6:off\n> gpm 0:off 3:on\n';
    for (const text of [row, row.replaceAll('> ', '>> '), row.replaceAll('> ', ' > > ')])
      assert.deepEqual(launches(text), ['snmpd:on', 'gpm:on'], text);
    // The second half of a mail that was broken after it had been quoted has no mark; one that is quoted deeper is no half.
    assert.deepEqual(launches('> snmpd 0:off 1:off 2:off 3:off\n4:off 5:on 6:off\n'), ['snmpd:on']);
    assert.deepEqual(launches('> snmpd 0:off 1:off 2:off 3:off\n>> 4:off 5:on 6:off\n'), ['snmpd:off']);
    assert.deepEqual(launches('UNIT FILE\nSTATE\natd.service\n   enabled\n   enabled\ngpm.service disabled\n'), [
      'atd.service:on',
      'gpm.service:off',
    ]);
    assert.deepEqual(launches('kudzu 0:off 1:off 2:off 3:on\n4:on 5:on 6:off\n'), ['kudzu:on']);
    assert.deepEqual(launches('lrwxrwxrwx 1 root root 13\nJan  1  2000 S85gpm -> ../init.d/gpm\n'), ['gpm:on']);
  });

  it('makes no service of what is left of a row', () => {
    assert.deepEqual(launches(':on 4:on 5:on 6:off\natd 0:off 3:on\n'), ['atd:on']);
    assert.deepEqual(launches('atd 0:off 3:on\nsnmpd 0:off 1:off 2:o'), ['atd:on', 'snmpd:off']);
    assert.deepEqual(launches('atd 0:off 1:off 2:on 3:of'), ['atd:on']);
  });

  it('reads several languages in one text', () => {
    const text = 'gpm \t0:关闭\t3:启用\natd \t0:Aus\t3:Ein\nlpd (pid 12) läuft ...\nhttpd は停止しています\nsnmpd 0:off 3:on\n';
    assert.deepEqual(launches(text), ['gpm:on', 'atd:on', 'lpd:on', 'httpd:off', 'snmpd:on']);
  });

  it('offers no command for names that a shell would take for more than a name', () => {
    const hostile = ['$(id)', '`id`', 'a;id', "a'b", 'a"b', '-rf', 'a&b', 'a|b', 'a>b', 'a*', '~a', 'é'];
    for (const name of hostile) {
      const text = [
        `S50${name} -> ../init.d/${name}`,
        `${name} 0:off 3:on`,
        ` [ + ]  ${name}`,
        `${name} | default`,
        `${name}.service enabled`,
        `${name}.service loaded active running`,
        '$ rcctl ls on',
        name,
      ].join('\n');
      const { document, read: kind, context } = read(text);
      for (const [index, line] of document.lines.entries())
        for (const launch of line.launches)
          for (const { copy } of [...kind.disable(index, launch, context), ...kind.enable(index, launch, context)]) {
            if (copy !== undefined) assert.match(copy, /^(?:[\w./@:+-]+ ?)+$/, `${name}: ${copy}`);
            if (copy !== undefined) assert.ok(!/ -rf\b/.test(copy), copy);
          }
    }
  });

  it('reads names with blanks where the columns or the target confirm them', () => {
    const columns = 'lrwxrwxrwx 1 root root 17 Oct  5 12:00 ';
    for (const before of ['', columns, '> ', `> ${columns}`, '├── ', ' 12 0 lrwxrwxrwx 1 root root 13 Jan  1  2000 /etc/rc3.d/'])
      assert.deepEqual(launches(`${before}S80my  own mailer -> ../init.d/my  own mailer\n${columns}S45gpm -> ../init.d/gpm\n`), [
        'my  own mailer:on',
        'gpm:on',
      ]);
    assert.deepEqual(launches(`${columns}'K81my mailer' -> '../init.d/my mailer'\n`), ['my mailer:off']);
    assert.deepEqual(launches(`${columns}S81my mailer -> /opt/mailer/start\n`), ['my mailer:on']);
    assert.deepEqual(launches('S45gpm -> ../init.d/gpm\nS80sendmail was -> ../init.d/sendmail\n'), ['gpm:on']);
  });

  it('offers no command for a name with a blank, and edits nothing else', () => {
    const text = 'S50a b -> ../init.d/a b\natd.service enabled\n"S51c d" -> "../init.d/c d"\n';
    const reading = read(text);
    for (const line of [0, 2]) {
      const [launch] = reading.document.lines[line]?.launches ?? [];
      assert.ok(launch);
      assert.ok(reading.read.disable(line, launch, reading.context).every(({ copy }) => copy === undefined));
    }
    const atd = reading.findings.find(({ subject }) => subject === 'atd');
    for (const { edits } of atd?.fixes ?? []) {
      const [first, , last] = applyEdits(text, edits).split('\n');
      assert.deepEqual([first, last], ['S50a b -> ../init.d/a b', '"S51c d" -> "../init.d/c d"']);
    }
  });

  it('reads 100,000 lines of each', function () {
    this.timeout(60_000);
    const many = (line: (at: number) => string) => Array.from({ length: 100_000 }, (_, at) => line(at)).join('\n');
    for (const text of [many((at) => `S50x${at} -> ../init.d/x${at}`), many((at) => `x${at}.service enabled`), many(() => 'x.service')]) {
      const { document } = read(text);
      assert.ok(document.lines.length >= 50_000);
    }
  });
});
