/** What is written over stdio is the JSON of each message, also where pieces of it were written before. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { encoded } from '../../server/src/encoding.js';

const plainly = (message: object): string => JSON.stringify(message);
const read = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);

/** Words that look like the list that is left out, and characters of several bytes. */
const words = fc.oneof(fc.constantFrom('"items":[]', '\\"items\\":[]', 'items', 'ä€𐐀', '\ud800'), fc.string({ unit: 'binary' }));

const items = fc.array(fc.record({ message: words, range: fc.array(fc.nat()) }), { maxLength: 6 });

describe('a message over stdio', () => {
  it('is its JSON, now and when some of its items are sent again', () => {
    fc.assert(
      fc.property(items, items, words, words, (first, more, id, resultId) => {
        for (const list of [first, [...more, ...first], first, []]) {
          const message = { jsonrpc: '2.0', id, result: { kind: 'full', resultId, items: list } };
          assert.equal(read(encoded(message)), plainly(message));
        }
      }),
    );
  });

  it('is its JSON whatever it is, in whatever order', () => {
    const results = fc.oneof(
      fc.constantFrom(
        null,
        [],
        {},
        { kind: 'full' },
        { kind: 'full', items: 'none' },
        { kind: 'full', items: [1, null, 'x'] },
        { kind: 'full', others: { items: [] }, items: [{}] },
      ),
      fc.record({ items, kind: fc.constantFrom('full', 'unchanged'), word: words }),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(results, words, (result, word) => {
        for (const message of [
          { jsonrpc: '2.0', id: 1, result },
          { jsonrpc: '2.0', result, id: word },
          { jsonrpc: '2.0', method: word, params: result },
        ])
          assert.equal(read(encoded(message)), plainly(message));
      }),
    );
  });
});
