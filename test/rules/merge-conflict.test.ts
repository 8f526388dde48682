// The fixes of a merge that nobody finished: what they leave of each side, wherever it stands in the file.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits } from '../../core/src/index.js';
import { readAs } from '../support.js';

const lines = fc.array(fc.constantFrom('0 3 * * * root /opt/a', '# note', '', 'MAILTO=ann'), { maxLength: 4 });

describe('the fixes of a merge conflict', () => {
  it('leave one side or both, and nothing else of it; the rest of the file stays', () => {
    fc.assert(
      fc.property(
        fc.record({ before: lines, upper: lines, base: fc.option(lines), lower: lines, after: lines }),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        ({ before, upper, base, lower, after }, lineEnd, ends) => {
          const written = (...parts: readonly (readonly string[])[]) =>
            parts
              .flat()
              .map((line) => line + lineEnd)
              .join('');
          const common = base === null ? [] : ['||||||| 1f3a', ...base];
          const marked = written(before, ['<<<<<<< HEAD'], upper, common, ['======='], lower, ['>>>>>>> topic'], after);
          const text = ends || after.length > 0 ? marked : marked.slice(0, -lineEnd.length);
          const [finding] = readAs('/etc/cron.d/job', text).findings.filter(({ rule }) => rule === 'merge-conflict');
          assert.deepEqual(
            finding?.fixes.map(({ title, edits, safe }) => [title, applyEdits(text, edits), safe]),
            [
              ['Keep the lines above, of HEAD', written(before, upper, after), false],
              ['Keep the lines below, of topic', written(before, lower, after), false],
              ['Keep the lines of both', written(before, upper, lower, after), false],
            ],
          );
        },
      ),
    );
  });

  it('are of each conflict alone', () => {
    const one = (name: string) => `<<<<<<< HEAD\n0 3 * * * root /opt/${name}\n=======\n>>>>>>> topic\n`;
    const text = one('a') + one('b');
    const found = readAs('/etc/cron.d/job', text).findings.filter(({ rule }) => rule === 'merge-conflict');
    assert.deepEqual(
      found.map(({ fixes: [fix] }) => applyEdits(text, fix?.edits ?? [])),
      [`0 3 * * * root /opt/a\n${one('b')}`, `${one('a')}0 3 * * * root /opt/b\n`],
    );
  });
});
