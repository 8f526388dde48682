/** Very long words and lists: what is said of a file stays fit to be read, whatever stands in it. */
import assert from 'node:assert/strict';
import { actionsAt, applyEdits, directiveHoverAt, hoverAt, type Reading, symbolsOf } from '../../core/src/index.js';
import { readAs } from '../support.js';

const WORD = 'x'.repeat(50_000);

/** More than any hover on a comment that lists what it may. */
const READABLE = 6000;

/** Path and text, with one word that goes on and on. */
const texts: readonly (readonly [path: string, text: string])[] = [
  ['/etc/inetd.conf', `${WORD} stream tcp nowait root /usr/sbin/tcpd in.telnetd\n`],
  ['/etc/inetd.conf', `telnet stream ${WORD} nowait root /usr/sbin/tcpd in.telnetd\n`],
  ['/etc/inetd.conf', `telnet stream tcp nowait /usr/sbin/${WORD} in.telnetd\n`],
  ['/etc/crontab', `${WORD} 3 * * * root true\n`],
  ['/etc/crontab', `0 3 * * * ${WORD} true\n`],
  ['/etc/crontab', `0 3 * * * root ${WORD} >/tmp/${WORD}\n`],
  ['/etc/crontab', `${WORD}=a\n0 3 * * * root true\n`],
  ['/etc/crontab', `MAILTO=${WORD}\nPATH=${WORD}\n0 3 * * * root true\n`],
  ['/etc/rc.conf', `${WORD}_enable="YES"\nsendmail_enable="${WORD}"\n`],
  ['/etc/xinetd.d/x', `service ${WORD}\n{\n ${WORD} = ${WORD}\n disable = no\n}\n`],
  ['/etc/inittab', `${WORD}:${WORD}:${WORD}:${WORD}\n`],
  ['chkconfig.txt', `${WORD} 0:off 1:off 2:on 3:on 4:on 5:on 6:off\n`],
  ['rc3.d.txt', `lrwxrwxrwx 1 root root 18 Jan 1 2000 S80${WORD} -> ../init.d/sendmail\n`],
];

/** All that is said of a reading at `offset`, and of all of it. */
const saidOf = (reading: Reading, offset: number): readonly string[] => [
  ...reading.findings.flatMap(({ message, fixes }) => [message, ...fixes.map(({ title }) => title)]),
  ...actionsAt(reading, { start: offset, end: offset }).map(({ fix }) => fix.title),
  ...symbolsOf(reading).flatMap(({ name, detail }) => [name, detail]),
  hoverAt(reading, offset)?.markdown ?? '',
];

describe('a word that is very long', () => {
  for (const [path, text] of texts)
    it(`is told by its beginning: ${path} ${text.replaceAll(WORD, '…').replaceAll('\n', ' ')}`, () => {
      const reading = readAs(path, text);
      for (const offset of [0, 1, text.indexOf(WORD) + 5, text.lastIndexOf(WORD) + 5])
        for (const said of saidOf(reading, offset)) assert.ok(!said.includes('x'.repeat(301)), said.slice(0, 200));
    });
});

describe('a comment to daemonlint with very many names', () => {
  const names = Array.from({ length: 1000 }, (_, index) => `name${index}`);

  for (const comment of [`# daemonlint: keep ${names.join(' ')}`, `# daemonlint: ignore[${names.join(', ')}]: x`])
    it(`is judged by the first of them: ${comment.slice(0, 30)}`, () => {
      const [found] = readAs('/etc/inetd.conf', `${comment}\n`).findings.filter(({ rule }) => rule === 'directive');
      assert.match(found?.message ?? '', /name0.*, .*name4.* and 995 more/);
    });

  it('names few of those that it knows, and each once', () => {
    const known = ['finger', 'telnet', ...Array.from({ length: 1000 }, () => 'ftp')].join(' ');
    const hover = (text: string) =>
      directiveHoverAt(readAs('/etc/inetd.conf', text), text.indexOf(':') + 5, (rule) => rule)?.markdown ?? '';
    assert.equal(hover(`# daemonlint: keep ${known}\n`).split('**ftp**').length - 1, 1);
    const ids = Array.from({ length: 400 }, (_, index) => `n${index}`).join(', ');
    assert.equal(hover(`# daemonlint: ignore[${ids}, risky-daemon, risky-daemon]: x\n`).split('[risky-daemon]').length - 1, 1);
    for (const text of [`# daemonlint: keep ${known}\n`, `# daemonlint: ignore[risky-daemon]: ${WORD}\n`])
      assert.ok(hover(text).length > 0 && hover(text).length < READABLE);
  });

  it('still has its slips mended', () => {
    const text = '# daemonlint: keep telnt fingr\n';
    const [found] = readAs('/etc/inetd.conf', text).findings.filter(({ rule }) => rule === 'directive');
    assert.deepEqual(
      found?.fixes.map(({ edits }) => applyEdits(text, edits)),
      ['# daemonlint: keep telnet fingr\n', '# daemonlint: keep telnt finger\n'],
    );
  });
});
