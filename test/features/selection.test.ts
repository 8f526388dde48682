/** What a selection grows to, from a part of a field to the whole text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { identify, kinds, lint, selectionsAt } from '../../core/src/index.js';
import { defaultSettings } from '../../core/src/lint/settings.js';
import { pieces } from '../kinds/index.js';
import { at } from './support.js';

function grown(marked: string, path = '/etc/crontab'): string[] {
  const { reading, offset } = at(path, marked);
  return selectionsAt(reading, offset).map(({ start, end }) => reading.document.text.slice(start, end));
}

describe('a growing selection', () => {
  it('goes from the number to the item, the field, the time fields, the line, the block and the text', () => {
    assert.deepEqual(grown('A=b\n\n# x\n  0 1‸0-15/2,7 * * * root cd / && x  \r\n5 4 * * * root y\n\n'), [
      '10',
      '10-15/2',
      '10-15/2,7',
      '0 10-15/2,7 * * *',
      '0 10-15/2,7 * * * root cd / && x',
      '# x\n  0 10-15/2,7 * * * root cd / && x  \r\n5 4 * * * root y',
      'A=b\n\n# x\n  0 10-15/2,7 * * * root cd / && x  \r\n5 4 * * * root y\n\n',
    ]);
  });
  it('takes the word that begins where the cursor is', () => {
    assert.equal(grown('*/‸15 * * * * root x\n')[0], '15');
    assert.equal(grown('*‸/15 * * * * root x\n')[0], '/');
    assert.equal(grown('*/15‸ * * * * root x\n')[0], '15');
    assert.equal(grown('*/15 ‸* * * * root x\n')[0], '*');
  });
  it('goes from a word of the command to the command', () => {
    assert.deepEqual(grown('@daily root tar c‸f "a b" | gzip\n').slice(0, 3), [
      'cf',
      'tar cf "a b" | gzip',
      '@daily root tar cf "a b" | gzip',
    ]);
    assert.equal(grown('@daily root tar cf "a ‸b"\n')[0], '"a b"');
  });
  it('is the whole text on a blank line and in an empty text', () => {
    assert.deepEqual(grown('A=b\n‸\nC=d\n'), ['A=b\n\nC=d\n']);
    assert.deepEqual(grown('A=b\n‸'), ['A=b\n']);
    assert.deepEqual(grown('‸'), ['']);
  });
  it('works in other kinds of file', () => {
    const path = '/etc/inetd.conf';
    assert.deepEqual(grown('# x\nrstatd/1-‸3 dgram rpc/udp wait root /usr/sbin/rpc.rstatd rpc.rstatd\n', path).slice(0, 2), [
      '1-3',
      'rstatd/1-3 dgram rpc/udp wait root /usr/sbin/rpc.rstatd rpc.rstatd',
    ]);
  });
  for (const { id, forms } of kinds)
    it(`${id}: each holds the one before and the place`, () => {
      const parts = [...(pieces[id] ?? []), ' ', '\n', '\r\n', '\r', '\t', ',', '😀', '#'];
      fc.assert(
        fc.property(
          fc.array(fc.constantFrom(...parts), { maxLength: 30 }),
          fc.nat(200),
          fc.constantFrom(...forms),
          (words, place, form) => {
            const text = words.join(' ').replaceAll(' \n ', '\n');
            const choice = identify({ path: '', text, sniff: false, flag: { kind: id, form } });
            assert.ok(choice);
            const offset = Math.min(place, text.length);
            const found = selectionsAt(lint('', text, choice, defaultSettings), offset);
            for (const [index, { start, end }] of found.entries()) {
              assert.ok(start <= offset && offset <= end);
              const inner = found[index - 1];
              if (inner) assert.ok(start <= inner.start && inner.end <= end && end - start > inner.end - inner.start);
            }
            assert.deepEqual(found.at(-1), { start: 0, end: text.length });
          },
        ),
        { numRuns: 400 },
      );
    });
});
