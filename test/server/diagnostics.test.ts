/** Diagnostics that are taken over from an earlier version of a document are those that would be made anew. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { defaultSettings, type Finding, identify, lint } from '../../core/src/index.js';
import { type Places, sameDiagnostics, toDiagnostic, toDiagnostics } from '../../server/src/convert.js';

const PATH = '/etc/cron.d/many';

const places: Places = {
  byVersion: false,
  page: (rule) => `page:${rule}`,
  elsewhere: () => undefined,
};

function findingsIn(document: TextDocument): readonly Finding[] {
  const text = document.getText();
  const choice = identify({ path: PATH, text, sniff: false });
  assert.ok(choice);
  return lint(PATH, text, choice, defaultSettings).findings;
}

const open = (text: string) => TextDocument.create(`file://${PATH}`, 'crontab', 1, text);

/** Jobs in crowds, programs that cron does not find, daemons. */
const text = Array.from({ length: 60 }, (_, n) =>
  n % 4 ? `0 ${n % 3} * * * root /usr/local/bin/job-${n}\n` : `${n} 4 * * * root service snmpd start\n`,
).join('');

/** A short text in which much is alike, and findings of any place in it. */
const version = fc.string({ unit: fc.constantFrom('a', '\n', '\r'), maxLength: 8 }).chain((content) => {
  const span = fc.tuple(fc.nat(content.length), fc.nat(content.length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const related = fc.record({ span, message: fc.constantFrom('here', 'there') });
  const finding: fc.Arbitrary<Finding> = fc.record({
    rule: fc.constantFrom('one', 'other'),
    severity: fc.constantFrom('info', 'hint'),
    span,
    message: fc.constantFrom('so', 'else'),
    related: fc.array(related, { maxLength: 2 }),
    fixes: fc.constant([]),
  });
  return fc.record({ content: fc.constant(content), findings: fc.array(finding, { maxLength: 4 }) });
});

describe('diagnostics after a keystroke', () => {
  it('are those that would be made anew', () => {
    fc.assert(
      fc.property(version, version, (earlier, later) => {
        const before = toDiagnostics(open(earlier.content), earlier.findings, places);
        const document = open(later.content);
        const after = toDiagnostics(document, later.findings, places, before);
        const anew = later.findings.map((finding) => toDiagnostic(document, finding, places));
        assert.deepEqual(after, anew);
        assert.equal(sameDiagnostics(before, after), JSON.stringify(before) === JSON.stringify(anew));
      }),
      { numRuns: 5000 },
    );
  });

  it('are the same values but for the one that came', () => {
    const document = open(text);
    const before = toDiagnostics(document, findingsIn(document), places);
    assert.ok(before.some(({ relatedInformation }) => relatedInformation !== undefined));
    const put = (before: string, typed: string) => {
      const start = document.positionAt(document.getText().indexOf(before));
      TextDocument.update(document, [{ range: { start, end: start }, text: typed }], document.version + 1);
    };
    put('job-30', 'x');
    assert.ok(toDiagnostics(document, findingsIn(document), places, before).every((one, index) => one === before[index]));
    put('0 1 * * * root /usr/local/bin/job-31', 'x');
    const after = toDiagnostics(document, findingsIn(document), places, before);
    const came = after.filter((one) => !before.includes(one));
    assert.deepEqual(
      came.map(({ code }) => code),
      ['crontab/syntax'],
    );
  });
});
