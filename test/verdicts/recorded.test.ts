/**
 * What parsers of real crons said of lines of our own: a file for each dialect, recorded once by a program around the parser, which was compiled from its source.
 * Users are no matter there: each that is named exists.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { overLines, rowsIn } from './crontab.js';

const folder = new URL('recorded/', import.meta.url);

describe('recorded verdicts', () => {
  for (const name of readdirSync(folder)) {
    const dialect = name.replace(/\.jsonl$/, '');
    it(`${dialect} is read as its own parser reads it`, async () => {
      const rows = rowsIn(readFileSync(new URL(name, folder), 'utf8'));
      const { agreed, wrong } = await overLines(rows, dialect);
      assert.deepEqual(wrong, []);
      assert.equal(agreed, rows.length);
    });
  }
});
