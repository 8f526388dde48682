/** Fixes that a person should look at, carried out together: none undoes what another one is for. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { applyEdits, type Finding, safeEdits, severities } from '../../core/src/index.js';
import { readAs } from '../support.js';

const PATH = '/etc/cron.d/night';
const entry = (name: string, end = '\n') => `0 3 * * * root /opt/${name}${end}`;
const rulesOf = (text: string) => readAs(PATH, text).findings.map(({ rule }) => rule);
const fixedOnce = (text: string) => applyEdits(text, safeEdits(readAs(PATH, text).findings, true).edits);

describe('fixes of all levels together', () => {
  it('delete a duplicate that stands in a crowd, and do not move it', () => {
    const crowd = 'abcde'.split('').map((name) => entry(name));
    const text = [...crowd, entry('a')].join('');
    assert.deepEqual(rulesOf(text), ['crontab/clash', 'crontab/clash', 'crontab/duplicate-entry']);
    const lines = fixedOnce(text).split('\n');
    assert.deepEqual(
      lines.map((line) => line.slice(-6)),
      ['/opt/a', '/opt/b', '/opt/c', '/opt/d', '/opt/e', ''],
    );
    assert.match(lines[4] ?? '', /^(?!0 )\d+ 3 /, 'the fifth of the others is moved');
    assert.deepEqual(rulesOf(fixedOnce(text)), []);
  });

  it('move nothing out of a crowd that is none without the duplicate', () => {
    const text = `${entry('a')}${entry('a')}${'bcd'
      .split('')
      .map((name) => entry(name))
      .join('')}`;
    assert.deepEqual(rulesOf(text), ['crontab/duplicate-entry', 'crontab/clash']);
    assert.equal(fixedOnce(text), text.replace(entry('a'), ''));
  });

  it('leave a duplicate for the next time where something else is in the way, and do not move it either', () => {
    const text = ['a', 'b', 'c', 'd', 'e', 'a'].map((name) => entry(name, '\r\n')).join('');
    const once = fixedOnce(text);
    assert.equal(once.endsWith(entry('a')), true);
    assert.deepEqual(rulesOf(once), ['crontab/clash', 'crontab/duplicate-entry']);
    assert.deepEqual(rulesOf(fixedOnce(once)), []);
  });

  it('lead to a text in which nothing is doubled and nothing is lost', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g &>/var/log/g', 'h >f 2>f'), { maxLength: 12 }),
        fc.boolean(),
        (names, hasEnd) => {
          const whole = names.map((name) => entry(name)).join('');
          const text = hasEnd ? whole : whole.slice(0, -1);
          let after = text;
          for (let times = 0; times < 3; times++) after = fixedOnce(after);
          const left = (said: string) => [...said.matchAll(/\/opt\/(\w)/g)].map(([, name]) => name);
          assert.deepEqual(left(after), [...new Set(left(text))]);
          assert.ok(!rulesOf(after).includes('crontab/duplicate-entry'));
        },
      ),
      { numRuns: 200 },
    ));

  it('let the graver of two that are in the way of each other go first', () =>
    fc.assert(
      fc.property(fc.constantFrom(...severities), fc.constantFrom(...severities), (first, second) => {
        const finding = (severity: Finding['severity'], text: string, start: number): Finding => {
          const span = { start, end: 6 };
          return { rule: 'x', severity, span, message: '', related: [], fixes: [{ title: text, edits: [{ span, text }], safe: false }] };
        };
        const { edits } = safeEdits([finding(first, 'a', 0), finding(second, 'b', 1)], true);
        const isSecond = severities.indexOf(second) < severities.indexOf(first);
        assert.deepEqual(
          edits.map(({ text }) => text),
          [isSecond ? 'b' : 'a'],
        );
      }),
    ));

  it('take no longer than the findings are many', () => {
    const text = Array.from({ length: 20_000 }, (_, index) => `${index % 60} 3 * * * root /opt/${index >> 1}\n`).join('');
    assert.ok(fixedOnce(text.replace(/^\d+/gm, '7')).length < text.length * 0.6);
  });
});
