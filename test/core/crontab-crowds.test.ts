/** The crowds of a crontab that is edited again and again are those that a first look finds. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { defaultSettings, type Finding, identify, lint } from '../../core/src/index.js';
import { SYSTEM } from './crontab-rule-support.js';

/** Jobs that stand at minutes to which others are moved (37 is the first for a command “a”), some that wait, and what makes all wait or none. */
const line = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.constantFrom('0 3', '0 3', '0 3', '0 3,4', '0 *', '37 3', '37 3', '38 3', '39 3', '*/30 3'),
        fc.constantFrom('* * *', '* * *', '* * *', '1 * *', '31 4 *', '* * 1'),
        fc.constantFrom('a', 'b', 'c', 'sleep 9; d'),
      )
      .map(([time, days, command]) => `${time} ${days} root ${command}`),
  },
  { weight: 1, arbitrary: fc.constantFrom('@hourly root e', '@daily root f', '61 3 * * * root g') },
  { weight: 1, arbitrary: fc.constantFrom('RANDOM_DELAY=5', 'RANDOM_DELAY=0', '#', 'MAILTO=ann') },
);

/** A line is changed where it stands, or some go and others come. */
const edit = fc.oneof(
  fc.record({ at: fc.nat(40), gone: fc.constant(1), come: fc.array(line, { minLength: 1, maxLength: 1 }) }),
  fc.record({ at: fc.nat(40), gone: fc.nat(3), come: fc.array(line, { maxLength: 3 }) }),
);

describe('the crowds of a crontab', () => {
  it('are the same after any edits as at a first look', () => {
    let crowded = 0;
    fc.assert(
      fc.property(
        fc.array(line, { minLength: 15, maxLength: 40 }),
        fc.array(edit, { maxLength: 20 }),
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
