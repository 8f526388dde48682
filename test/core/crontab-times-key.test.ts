// Entries that run at the same times have the same key, however their times are written: those of other keys are not compared.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { crontab } from '../../core/src/kinds/crontab/index.js';
import type { CrontabLine } from '../../core/src/kinds/crontab/model.js';
import { scheduleKey } from '../../core/src/kinds/crontab/schedule/same.js';
import { timesKey } from '../../core/src/kinds/crontab/timing/times-key.js';
import { scheduleIn } from '../../core/src/kinds/crontab/timing/timings.js';
import type { Context } from '../../core/src/model/context.js';

const FIELDS = [
  ['*', '*/1', '0', '00', '0-59', '*/30', '0,30'],
  ['*', '0-23', '3', '03', '*/12', '0,12'],
  ['*', '1-31', '1', '01', '*/31'],
  ['*', '1-12', '6', 'jun', '*/12', '1'],
  ['*', '0-7', '0', '7', 'sun', '1-5', 'mon-fri'],
];

const dialects = ['debian', 'cronie', 'freebsd', 'openbsd', 'netbsd'];
const context = { dialects, zone: 'UTC' } as unknown as Context;

describe('the key of the times of an entry', () => {
  const lines = fc.oneof(
    fc.tuple(...FIELDS.map((field) => fc.constantFrom(...field))).map((fields) => fields.join(' ')),
    fc.constantFrom('@hourly', '@daily', '@midnight', '@weekly'),
  );

  it('is the same for those that run at the same times', () => {
    fc.assert(
      fc.property(fc.array(lines, { minLength: 2, maxLength: 40 }), (times) => {
        const text = times.map((one) => `${one} /usr/bin/true\n`).join('');
        const entries = crontab.read(text, { form: 'user', dialects }).document.lines as readonly CrontabLine[];
        const known = new Map<string, number | undefined>();
        for (const line of entries) {
          const schedule = scheduleIn(line, context);
          const key = timesKey(line, dialects);
          if (schedule === undefined || key === undefined) continue;
          const same = scheduleKey(schedule);
          assert.equal(key, known.get(same) ?? key, line.text);
          known.set(same, key);
        }
        assert.ok(entries.every((line) => line.text.startsWith('@') || timesKey(line, dialects) !== undefined));
      }),
      { numRuns: 200 },
    );
  });

  it('is another for other times, and none for words', () => {
    const keys = ['0 3 * * *', '0 4 * * *', '1 3 * * *', '0 3 1 * *', '0 3 * 6 *'].map((times) => {
      const [line] = crontab.read(`${times} /usr/bin/true\n`, { form: 'user', dialects }).document.lines;
      return line && timesKey(line as CrontabLine, dialects);
    });
    assert.equal(new Set(keys).size, keys.length);
    const [daily] = crontab.read('@daily /usr/bin/true\n', { form: 'user', dialects }).document.lines;
    assert.equal(daily && timesKey(daily as CrontabLine, dialects), undefined);
  });
});
