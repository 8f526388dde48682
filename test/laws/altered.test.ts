/** The examples of all rules, altered as a slip of the hand alters a text: whatever comes of it is read, and each fix does something and breaks nothing. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Example, type Fix, identify, type Reading, rules } from '../../core/src/index.js';
import { readAs } from '../support.js';

/** What replaces `gone` characters at a place. */
interface Slip {
  /** From 0 to 1, along the text. */
  readonly where: number;
  readonly gone: number;
  readonly come: string;
}

const slip: fc.Arbitrary<Slip> = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  gone: fc.constantFrom(0, 0, 1, 1, 2, 5, 12),
  come: fc.oneof(
    { weight: 3, arbitrary: fc.constant('') },
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        ...[
          ' ',
          '\t',
          '\n',
          '\r\n',
          '\r',
          '#',
          '\\',
          '\\\n',
          '%',
          '=',
          '"',
          "'",
          '*',
          '/',
          ',',
          '-',
          ':',
          '~',
          '@',
          '!',
          '.',
          '0',
          '7',
          '99',
        ],
      ),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'root',
        ' root ',
        'A=b\n',
        '# ',
        '@daily ',
        'nowait',
        'tcp',
        '{',
        '}',
        '\n}\n',
        'on',
        'off',
        'YES',
        '0:off',
        '\uFEFF',
        '\u00a0',
        'é',
        '😀',
        '$(date +%d)',
      ),
    },
  ),
});

function altered(text: string, slips: readonly Slip[]): string {
  return slips.reduce((before, { where, gone, come }) => {
    const at = Math.floor(where * before.length);
    return before.slice(0, at) + come + before.slice(at + gone);
  }, text);
}

const examples = rules.flatMap(({ docs }) => [...docs.bad, docs.nearMiss, ...docs.good]).filter(({ text }) => text.length < 2000);

/** A path may leave it to the text what it is; one that says nothing of that has no findings. */
const isKnown = ({ path, text }: Example): boolean => identify({ path, text, sniff: true }) !== undefined;

const read = ({ path, text, host, mode }: Example): Reading => readAs(path, text, {}, host, mode);

const errorsIn = ({ findings }: Reading): readonly string[] =>
  findings.flatMap(({ severity, rule, message }) => (severity === 'error' ? [`${rule}: ${message}`] : []));

/** What a byte order mark keeps from the daemon is judged once it is gone, and what a lone CR hides in the midst of a word once it ends none. */
const isVeiled = (text: string): boolean => text.startsWith('\uFEFF') || /\r(?!\n)/.test(text);

/** The edits of a fix that are of the text itself. */
const ownEdits = ({ edits }: Fix) => edits.filter(({ file }) => file === undefined);

describe('altered examples', () => {
  it('are read, their fixes do something inside the text, and the safe ones bring no error', () => {
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.array(slip, { minLength: 1, maxLength: 3 }), (example, slips) => {
        const text = altered(example.text, slips);
        // What became a script is not for these daemons, and what a # makes one is turned off whatever it says.
        fc.pre(!/^#?![ \t]*\//.test(text));
        fc.pre(isKnown({ ...example, text }));
        const reading = read({ ...example, text });
        const before = errorsIn(reading);
        for (const { rule, span, fixes } of reading.findings) {
          assert.ok(span.start <= span.end && span.end <= text.length, rule);
          for (const fix of fixes) {
            const edits = ownEdits(fix);
            for (const edit of edits) assert.ok(edit.span.start <= edit.span.end && edit.span.end <= text.length, rule);
            if (edits.length === 0) continue;
            const mended = applyEdits(text, edits);
            const what = `${example.path}, ${rule}, ${fix.title}: ${JSON.stringify(text)} -> ${JSON.stringify(mended)}`;
            assert.notEqual(mended, text, what);
            const now = { ...example, text: mended };
            const after = isKnown(now) ? errorsIn(read(now)) : [];
            if (fix.safe && !isVeiled(text))
              assert.ok(after.length <= before.length, `${what}\n${after.filter((one) => !before.includes(one)).join('\n')}`);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
