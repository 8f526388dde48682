/** The 36 daemons of the article, in every kind of file where they can appear: daemons.tsv says what is expected in each cell, or why it cannot be. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readAs } from '../support.js';

const [heads = [], ...rows] = readFileSync(new URL('daemons.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => line.split('\t'));

const chkconfig = (script: string, word: string) => `${script}\t0:off\t1:off\t2:${word}\t3:${word}\t4:${word}\t5:${word}\t6:off\n`;

/** The text for a column: path and content. */
const texts: Readonly<Record<string, (script: string, line: string) => readonly [string, string]>> = {
  inetd: (_, line) => ['/etc/inetd.conf', `${line}\n`],
  'crontab that starts it': (script) => ['/etc/cron.d/start', `@reboot root /sbin/service ${script} start\n`],
  'rc link S': (script) => ['rc3.d.txt', `/etc/rc.d/rc3.d:\nlrwxrwxrwx 1 root root 16 Jan  1  2000 S50${script} -> ../init.d/${script}\n`],
  'chkconfig on': (script) => ['chkconfig.txt', chkconfig(script, 'on')],
  'rc link K': (script) => ['rc3.d.txt', `/etc/rc.d/rc3.d:\nlrwxrwxrwx 1 root root 16 Jan  1  2000 K50${script} -> ../init.d/${script}\n`],
  'chkconfig off': (script) => ['chkconfig.txt', chkconfig(script, 'off')],
};

describe('the 36 daemons of the article', () => {
  it('are all there', () => assert.equal(rows.length, 36));
  for (const [daemon = '', script = '', line = '', ...cells] of rows)
    for (const [index, expected] of cells.entries()) {
      const column = heads[index + 3] ?? '';
      if (expected.startsWith('cannot: ')) {
        it(`${daemon}, ${column}: ${expected}`, () => assert.equal(line, '', 'a cell that cannot be has no line'));
        continue;
      }
      it(`${daemon}, ${column}: ${expected}`, () => {
        const text = texts[column];
        assert.ok(text, column);
        const [path, content] = text(script, line);
        const found = readAs(path, content).findings.filter(({ rule }) => rule !== 'inetd/runs-as-root');
        assert.deepEqual(
          found.map(({ severity, rule }) => `${severity} ${rule}`),
          expected === 'nothing' ? [] : [expected],
          content,
        );
        const point = found[0] && content.slice(found[0].span.start, found[0].span.end);
        if (point !== undefined) assert.ok(content.includes(point) && /\w/.test(point));
      });
    }
});
