/** A backslash at the end of a line: which crons join lines, and what becomes of an entry that is joined to another line. */
import assert from 'node:assert/strict';
import { of, pointed, read } from './crontab-command-support.js';
import { fixed } from './crontab-rule-support.js';

const BUSYBOX = '/etc/crontabs/root';
const told = (text: string) =>
  of(read(text, BUSYBOX), 'continuation').map(({ message, related }) => [
    /this (\w+):/.exec(message)?.[1],
    related.map(({ span }) => text.slice(span.start, span.end)),
  ]);

describe('crontab/continuation', () => {
  it('is about entries that BusyBox joins to another line, which never run', () => {
    const entry = '0 3 * * * /bin/x';
    assert.deepEqual(told(`# nightly \\\n${entry}\n`), [['comment', [entry]]]);
    assert.deepEqual(told(`# a\\\n# b\\\n  ${entry}\n0 4 * * * y\n`), [['comment', [`  ${entry}`]]]);
    assert.deepEqual(told(`#0 2 * * * w \\\n${entry} \\\n  --all\n`), [['comment', [`${entry} \\`]]]);
    assert.deepEqual(told(`0 2 * * * w \\\n${entry}\n`), [['entry', [entry]]]);
    assert.deepEqual(told(`MAILTO=ann\\\n@daily /bin/x\n`), [['assignment', ['@daily /bin/x']]]);
    assert.equal(fixed('continuation', `# nightly \\\n${entry}\n`, BUSYBOX), `# nightly\n${entry}\n`);
  });

  it('is not deleted where it is the whole command', () => {
    const [finding] = of(read('0 3 * * * root \\\n0 4 * * * root /bin/x\n', '/etc/cron.d/x'), 'continuation');
    assert.deepEqual(finding?.fixes, []);
  });

  it('leaves BusyBox what it joins rightly, and lines that end in CRLF, which it does not join', () => {
    for (const text of [
      '0 3 * * * /bin/x \\\n  --all\n',
      '0 3 * \\\n* * /bin/x\n',
      '1\\\n5 3 * * * x\n',
      ' \\\n0 3 * * * x\n',
      '#0 3 * * * /bin/x \\\n#  --all\n',
      '# see \\\n# 0 3 * * * /bin/x\n',
      '# a \\\r\n0 3 * * * /bin/x\r\n',
      '# a \\',
    ])
      assert.deepEqual(told(text), [], JSON.stringify(text));
  });

  it('tells others of the first of several lines, whatever their line ends', () => {
    for (const end of ['\n', '\r\n']) {
      const text = `0 3 * * * root /bin/x \\${end}  -a \\${end}  -b${end}`;
      assert.deepEqual(pointed('continuation', text), ['\\']);
      assert.equal(fixed('continuation', text, '/etc/cron.d/x'), `0 3 * * * root /bin/x -a -b${end}`);
    }
    assert.deepEqual(pointed('continuation', '# nightly \\\n0 3 * * * root /bin/x\n'), []);
  });
});
