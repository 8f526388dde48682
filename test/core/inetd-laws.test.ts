/** What holds for any text that is read as an inetd.conf. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inetd } from '../../core/src/kinds/inetd/index.js';
import type { Context } from '../../core/src/model/context.js';
import { applyEdits } from '../../core/src/text/edit.js';
import { bare } from '../support.js';

const choices = [inetd.defaultDialects, ['busybox'], ['inetutils'], ['freebsd'], ['netbsd', 'openbsd-inetd']];

const contextOf = (offMark: string): Context => ({
  path: '/etc/inetd.conf',
  kind: 'inetd',
  form: 'inetd',
  dialects: inetd.defaultDialects,
  ...bare,
  offMark,
});

const read = (text: string, dialects: readonly string[] = inetd.defaultDialects) => inetd.read(text, { form: 'inetd', dialects });

/** Pieces that make entries, comments and traps likely. */
const piece = fc.constantFrom(
  ...[
    '#',
    '##',
    '#<off># ',
    '#<disabled>#',
    '#@',
    '#:',
    ' ',
    '\t',
    '   ',
    '\n',
    '\r\n',
    '\r',
    '\n ',
    '\n#',
    '\n#  ',
    '\\',
    '\\\n',
    '\0',
    '\u00a0',
  ],
  ...['ftp', 'stream', 'tcp', 'nowait', 'root', '/x', 'internal', 'dgram', 'rpc/udp', 'rstatd/1-3', 'ftp stream tcp nowait root /x x'],
  ...[':', '[', ']', '::1', '*', ',', '.', '/', '-', '"', '<', '127.0.0.1:', ':u:g:0600:/s', '.include', 'on', 'é', '\ud800'],
);
const texts = fc.oneof(
  fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
);

describe('any text as an inetd.conf', () => {
  it('is tiled by its lines', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...choices), (text, dialects) => {
        const { lines, starts } = read(text, dialects).document;
        assert.equal(lines.map((line) => line.text).join(''), text);
        assert.ok(lines.every((line) => line.text !== ''));
        for (const [index, start] of starts.entries())
          assert.equal(text.slice(start, start + (lines[index]?.text.length ?? 0)), lines[index]?.text);
      }),
      { numRuns: 1000 },
    );
  });

  it('has tokens that cover all but blanks and line ends, once', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...choices), (text, dialects) => {
        for (const line of read(text, dialects).document.lines) {
          let at = 0;
          for (const { span, text: said } of line.tokens) {
            assert.ok(said !== '');
            assert.equal(line.text.slice(span.start, span.end), said);
            assert.match(line.text.slice(at, span.start), /^(?:[ \t\n]|\r\n)*$/);
            at = span.end;
          }
          assert.match(line.text.slice(at), /^(?:[ \t\n]|\r\n)*$/);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('has launches and problems that point into their lines', () => {
    fc.assert(
      fc.property(texts, fc.constantFrom(...choices), (text, dialects) => {
        for (const line of read(text, dialects).document.lines) {
          for (const { subject, program, user } of line.launches)
            for (const token of [subject, program, user])
              assert.ok(token === undefined || line.tokens.some(({ span }) => span.start === token.span.start));
          for (const { span } of line.problems) assert.ok(span.start < span.end && span.end <= line.text.length);
          assert.equal(line.problems.length > 0, line.type === 'broken');
        }
      }),
      { numRuns: 500 },
    );
  });
});

const word = (...words: string[]) => fc.constantFrom(...words);
const blanks = word(' ', '  ', '\t', '   \t');
const breaks = word('\n  ', '\n\t', '\n    ', '\n \t\n   ');

/** An entry of one to three lines, broken behind its protocol, wait, user or first argument. */
const entries = fc
  .record({
    words: fc.tuple(
      word('ftp', '127.0.0.1:telnet', '[::1]:smtp', '7777', '*:finger'),
      word('stream', 'dgram'),
      word('tcp', 'udp', 'tcp6', 'udp4'),
      word('nowait', 'wait', 'nowait.40', 'nowait/3/10'),
      word('root', 'nobody.tty', 'www:www/daemon'),
      word('/usr/sbin/in.ftpd', '/usr/sbin/tcpd', '/x'),
      word('/usr/sbin/other', 'in.ftpd'),
      word('-l', '--daemon', '-x'),
    ),
    gaps: fc.array(blanks, { minLength: 7, maxLength: 7 }),
    broken: fc.uniqueArray(fc.constantFrom<number[]>(2, 3, 4, 6), { maxLength: 2 }),
    break: breaks,
    end: word('\n', '\r\n', ''),
  })
  .map(
    ({ words, gaps, broken, break: feed, end }) =>
      words.map((said, index) => said + (index === 7 ? '' : broken.includes(index) ? feed : (gaps[index] ?? ' '))).join('') + end,
  )
  .map((entry) => (entry.endsWith('\r\n') ? entry.replace(/\r?\n/g, '\r\n') : entry));

describe('an entry that is disabled and enabled again', () => {
  it('has its bytes back, and was off in between', () => {
    fc.assert(
      fc.property(
        entries,
        word('#', '#<off># ', '# '),
        word('', '# a note\n', 'echo dgram udp wait root internal\n'),
        (entry, mark, before) => {
          const text = before + entry;
          const index = before === '' ? 0 : 1;
          const on = read(text);
          const line = on.document.lines[index];
          const launch = line?.launches[0];
          assert.ok(line && launch, text);
          assert.equal(line.text, entry);
          const [off] = on.disable(index, launch, contextOf(mark));
          assert.ok(off?.safe);
          const start = before.length;
          const shifted = (edits: typeof off.edits) =>
            edits.map((edit) => ({ ...edit, span: { start: edit.span.start + start, end: edit.span.end + start } }));
          const without = applyEdits(text, shifted(off.edits));
          assert.ok(
            without
              .slice(start)
              .trimEnd()
              .split('\n')
              .every((physical) => physical.startsWith('#')),
          );
          const second = read(without);
          assert.equal(second.document.lines[index]?.type, 'commented', without);
          const commented = second.document.lines[index]?.launches[0];
          assert.equal(commented?.state, 'commented');
          assert.deepEqual([commented?.subject.text, commented?.program?.text], [launch.subject.text, launch.program?.text]);
          assert.deepEqual(second.disable(index, launch, contextOf(mark)), []);
          const [again] = commented ? second.enable(index, commented, contextOf(mark)) : [];
          assert.ok(again && !again.safe);
          assert.equal(applyEdits(without, shifted(again.edits)), text);
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('large texts', () => {
  it('are read, whatever they are made of', () => {
    const many = 'a '.repeat(500_000);
    for (const text of [
      'x'.repeat(1_000_000),
      many,
      `#${many}`,
      `ftp stream tcp nowait root /x ${many}`,
      '#'.repeat(1_000_000),
      '#<off>#'.repeat(100_000),
      '/'.repeat(1_000_000),
      ':,'.repeat(200_000),
      ' \n'.repeat(200_000),
      `ftp stream\n${' \n'.repeat(200_000)}`,
      '#ftp stream tcp\n#  -a\n'.repeat(20_000),
      '#a\n#  \n'.repeat(20_000),
    ]) {
      const { lines } = read(text).document;
      assert.equal(
        lines.reduce((sum, line) => sum + line.text.length, 0),
        text.length,
      );
    }
  }).timeout(20_000);
});
