/** What FreeBSD's cron reads of a line that it refuses: its own code of the time fields, put into the parser of Debian's cron and run, gave the table. */
import assert from 'node:assert/strict';
import { freebsd, freebsd11 } from '../../core/src/kinds/crontab/dialects/freebsd.js';
import { leftOverOf } from '../../core/src/kinds/crontab/verdicts/left-over.js';
import { verdictOf } from '../../core/src/kinds/crontab/verdicts/verdict.js';
import { fixed, found, message } from './crontab-rule-support.js';

/** What is read in the end: an entry, the name of an assignment before `=`, or nothing. */
const user: Readonly<Record<string, string | undefined>> = {
  ';0 3 * * * CMD': '0 3 * * * CMD',
  '//0 3 * * * CMD': '0 3 * * * CMD',
  '// 0 3 * * * CMD': '0 3 * * * CMD',
  '60 0 3 * * * CMD': '0 3 * * * CMD',
  '-0 3 * * * CMD': '0 3 * * * CMD',
  '- 0 3 * * * CMD': '0 3 * * * CMD',
  '"0 3 * * * CMD"': '0 3 * * * CMD"',
  '60 3 * * * * CMD': '3 * * * * CMD',
  '*/0 3 * * * * CMD': '3 * * * * CMD',
  '1-60 1 1 1 1 1 x': '1 1 1 1 1 x',
  '0 3 * * foo 1 2 3 4 5 CMD': '1 2 3 4 5 CMD',
  '0 3 * * mon-fry 1 1 1 1 1 x': '1 1 1 1 1 x',
  '0 3 * * foo; 1 2 3 4 5 CMD': '1 2 3 4 5 CMD',
  '-@daily CMD': '@daily CMD',
  'export MAILTO=foo': 'MAILTO=',
  'set A=b': 'A=',
  'x y=z': 'y=',
  '0 24 * * * /bin/x 1': undefined,
  '@foo 0 3 * * * CMD': undefined,
  '60 # 0 3 * * * C': undefined,
  'PATH=': undefined,
  '0 3 * * foo': undefined,
  '0 3 * * foo 1 2 3 4 5': undefined,
  x: undefined,
};

describe("what FreeBSD's cron reads of a line that it refuses", () => {
  for (const dialect of [freebsd11, freebsd])
    it(`is what it starts anew with: ${dialect.source}`, () => {
      for (const [form, before] of [
        ['user', ''],
        ['system', 'root '],
      ] as const)
        for (const [line, wanted] of Object.entries(user)) {
          const text = line.replace(/CMD|x$/, (command) => before + command);
          const verdict = verdictOf(text, form, dialect);
          assert.equal(verdict.type, 'rejected', text);
          if (verdict.type !== 'rejected') continue;
          const left = leftOverOf(text, form, verdict.refusal, dialect);
          assert.equal(
            left?.sets === undefined ? left?.text.trim() : `${left.sets}=`,
            wanted?.replace(/CMD|x$/, (command) => before + command),
            text,
          );
        }
    });
  it('is told with the line, and in what parse says of it', () => {
    const said = message('syntax', '// 0 3 * * * /home/ann/bin/x\n');
    assert.match(
      said,
      /cronie skips the entry; FreeBSD's cron reads on behind the fault and runs “0 3 \* \* \* \/home\/ann\/bin\/x”; OpenBSD's/,
    );
    assert.match(message('export-assignment', 'export EDITOR=vi\n'), /FreeBSD's cron reads on behind the fault and sets EDITOR/);
    assert.match(message('syntax', '// every night\n'), /FreeBSD's cron skips the entry/);
  });
  it('is gone with the fix', () => {
    const text = '// 0 3 * * * /home/ann/bin/x\n';
    assert.deepEqual(found('syntax', fixed('syntax', text)), []);
  });
  it('is followed no further than a crontab may go', () => {
    assert.equal(leftOverOf(`${'x '.repeat(49)}0 3 * * * CMD`, 'user', 'minute', freebsd)?.text, '0 3 * * * CMD');
    assert.equal(leftOverOf(`${'x '.repeat(60)}0 3 * * * CMD`, 'user', 'minute', freebsd), undefined);
  });
});
