/** Laws that hold for every kind and any text. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, defaultSettings, hoverAt, identify, kinds, lint, type Reading, safeEdits, summarise } from '../../core/src/index.js';
import { pieces } from '../kinds/index.js';

function readAs(kind: string, form: string, text: string): Reading {
  const choice = identify({ path: '', text, sniff: false, flag: { kind, form } });
  assert.ok(choice);
  return lint('', text, choice, defaultSettings);
}

/** Blanks and line ends, those among them that a backslash makes blanks of. */
const BETWEEN = /^(?:[ \t\r\n]|\\\n)*$/;

const RUNS = { numRuns: 300 };

/** Texts of any characters, and texts put together from what such files hold. */
const texts = (kind: string) =>
  fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc
      .array(fc.constantFrom(...(pieces[kind] ?? []), ' ', '\t', '\n', '\r\n', '\r', '#', '\u0000'), { maxLength: 60 })
      .map((parts) => parts.join('')),
    fc.array(fc.constantFrom(...(pieces[kind] ?? [])), { maxLength: 30 }).map((parts) => parts.join(' ').replaceAll(' \n ', '\n')),
  );

for (const kind of kinds)
  for (const form of kind.forms)
    describe(`${kind.id} (${form})`, () => {
      it('has lines that tile the text', () => {
        fc.assert(
          fc.property(texts(kind.id), (text) => {
            const { document } = readAs(kind.id, form, text);
            assert.equal(document.lines.map((line) => line.text).join(''), text);
            assert.deepEqual(
              document.starts,
              document.lines.map(
                (_, index) =>
                  document.lines
                    .slice(0, index)
                    .map((line) => line.text)
                    .join('').length,
              ),
            );
          }),
          RUNS,
        );
      });

      it('has tokens in order that are the text at their place, with only blanks and line ends between them', () => {
        fc.assert(
          fc.property(texts(kind.id), (text) => {
            for (const line of readAs(kind.id, form, text).document.lines) {
              // A kind without roles reads no words.
              if (Object.keys(kind.roles).length === 0) assert.deepEqual(line.tokens, []);
              let end = Object.keys(kind.roles).length === 0 ? line.text.length : 0;
              for (const token of line.tokens) {
                assert.ok(
                  token.span.start >= end && token.span.end > token.span.start,
                  `${JSON.stringify(line.text)}: ${JSON.stringify(token)}`,
                );
                assert.equal(line.text.slice(token.span.start, token.span.end), token.text);
                assert.ok(kind.roles[token.role], `role ${token.role}`);
                assert.match(line.text.slice(end, token.span.start), BETWEEN);
                end = token.span.end;
              }
              // What a script says is for the shell: it has no tokens.
              if (!kind.scripts) assert.match(line.text.slice(end), BETWEEN, JSON.stringify(line.text));
            }
          }),
          RUNS,
        );
      });

      it('has findings, hovers and launches inside the text', () => {
        fc.assert(
          fc.property(texts(kind.id), fc.nat(220), (text, offset) => {
            const reading = readAs(kind.id, form, text);
            for (const { span } of reading.findings) assert.ok(span.start >= 0 && span.start <= span.end && span.end <= text.length);
            const hover = hoverAt(reading, Math.min(offset, text.length));
            if (hover) assert.ok(hover.span.end <= text.length && hover.markdown !== '');
            for (const { span } of summarise('x', reading.document).launches) assert.ok(span.end <= text.length);
          }),
          RUNS,
        );
      });

      it('has safe fixes that remove what they answer, change nothing else, and do nothing the second time', () => {
        fc.assert(
          fc.property(texts(kind.id), (text) => {
            // What a byte order mark keeps from the daemon is judged once it is gone.
            if (text.startsWith('\uFEFF')) return;
            const reading = readAs(kind.id, form, text);
            // And the entry that a line is taken for a part of, once they are parted.
            if (reading.findings.some(({ rule }) => rule === 'inetd/indented-line')) return;
            const { edits } = safeEdits(reading.findings);
            const fixed = applyEdits(text, edits);
            const again = readAs(kind.id, form, fixed);
            assert.deepEqual(safeEdits(again.findings).edits, [], JSON.stringify(fixed));
            assert.ok(again.findings.length <= reading.findings.length, JSON.stringify(fixed));
            // Comment marks are all that was added: without them the text is the old one.
            if (edits.length > 0)
              assert.equal(
                fixed.length,
                text.length + edits.reduce((sum, edit) => sum + edit.text.length - (edit.span.end - edit.span.start), 0),
              );
          }),
          RUNS,
        );
      });

      it('reads the same text the same way, whatever was read before', () => {
        fc.assert(
          fc.property(texts(kind.id), texts(kind.id), (text, other) => {
            const first = JSON.stringify(readAs(kind.id, form, text).findings);
            readAs(kind.id, form, other + text);
            assert.equal(JSON.stringify(readAs(kind.id, form, text).findings), first);
          }),
          { numRuns: 100 },
        );
      });
    });
