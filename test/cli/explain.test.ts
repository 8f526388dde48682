// `rules` and `explain`.
import assert from 'node:assert/strict';
import picocolors from 'picocolors';
import { rendered } from '../../cli/src/markdown.js';
import { rules } from '../../core/src/index.js';
import { daemonlint } from './memory-io.js';

describe('rules', () => {
  it('lists every rule with its severity and what it is about', async () => {
    const { stdout, status } = await daemonlint(['rules']);
    const lines = stdout.trimEnd().split('\n');
    assert.equal(lines.length, rules.length);
    for (const { id, severity, docs } of rules)
      assert.ok(
        lines.some((line) => line.startsWith(`${id} `) && line.includes(` ${severity} `) && line.endsWith(docs.summary)),
        id,
      );
    assert.equal(status, 0);
  });

  it('lists them for programs', async () => {
    const value = JSON.parse((await daemonlint(['rules', '--format', 'json'])).stdout);
    assert.deepEqual(
      value.map(({ id }: { id: string }) => id),
      rules.map(({ id }) => id),
    );
  });
});

describe('explain', () => {
  it('tells of each rule', async () => {
    for (const { id, docs } of rules) {
      const { stdout, status } = await daemonlint(['explain', id]);
      assert.ok(stdout.startsWith(`${id}\n`) && stdout.replace(/\s+/g, ' ').includes(docs.summary.replace(/[`*]/g, '')), id);
      assert.equal(status, 0);
    }
  });

  it('tells of a daemon under any of its names', async () => {
    for (const name of ['snmpd', 'sendmail', 'telnet', 'in.telnetd']) {
      const { stdout, status } = await daemonlint(['explain', name]);
      assert.match(stdout, /^\S.* \((daemon|inetd service)\)\n/, name);
      assert.doesNotMatch(stdout, /\*\*|`/);
      assert.equal(status, 0);
    }
  });

  it('offers the nearest names for one that it does not know', async () => {
    const { status, stderr, stdout } = await daemonlint(['explain', 'sendmial']);
    assert.match(stderr, /^daemonlint: there is no rule, daemon or service named “sendmial”\. Did you mean .*“sendmail”/);
    assert.deepEqual([status, stdout], [2, '']);
    assert.match((await daemonlint(['explain', 'qqqqqqqq'])).stderr, /daemonlint rules/);
  });
});

describe('Markdown in a terminal', () => {
  const plain = (markdown: string, width = 30) => rendered(markdown, picocolors.createColors(false), width);

  it('loses its marks and fits the width', () => {
    assert.equal(plain('# A b\n\n**One:** two `three` four five six seven.'), 'A b\n\nOne: two three four five six\nseven.\n');
    assert.equal(plain('See [a page](https://example.org/a).'), 'See a page\n<https://example.org/a>.\n');
    assert.equal(plain('- one two three four five six seven\n- eight'), '- one two three four five six\n  seven\n- eight\n');
  });

  it('keeps what is fenced, empty lines and all', () => {
    assert.equal(plain('x\n\n```\na   **b**\n\n\tc\n```\n\ny'), 'x\n\n    a   **b**\n\n    \tc\n\ny\n');
  });

  it('sets back what is quoted, and shows escaped marks as they are', () => {
    assert.equal(plain('> one \\*two\\* three four five six seven'), '  one *two* three four five\n  six seven\n');
    assert.equal(plain('``a `b` c`` \\_d\\[e\\] **f**'), 'a `b` c _d[e] f\n');
  });

  it('has styles where there are colours', () => {
    const coloured = (markdown: string) => rendered(markdown, picocolors.createColors(true), 30);
    assert.equal(coloured('**a** `b`'), '\x1b[1ma\x1b[22m \x1b[36mb\x1b[39m\n');
    assert.equal(coloured('```diff\n- a\n+ b\n```'), '    \x1b[31m- a\x1b[39m\n    \x1b[32m+ b\x1b[39m\n');
  });
});
