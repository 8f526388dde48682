// Bytes to text and back: nothing may be lost, and what is no text must be named.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Decoded, decode, encode, spliceEdits } from '../../workspace/src/index.js';

const bytes = (...values: (number | string)[]): Uint8Array =>
  Buffer.concat(values.map((value) => (typeof value === 'number' ? Buffer.of(value) : Buffer.from(value))));

function decoded(input: Uint8Array): Decoded {
  const result = decode(input);
  assert.ok('text' in result, 'problem' in result ? result.message : '');
  return result;
}

const problem = (input: Uint8Array): string | undefined => {
  const result = decode(input);
  return 'problem' in result ? result.problem : undefined;
};

describe('decode', () => {
  it('reads UTF-8 and keeps a byte order mark', () => {
    assert.deepEqual(decoded(bytes(0xef, 0xbb, 0xbf, '# é 漢 😀\n')), { text: '\ufeff# é 漢 😀\n', encoding: 'utf-8' });
  });

  it('reads anything else one character per byte', () => {
    const all = Uint8Array.from({ length: 224 }, (_, at) => at + 32);
    const { text, encoding } = decoded(all);
    assert.equal(encoding, 'latin1');
    assert.equal(text.length, 224);
    assert.ok([...text].every((character, at) => character.charCodeAt(0) === at + 32));
  });

  it('reads texts with a lone CR, an escape, a stray NUL', () => {
    for (const text of ['ftp\rtelnet\r', '\x1b[1mftp\x1b[0m', '* * * * * echo \0\n', ''])
      assert.deepEqual(decoded(bytes(text)), { text, encoding: 'utf-8' });
  });

  it('knows UTF-16 with and without its mark', () => {
    const text = 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n';
    const little = Buffer.from(text, 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const one of [little, big, bytes(0xff, 0xfe), Buffer.concat([bytes(0xfe, 0xff), big])]) assert.equal(problem(one), 'utf-16');
  });

  it('knows programs, archives and pictures', () => {
    const heads = [[0x7f, 'ELF'], [0x1f, 0x8b, 8], [0x89, 'PNG'], ['PK', 3, 4], ['BZh91AY']];
    for (const head of heads) assert.equal(problem(bytes(...head, 'and so on and so forth')), 'binary', String(head));
    assert.equal(problem(Uint8Array.from({ length: 300 }, (_, at) => (at * 7) % 32)), 'binary');
  });

  it('takes bytes at random for no text', () => {
    fc.assert(
      fc.property(fc.noBias(fc.uint8Array({ minLength: 512, maxLength: 5000 })), (input) => assert.ok(problem(input) !== undefined)),
      { numRuns: 60 },
    );
  });

  it('takes prose for text in any code page, with a stray control character or two', () => {
    const character = fc.oneof(
      fc.integer({ min: 0x20, max: 0x7e }),
      fc.integer({ min: 0xa0, max: 0xff }),
      fc.constantFrom(0x09, 0x0a, 0x0d),
    );
    const prose = fc.array(character, { minLength: 1, maxLength: 2000 });
    const stray = fc.array(fc.constantFrom(0, 1, 0x7f), { maxLength: 2 });
    fc.assert(fc.property(prose, stray, (said, strange) => assert.equal(problem(bytes('# ', ...said, ...strange)), undefined)));
    const shiftJis = [0x82, 0xb1, 0x82, 0xea, 0x82, 0xcd, 0x83, 0x65, 0x83, 0x58, 0x83, 0x67, 0x0a];
    assert.equal(decoded(Uint8Array.from(Array(80).fill(shiftJis).flat())).encoding, 'latin1');
  });

  it('counts the control characters of a whole file, not of its head alone', () => {
    const lines = '# nothing to see here\n'.repeat(400);
    assert.equal(problem(bytes(lines, '\0'.repeat(400))), 'binary');
    assert.equal(problem(bytes(lines, '\0\0', lines)), undefined);
  });

  it('is undone by encode, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (input) => {
        const result = decode(input);
        if ('text' in result) assert.deepEqual(Buffer.from(encode(result.text, result.encoding)), Buffer.from(input));
      }),
    );
  });
});

describe('spliceEdits', () => {
  /** Positions in a text that part no surrogate pair, in order. */
  const cuts = (text: string, picks: readonly number[]): number[] => {
    const places = [0];
    for (const character of text) places.push((places.at(-1) ?? 0) + character.length);
    return [...new Set(picks.map((pick) => places[pick % places.length] ?? 0))].sort((a, b) => a - b);
  };
  const raw = (text: string, encoding: 'utf-8' | 'latin1') => Buffer.from(text, encoding === 'latin1' ? 'latin1' : 'utf8');

  /** Replaces every second piece between `places`; what must come out is put together from bytes alone. */
  const holds = (input: Uint8Array, picks: readonly number[], insertion: string) => {
    const result = decode(input);
    if (!('text' in result)) return;
    const { text, encoding } = result;
    const places = cuts(text, picks);
    const edits = [];
    const expected: Buffer[] = [raw(text.slice(0, places[0]), encoding)];
    for (let at = 0; at < places.length; at++) {
      const [start = 0, end = text.length] = [places[at], places[at + 1]];
      if (at % 2 === 0) edits.push({ span: { start, end }, text: insertion });
      expected.push(at % 2 === 0 ? Buffer.from(insertion) : raw(text.slice(start, end), encoding));
    }
    assert.deepEqual(Buffer.from(spliceEdits(input, text, encoding, edits)), Buffer.concat(expected));
  };

  it('leaves every other byte of any bytes as it was', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.array(fc.nat(), { maxLength: 6 }), fc.constantFrom('#', '', '#<off># '), holds),
    );
  });

  it('leaves every other byte of UTF-8 as it was', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(fc.property(text, fc.array(fc.nat(), { maxLength: 6 }), (said, picks) => holds(Buffer.from(said), picks, '#')));
  });

  it('refuses edits that overlap', () => {
    const edits = [
      { span: { start: 0, end: 2 }, text: '' },
      { span: { start: 1, end: 3 }, text: '' },
    ];
    assert.throws(() => spliceEdits(bytes('abcd'), 'abcd', 'utf-8', edits), RangeError);
  });
});
