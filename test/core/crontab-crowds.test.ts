/** The crowds of a crontab that is edited again and again are those that a first look finds. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings, type Finding, identify, lint } from '../../core/src/index.js';
import { SYSTEM } from './crontab-rule-support.js';

/** Jobs of few minutes and days, some that wait, and what makes all wait or none. */
const line = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.constantFrom('0 3', '0 3', '0 3,4', '0 *', '1 3', '*/30 3'),
        fc.constantFrom('* * *', '* * *', '1 * *', '* 4 *', '31 4 *', '* * 1', '1 * 1'),
        fc.constantFrom('/opt/a', '/opt/b', 'sleep 9; /opt/c'),
      )
      .map(([time, days, command]) => `${time} ${days} root ${command}`),
  },
  { weight: 2, arbitrary: fc.constantFrom('@hourly root /opt/d', '@daily root /opt/e', '61 3 * * * root /opt/f') },
  { weight: 1, arbitrary: fc.constantFrom('RANDOM_DELAY=5', 'RANDOM_DELAY=0', '#', 'MAILTO=ann') },
);

const edit = fc.record({ at: fc.nat(80), gone: fc.nat(3), come: fc.array(line, { maxLength: 3 }) });

describe('the crowds of a crontab', () => {
  it('are the same after any edits as at a first look', () => {
    let crowded = 0;
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 20, maxLength: 80 }),
        fc.array(edit, { maxLength: 8 }),
        fc.constantFrom('cronie', 'debian'),
        (first, edits, dialect) => {
          const choice = identify({ path: SYSTEM, text: '', sniff: false, flag: { kind: 'crontab', form: 'system', dialect } });
          assert.ok(choice);
          const settings = { ...defaultSettings };
          const crowds = (lines: readonly string[], by: typeof settings): readonly Finding[] =>
            lint(SYSTEM, `${lines.join('\n')}\n`, choice, by).findings.filter(({ rule }) => rule === 'crontab/clash');
          let lines = first;
          crowds(lines, settings);
          for (const { at, gone, come } of edits) {
            const place = Math.min(at, lines.length);
            lines = [...lines.slice(0, place), ...come, ...lines.slice(place + gone)];
            const found = crowds(lines, settings);
            assert.deepEqual(found, crowds(lines, { ...defaultSettings }));
            crowded += found.length;
          }
        },
      ),
      { numRuns: 300 },
    );
    assert.ok(crowded > 1000, `${crowded}`);
  });
});
