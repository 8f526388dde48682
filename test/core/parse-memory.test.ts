/** Reading a long text again after a change gives what reading it for the first time would. */
import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { defaultSettings, type Finding, identify, lint } from '../../core/src/index.js';
import type { KindSpec, ParseOptions } from '../../core/src/model/kind.js';
import type { Line } from '../../core/src/model/line.js';
import { parser } from '../../core/src/model/parse.js';
import { commonPrefix, commonSuffix } from '../../core/src/text/alike.js';
import { physicalEnd } from '../../core/src/text/lines.js';

const options: ParseOptions = { form: '', dialects: [] };

/** A line that begins with `=` is carried to those below it. */
const parseLine = (text: string, carry: string): Line => ({
  type: 'entry',
  text: `${carry}>${text}`,
  tokens: [],
  launches: [],
  problems: [],
  carry: text.startsWith('=') ? text : carry,
});

const spec = { id: 'toy', lineEnd: physicalEnd, parseLine } as unknown as KindSpec;

function plainly(text: string, first: string): { readonly lines: readonly string[]; readonly starts: readonly number[] } {
  const lines: string[] = [];
  const starts: number[] = [];
  let carry = first;
  let at = 0;
  for (const piece of text.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    lines.push(`${carry}>${piece}`);
    starts.push(at);
    if (piece.startsWith('=')) carry = piece;
    at += piece.length;
  }
  return { lines, starts };
}

const long = Array.from({ length: 1500 }, (_, n) => (n % 200 === 7 ? `=${n % 400}\n` : `line ${n % 90} of many\n`)).join('');

/** Replaces some characters at a place (both as shares of the text) by others. */
const change = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  cut: fc.constantFrom(0, 1, 2, 17, 300),
  put: fc.constantFrom('', 'x', '\n', '=', '=7\n', 'a\nb\n', '\r\n', 'line 3 of many\n'),
});

const changed = (text: string, { at, cut, put }: { at: number; cut: number; put: string }): string => {
  const from = Math.round(at * text.length);
  return text.slice(0, from) + put + text.slice(from + cut);
};

describe('a long text read again after a change', () => {
  it('has the lines, offsets and carries of a first reading', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), fc.constantFrom(undefined, '=0\n'), (changes, carry) => {
        const parse = parser(spec);
        const given = carry === undefined ? options : { ...options, carry };
        let text = long;
        parse(text, given);
        for (const one of changes) {
          text = changed(text, one);
          const { lines, starts } = parse(text, given);
          const wanted = plainly(text, carry ?? '');
          assert.deepEqual(
            lines.map((line) => line.text),
            wanted.lines,
          );
          assert.deepEqual(starts, wanted.starts);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('keeps the lines that did not change, as the same values', () => {
    const parse = parser(spec);
    const before = parse(long, options);
    const at = long.indexOf('\n', long.length / 2) + 1;
    const after = parse(`${long.slice(0, at)}new\n${long.slice(at)}`, options);
    const index = after.lines.findIndex(({ text }) => text.endsWith('>new\n'));
    assert.ok(index > 100);
    assert.ok(after.lines.every((line, at) => at === index || line === before.lines[at < index ? at : at - 1]));
  });

  it('is not kept by the lines that were typed into it', () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const used = () => {
      collect();
      return process.memoryUsage().heapUsed;
    };
    const parse = parser(spec);
    const text = long.repeat(20);
    parse(text, options);
    const before = used();
    for (let key = 0; key < 200; key++) parse(`${text}a line of which there is one, by the name of ${key}\n${text}`, options);
    // Some of the texts are kept whole, for those who have them open side by side.
    assert.ok(used() - before < 20 * text.length, `${used() - before} bytes`);
  });

  it('has the findings of a first reading', () => {
    const text = Array.from({ length: 700 }, (_, n) =>
      n % 9 ? `${n % 60} 3 * * * root /usr/local/bin/job-${n}\n` : `${n % 80} 4 * * * root service snmpd start\n`,
    ).join('');
    const choice = identify({ path: '/etc/cron.d/many', text, sniff: false });
    assert.ok(choice);
    const settings = { ...defaultSettings };
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
        let now = text;
        lint('/etc/cron.d/many', now, choice, settings);
        for (const one of changes) {
          now = changed(now, one);
          const again: readonly Finding[] = lint('/etc/cron.d/many', now, choice, settings).findings;
          assert.deepEqual(again, lint('/etc/cron.d/many', now, choice, { ...defaultSettings }).findings);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what two texts have in common', () => {
  it('is counted at both ends, over the pieces that are compared at a time', () => {
    const most = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 32_000, max: 34_000 }));
    fc.assert(
      fc.property(most, most, fc.constantFrom('', 'x', 'yy'), fc.constantFrom('', 'z', 'yz'), (head, tail, a, b) => {
        const [x, y] = [`${'ab'.repeat(head)}${a}${'cd'.repeat(tail)}`, `${'ab'.repeat(head)}${b}${'cd'.repeat(tail)}`];
        let prefix = 0;
        while (prefix < Math.min(x.length, y.length) && x[prefix] === y[prefix]) prefix++;
        assert.equal(commonPrefix(x, y), prefix);
        const room = Math.min(x.length, y.length) - prefix;
        let suffix = 0;
        while (suffix < room && x.at(-1 - suffix) === y.at(-1 - suffix)) suffix++;
        assert.equal(commonSuffix(x, y, room), suffix);
      }),
    );
  });
});

describe('a text that comes again, among many that are read once', () => {
  const read = parser(spec);
  const fresh = (dialects: readonly string[], carry?: string): ParseOptions => ({
    form: '',
    dialects,
    once: true,
    ...(carry !== undefined && { carry }),
  });

  it('gives the same document from its second time on, to who reads it alike', () => {
    const text = '=a\nb\n';
    const [first, second, third] = [1, 2, 3].map(() => read(text, fresh(['x'])));
    assert.notEqual(first, second);
    assert.equal(second, third);
    assert.deepEqual(second, first);
    const other = read(text, fresh(['y']));
    assert.notEqual(other, third);
    assert.deepEqual(other.dialects, ['y']);
    assert.deepEqual(
      read(text, fresh(['x'], '=c\n')).lines.map((line) => line.text),
      ['=c\n>=a\n', '=a\n>b\n'],
    );
  });

  it('is read as it is read alone, whatever came before', () => {
    const piece = fc.constantFrom('a\n', 'b\n', '=c\n', 'd', '\n');
    const texts = fc.array(
      fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join('')),
      { minLength: 1, maxLength: 200 },
    );
    fc.assert(
      fc.property(texts, (all) => {
        for (const text of all) {
          const { lines, starts } = read(text, fresh(['z']));
          assert.deepEqual({ lines: lines.map((line) => line.text), starts }, plainly(text, ''));
        }
      }),
    );
  });
});
