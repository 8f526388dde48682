// A rule's page: each bad example with what is said of it, and with what each fix makes of it.
import assert from 'node:assert/strict';
import { rulePage } from '../../core/src/features/rule-page.js';
import { applyEdits, type Example, type Fix, kinds, readExample, rules, rulePage as wholePage } from '../../core/src/index.js';

const fix = (given: Partial<Fix>): Fix => ({ title: 'Mend it', edits: [], safe: false, ...given });

/** The part of a page that shows what is found, of a rule whose bad examples have these fixes at their second line. */
function found(bad: readonly Example[], fixes: readonly Fix[], message = 'It is *bad*.'): string {
  const docs = { summary: 'Bad.', why: 'So it is.', remedy: 'Mend it.', bad, good: [], nearMiss: { path: 'crontab', text: '# near\n' } };
  const findingsIn = ({ text }: Example) => [
    { span: { start: text.indexOf('\n') + 1, end: text.length }, severity: 'info' as const, message, fixes },
  ];
  const page = rulePage({ id: 'own', severity: 'info', docs }, { kinds, findingsIn });
  return page.slice(page.indexOf('## Found'), page.indexOf('\n\n## Not found'));
}

const example: Example = { path: 'crontab', text: 'one\ntwo\nthree' };

describe('a rule’s page', () => {
  it('says what is found in an example, and where, with no mark-up of ours or the file’s', () => {
    assert.equal(found([example], []), '## Found\n\n```\none\ntwo\nthree\n```\n\n> 2:1 info: It is \\*bad\\*.');
  });

  it('shows two of ten lines and more that are the same, and the place of a finding as it is', () => {
    const page = (times: number) => found([{ path: 'crontab', text: `${'one\n'.repeat(times)}two\n` }], []);
    assert.ok(page(12).startsWith('## Found\n\n```\none\none\n… (10 more of these)\ntwo\n```'), page(12));
    assert.ok(page(9).includes(`${'one\n'.repeat(9)}two\n`));
  });

  it('puts a backslash before what would be mark-up alone, so that the page reads well as it is written', () => {
    const said = 'a_b, _c_, 2>&1, &amp; and &#38;, *, [x](y), <b>, ~~, #1, “`d_e`” \\%';
    const written = 'a_b, \\_c\\_, 2>&1, \\&amp; and \\&#38;, \\*, \\[x](y), \\<b>, \\~~, #1, “`d_e`” \\\\%';
    assert.ok(found([example], [], said).endsWith(`> 2:1 info: ${written}`));
  });

  it('shows the lines that a fix changes, and what it is', () => {
    const quick = fix({ edits: [{ span: { start: 4, end: 7 }, text: '2' }] });
    assert.ok(found([example], [quick]).endsWith('\n\nMend it (a quick fix, when you choose it):\n\n```diff\n- two\n+ 2\n```'));
    const safe = fix({ edits: [{ span: { start: 13, end: 13 }, text: '\n' }], safe: true });
    const shown = '(safe: `--fix` and fix-all do it):\n\n```diff\n- three (no line feed)\n+ three\n```';
    assert.ok(found([example], [safe]).endsWith(shown));
  });

  it('shows a line that comes in or goes alone', () => {
    assert.ok(found([example], [fix({ edits: [{ span: { start: 4, end: 4 }, text: 'new\n' }] })]).endsWith('```diff\n+ new\n```'));
    assert.ok(found([example], [fix({ edits: [{ span: { start: 4, end: 8 }, text: '' }] })]).endsWith('```diff\n- two\n```'));
  });

  it('shows the files beside an example, and what a fix makes of them', () => {
    const beside = { ...example, host: { 'etc/crontab': 'a\n', 'etc/empty': '' } };
    const page = found([beside], [fix({ edits: [{ span: { start: 2, end: 2 }, text: 'b\n', file: 'etc/crontab' }] })]);
    assert.ok(
      page.includes('`crontab`:\n\n```\none\ntwo\nthree\n```\n\n`/etc/crontab` beside it:\n\n```\na\n```\n\n`/etc/empty` beside it.\n\n>'),
    );
    assert.ok(page.endsWith('In `/etc/crontab`:\n\n```diff\n+ b\n```'));
  });

  it('names a command to copy, and shows it where its title does not', () => {
    assert.ok(found([example], [fix({ title: 'Copy it: rm x', copy: 'rm x' })]).endsWith('\n\nCopy it: rm x (a command to copy)'));
    assert.ok(found([example], [fix({ title: 'Copy it', copy: 'rm x' })]).endsWith('Copy it (a command to copy):\n\n```\nrm x\n```'));
  });

  it('shows the same fix once', () => {
    const quick = fix({ edits: [{ span: { start: 4, end: 7 }, text: '2' }] });
    assert.equal(found([example, example], [quick, quick]).split('Mend it').length, 2);
    assert.equal(found([example, example], [quick]).split('> 2:1 info:').length, 3);
  });

  it('marks what nobody would see', () => {
    assert.ok(found([{ path: 'crontab', text: 'one\r\ntwo\0\r\n' }], []).includes('one␍\ntwo␀␍\n'));
  });

  it('is whole for every rule: all that its examples raise, and all lines that come of its fixes', () => {
    for (const rule of rules) {
      const page = wholePage(rule);
      for (const bad of rule.docs.bad) {
        const raised = readExample(bad).findings.filter((finding) => finding.rule === rule.id);
        assert.ok(page.split('\n> ').length > raised.length, rule.id);
        for (const { title, edits, copy } of raised.flatMap(({ fixes }) => fixes)) {
          const own = edits.filter(({ file }) => file === undefined);
          if (copy !== undefined || own.length === 0) continue;
          const before = new Set(bad.text.split('\n'));
          for (const line of applyEdits(bad.text, own).split('\n'))
            if (!before.has(line)) assert.ok(page.includes(`\n+ ${line.replaceAll('\r', '␍')}`), `${rule.id}: ${title}: ${line}`);
        }
      }
    }
  });
});
