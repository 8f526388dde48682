// Bytes that are no UTF-8, as text and back.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bytesOfText, holdsBytes, textOfBytes } from '../../workspace/src/index.js';

describe('bytes as text', function () {
  this.timeout(60_000);

  it('come back as they were, whatever they are', () => {
    const mixed = fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 6 }),
        fc.string({ unit: 'binary' }).map((text) => new TextEncoder().encode(text)),
      ),
    );
    fc.assert(
      fc.property(mixed, (pieces) => {
        const bytes = Buffer.concat(pieces);
        assert.deepEqual([...bytesOfText(textOfBytes(bytes))], [...bytes]);
      }),
    );
  });

  it('are what UTF-8 has them be where they are UTF-8', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const bytes = Buffer.from(text);
        assert.equal(textOfBytes(bytes), bytes.toString());
        assert.equal(holdsBytes(textOfBytes(bytes)), false);
      }),
    );
  });

  it('never make a character of what UTF-8 forbids', () => {
    for (const bytes of [[0xc0, 0xaf], [0xe0, 0x80, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xff]])
      assert.equal(textOfBytes(Uint8Array.from(bytes)), String.fromCharCode(...bytes.map((byte) => 0xdc00 + byte)));
    assert.equal(holdsBytes(textOfBytes(Uint8Array.of(0x63, 0x61, 0x66, 0xe9))), true);
  });
});
