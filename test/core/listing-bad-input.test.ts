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
    assert.deepEqual(launches('> atd.service\n>   enabled\n> gpm.service enabled\n'), ['gpm.service:on']);
    assert.deepEqual(launches('UNIT FILE\nSTATE\natd.service\n   enabled\n   enabled\ngpm.service disabled\n'), [
      'atd.service:on',
      'gpm.service:off',
    ]);
    assert.deepEqual(launches('kudzu 0:off 1:off 2:off 3:on\n4:on 5:on 6:off\n'), ['kudzu:on']);
    assert.deepEqual(launches('lrwxrwxrwx 1 root root 13\nJan  1  2000 S85gpm -> ../init.d/gpm\n'), ['gpm:on']);
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

  it('takes a blank in a name for the end of it, and edits nothing else', () => {
    const text = 'S50a b -> ../init.d/a b\natd.service enabled\n"S51c d" -> "../init.d/c d"\n';
    const reading = read(text);
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
