// Laws of the kind `listing` over any text: lines tile it, tokens tile lines, no line is broken, switches do what they say.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { listing } from '../../core/src/kinds/listing/index.js';
import type { Context } from '../../core/src/model/context.js';
import type { Read } from '../../core/src/model/kind.js';
import type { Launch } from '../../core/src/model/line.js';
import { applyEdits, shiftEdit } from '../../core/src/text/edit.js';
import { bare } from '../support.js';

const dialects = ['redhat', 'debian'];
const context: Context = {
  path: 'x',
  kind: 'listing',
  form: 'links',
  dialects,
  ...bare,
};
const read = (text: string): Read => listing.read(text, { form: 'links', dialects });

const blank = fc.constantFrom('', ' ', '\t', '    ');
const end = fc.constantFrom('\n', '\r\n', '\n\n', '', '\r');
const mark = fc.constantFrom('', '', '', '#', '# ', '> ', '├── ', '|-- ', '##', '\u00a0');
const body = fc.constantFrom(
  'S80acme',
  'K05acme@ S10other',
  `'S85acme' -> '../init.d/acme'`,
  '\u001b[01;36mS85acme\u001b[0m@ \u001b[32mK20acme\u001b[m -> \u001b[',
  'README S85acme "K01x"@',
  'lrwxrwxrwx. 1 root root 17 3月 27 08:02 S55acme -> ../init.d/acme',
  '/etc/rc.d/rc3.d/K10acme',
  'acme\t0:off\t1:off\t2:on\t3:on\t6:off',
  'acme 0:关闭 3:启用',
  'acme 0:x 3:y 4:y',
  'acme: on',
  'acme:\ty',
  'xinetd based services:',
  '/etc/rc0.d:',
  'rc5.d',
  '[root@box rc3.d]# ls -l',
  'total 12',
  'Note: SysV',
  '# daemonlint: keep acme',
  'acme -> S80acme ->',
  'S80acme ->',
  '->',
  '0:off',
  'UNIT FILE STATE',
  'acme.service enabled disabled',
  'acme.service',
  'disabled',
  '● acme.service loaded failed failed A',
  'acme@x.socket masked',
  '[ + ]  acme',
  '[ ? ] acme',
  'acme (pid 1 2) is running...',
  'acme is stopped',
  'acme | boot default',
  'acme |',
  '$ rcctl ls on',
  '$ rcctl ls off',
  'acme',
  'multi-user.target.wants',
  'acme.service -> /lib/systemd/system/acme.service',
  'acme.service -> /dev/null',
);
const written = fc
  .array(
    fc.tuple(blank, mark, blank, body, blank, end).map((parts) => parts.join('')),
    { maxLength: 12 },
  )
  .map((lines) => lines.join(''));
const words = fc
  .array(
    fc.constantFrom(
      'S80a',
      'K20b',
      '->',
      '3:on',
      '0:off',
      '#',
      '>',
      '[',
      ']#',
      'ls',
      'rc3.d',
      ':',
      'a:',
      'on',
      '/',
      ' ',
      '\t',
      '\n',
      '\r',
      '\u0000',
      '\u2028',
      '\u00a0',
      '\u001b[36m',
      "'",
      '@',
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const texts = fc.oneof(fc.string({ unit: 'binary', maxLength: 80 }), written, words);

const RUNS = { numRuns: 600 };

describe('listing: laws', () => {
  it('covers every character that is no blank and no line end by exactly one token', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { document } = read(text);
        assert.equal(document.lines.map((line) => line.text).join(''), text);
        for (const line of document.lines) {
          let done = 0;
          for (const token of line.tokens) {
            assert.ok(token.span.start >= done && token.span.end > token.span.start);
            assert.match(line.text.slice(done, token.span.start), /^[ \t\r\n]*$/);
            assert.equal(token.text, line.text.slice(token.span.start, token.span.end));
            assert.ok(Object.hasOwn(listing.roles, token.role));
            done = token.span.end;
          }
          assert.match(line.text.slice(done), /^[ \t\r\n]*$/);
        }
      }),
      RUNS,
    );
  });

  it('has no broken line, and launches only in entries and commented-out ones, each at one of its tokens', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { type, launches, marks, tokens } of read(text).document.lines) {
          assert.notEqual(type, 'broken');
          assert.equal(marks !== undefined, type === 'commented');
          for (const { state, subject } of launches) {
            assert.equal(state === 'commented', type === 'commented');
            assert.ok(type === 'entry' || type === 'commented');
            assert.ok(tokens.includes(subject));
          }
        }
      }),
      RUNS,
    );
  });

  it('keeps what lines tell each other small, and reads a line alone with whatever it is told', () => {
    fc.assert(
      fc.property(texts, (text) => {
        for (const { carry } of read(text).document.lines) assert.ok(carry.length < 120, carry);
        assert.ok(listing.resembles(text) >= 0 && listing.resembles(text) <= 1);
      }),
      RUNS,
    );
  });

  it('turns off what it says it turns off, and back on', () => {
    const only = (text: string): Launch | undefined => {
      const launches = read(text).document.lines.flatMap((line) => line.launches);
      return launches.length === 1 ? launches[0] : undefined;
    };
    fc.assert(
      fc.property(blank, mark, blank, body, end, (before, quote, between, entry, after) => {
        const text = [before, quote, between, entry, after].join('');
        const launch = only(text);
        fc.pre(launch?.state === 'on');
        const reading = read(text);
        const index = reading.document.lines.findIndex(({ launches }) => launches.length > 0);
        const start = reading.document.starts[index] ?? 0;
        for (const { edits } of reading.disable(index, launch, context)) {
          if (edits.length === 0) continue;
          const off = applyEdits(
            text,
            edits.map((edit) => shiftEdit(edit, start)),
          );
          assert.notEqual(only(off)?.state, 'on', off);
          const again = read(off);
          const found = again.document.lines[index]?.launches[0];
          assert.ok(found, off);
          const undo = again.enable(index, found, context).map((fix) =>
            applyEdits(
              off,
              fix.edits.map((edit) => shiftEdit(edit, again.document.starts[index] ?? 0)),
            ),
          );
          if (found.state === 'commented') assert.ok(undo.includes(text), off);
        }
      }),
      RUNS,
    );
  });

  it('reads a line of a megabyte, whatever it is made of', () => {
    for (const piece of ['#', '> ', ' ', '[a', 'S80a ', '0:on ', '-> ', 'x', '\r', 'a:', '/rc3.d'])
      for (const last of ['', 'x', '\n']) {
        const text = piece.repeat(Math.ceil(1_000_000 / piece.length)) + last;
        assert.equal(read(text).document.lines.length, 1);
        assert.equal(listing.resembles(text), 0);
      }
  });
});
