// Lines with carets, and what a file may do to a terminal: nothing.
import assert from 'node:assert/strict';
import { excerptOf } from '../../cli/src/report/excerpt.js';
import { visible } from '../../cli/src/visible.js';
import { daemonlint, FINGER } from './memory-io.js';

/** The excerpt for `[part]` in a text, in brackets; from the beginning of its line. */
function excerpt(marked: string, width = 60) {
  const start = marked.indexOf('[');
  const text = marked.replace('[', '').replace(']', '');
  return excerptOf(text, text.lastIndexOf('\n', start - 1) + 1, { start, end: marked.indexOf(']') - 1 }, width);
}

describe('an excerpt', () => {
  it('keeps tabs, so that the carets line up', () => {
    assert.deepEqual(excerpt('x\nftp\ttcp\t[root]\tx\r\ny'), { line: 'ftp\ttcp\troot\tx', carets: '   \t   \t^^^^' });
  });

  it('knows wide characters and those without width', () => {
    assert.deepEqual(excerpt('漢字 e\u0301 [日本]'), { line: '漢字 e\u0301 日本', carets: '       ^^^^' });
  });

  it('points with one caret at a place without width', () => {
    assert.equal(excerpt('ab[]').carets, '  ^');
    assert.equal(excerpt('[]').carets, '^');
  });

  it('shows the first line of what spans several', () => assert.deepEqual(excerpt('a [b\nc] d'), { line: 'a b', carets: '  ^' }));

  it('cuts a long line around the place', () => {
    const { line, carets } = excerpt(`${'a'.repeat(500)}[bcd]${'e'.repeat(500)}`, 60);
    assert.match(line, /^…a{20}bcde{37}…$/);
    assert.equal(carets, `${' '.repeat(21)}^^^`);
    assert.match(excerpt(`[${'x'.repeat(500)}]`, 60).line, /^x{60}…$/);
    assert.match(excerpt(`${'😀'.repeat(100)}[b]`, 61).line, /^…(😀)+b$/u);
  });

  it('is made in no time from a line of megabytes', () => {
    assert.equal(excerpt(`${'a'.repeat(5_000_000)}[b]${'c'.repeat(5_000_000)}`, 60).line.length, 62);
  });
});

describe('what files hold', () => {
  it('cannot steer the terminal', async () => {
    assert.equal(visible('a\x1b[2J\tb\rc\x9b\u202e\x7f\0'), 'a␛[2J\tb␍c��␡␀');
    const nasty = `/h/\x1b]0;x\x07/etc/inetd.conf`;
    const { stdout } = await daemonlint(['check'], { [nasty]: FINGER.replace('nobody', '\x1b[31mnobody') });
    assert.doesNotMatch(stdout, /[\0-\x08\x0b-\x1f\x7f-\x9f]/);
    assert.match(stdout, /␛\[31mnobody/);
  });
});

describe('colour', () => {
  const tree = { '/h/etc/inetd.conf': FINGER };
  const coloured = async (isTTY: boolean, env: Record<string, string>) =>
    (await daemonlint(['check'], tree, { isTTY, env })).stdout.includes('\x1b[');

  it('is for terminals, unless the environment says otherwise', async () => {
    const cases: readonly (readonly [boolean, Record<string, string>, boolean])[] = [
      [true, {}, true],
      [false, {}, false],
      [true, { NO_COLOR: '1' }, false],
      [true, { NO_COLOR: '' }, true],
      [false, { FORCE_COLOR: '1' }, true],
      [true, { FORCE_COLOR: '0' }, false],
      [true, { TERM: 'dumb' }, false],
    ];
    for (const [isTTY, env, expected] of cases) assert.equal(await coloured(isTTY, env), expected, JSON.stringify([isTTY, env]));
  });
});
