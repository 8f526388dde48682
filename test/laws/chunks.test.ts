/** What is found in chunks of lines is what is found in all of them, whatever was there before. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Found, finder } from '../../core/src/model/chunks.js';
import type { Line } from '../../core/src/model/line.js';
import { commonLines } from '../../core/src/model/linewise.js';

const line = (text: string): Line => ({ type: 'comment', text, tokens: [], launches: [], problems: [], carry: '' });

/** The lines whose texts end in 7. */
const sevens = (lines: readonly Line[]): Found<string>[] =>
  lines.flatMap(({ text }, index) => (text.endsWith('7') ? [{ line: index, value: text }] : []));

describe('what is found in lines by chunks', () => {
  const numbered = (count: number, from = 0) => Array.from({ length: count }, (_, index) => line(String(from + index)));

  it('is the same as without them, edit by edit', () => {
    const edits = fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(700), fc.nat(700)), { maxLength: 12 });
    fc.assert(
      fc.property(fc.nat(3000), edits, (count, changes) => {
        const inChunks = finder(sevens);
        let lines: readonly Line[] = numbered(count);
        assert.deepEqual(inChunks(lines), sevens(lines));
        for (const [where, gone, come] of changes) {
          const at = Math.floor(where * lines.length);
          lines = [...lines.slice(0, at), ...numbered(come, at), ...lines.slice(at + gone)];
          assert.deepEqual(inChunks(lines), sevens(lines));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is looked for again only where lines changed', () => {
    let looked = 0;
    const inChunks = finder((lines) => {
      looked += lines.length;
      return sevens(lines);
    });
    const lines = numbered(10_000);
    inChunks(lines);
    assert.equal(looked, 10_000);
    inChunks([...lines.slice(0, 5000), line('7'), ...lines.slice(5001)]);
    assert.ok(looked < 10_600, String(looked));
    inChunks([...lines.slice(0, 5000), line('7'), line('8'), ...lines.slice(5000)]);
    assert.ok(looked < 11_200, String(looked));
  });
});

describe('what two lists of lines have in common', () => {
  it('is counted at both ends and at none twice, whoever asked before', () => {
    const some = [line('a'), line('b')];
    const list = fc.array(fc.constantFrom(...some), { maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(list, { minLength: 2, maxLength: 4 }),
        fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: 8 }),
        (lists, pairs) => {
          for (const [one, other] of pairs) {
            const [before = [], lines = []] = [lists[one % lists.length], lists[other % lists.length]];
            const { start, end } = commonLines(before, lines);
            const shorter = Math.min(before.length, lines.length);
            const same = (index: number) => before.at(index) === lines.at(index);
            const first = [...Array(shorter).keys()].find((index) => !same(index)) ?? shorter;
            const rest = shorter - first;
            const last = [...Array(rest).keys()].find((index) => !same(-1 - index)) ?? rest;
            assert.deepEqual([start, end], [first, last]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
