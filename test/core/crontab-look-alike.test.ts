/** What a line copied from a page is told, once for each, and how it is written then. */
import assert from 'node:assert/strict';
import { readAs } from '../support.js';
import { fixed, table, USER } from './crontab-rule-support.js';

describe('crontab/look-alike', () => {
  table('look-alike', {
    '0 4 * * * sh -c "sweep all" \u2013n': true,
    '0 4 * * * sweep --title=\u201call\u201d': true,
    '0 4 * * * sweep 10\u201320 a\u2013b \u2013 \u20145': false,
    'MAILTO=\u201cann\u201d': true,
    '# 0\u00a04 * * * sweep': false,
  });
  it('says it in the place of those who would wonder at the field', () => {
    for (const line of ['0\u00a04 * * * sweep', '0 4 * * *\u00a0/bin/sweep', '\u200b0 4 * * * sweep'])
      assert.deepEqual(
        readAs(USER, `${line}\n`).findings.map(({ rule }) => rule),
        ['crontab/look-alike'],
        JSON.stringify(line),
      );
  });
  it('writes the whole line plain', () => {
    assert.equal(fixed('look-alike', '0 4 * * * mail \u2013s \u201cx y\u201d ann\n'), '0 4 * * * mail -s "x y" ann\n');
    assert.equal(fixed('look-alike', '\u200b0\u00a04 * * * sweep\n'), '0 4 * * * sweep\n');
  });
  it('is told of lines with many of them as well', () => {
    for (const one of ['&amp;', 'a\u00a0', ' \u2013n']) {
      const { findings } = readAs(USER, `0 4 * * * echo ${one.repeat(40_000)}\n`);
      assert.ok(
        findings.some(({ rule }) => rule === 'crontab/look-alike'),
        JSON.stringify(one),
      );
    }
  });
});
