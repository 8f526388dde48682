/** What assignments tell the lines below them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { carriedIn, carryAfter } from '../../core/src/kinds/crontab/reading/carried.js';

describe('what is carried from line to line', () => {
  it('is nothing at first, and stays so below names that mean nothing to other lines', () => {
    assert.deepEqual(carriedIn(''), {});
    assert.equal(carryAfter('', 'MAILTO', 'ann'), '');
    assert.equal(carryAfter('', 'toString', 'ann'), '');
  });
  it('is the last value of each name, in whatever order they came', () => {
    const value = fc.string({ maxLength: 12 }).map((text) => text.replace(/\n/g, ''));
    const names = { CRON_TZ: 'zone', SHELL: 'shell', PATH: 'path' } as const;
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('CRON_TZ', 'SHELL', 'PATH', 'HOME'), value)), (assignments) => {
        let carry = '';
        const wanted: Record<string, string> = {};
        for (const [name, text] of assignments) {
          carry = carryAfter(carry, name, text);
          if (name !== 'HOME') wanted[names[name as keyof typeof names]] = text;
        }
        assert.deepEqual({ ...carriedIn(carry) }, wanted);
      }),
    );
  });
  it('is the same text for the same values, so that lines below are remembered', () => {
    const one = carryAfter(carryAfter('', 'PATH', '/bin'), 'SHELL', '/bin/sh');
    assert.equal(one, carryAfter(carryAfter('', 'SHELL', '/bin/sh'), 'PATH', '/bin'));
  });
});
