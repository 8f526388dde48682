/** Text of a file within Markdown. */
import assert from 'node:assert/strict';
import { code } from '../../core/src/text/markdown.js';

describe('code in Markdown', () => {
  it('stands between more back ticks than are in it', () => {
    assert.equal(code('a'), '`a`');
    assert.equal(code('echo `date` ``x'), '```echo `date` ``x```');
    assert.equal(code('`a`'), '`` `a` ``');
    assert.equal(code(' \n'), '–');
  });

  it('may be of any length', () => {
    const line = '` '.repeat(300_000).trim();
    assert.equal(code(line), `\`\` ${line} \`\``);
  });
});
