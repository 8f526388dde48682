/** Where it matters that the shell gets one backslash of two; each was run through dash both ways. */
import assert from 'node:assert/strict';
import { halvedIn } from '../../core/src/kinds/crontab/commands/halved.js';

const found = (command: string): string[] => halvedIn(command).map(({ start, end }) => command.slice(start, end));

describe('halved backslashes', () => {
  it('matter in single quotes, and outside of quotes', () => {
    assert.deepEqual(found(String.raw`sed 's/\\/-/' f`), ['\\\\']);
    assert.deepEqual(found(String.raw`echo C:\\list`), ['\\\\']);
    assert.deepEqual(found(String.raw`echo a\\ b`), ['\\\\']);
    assert.deepEqual(found(String.raw`echo 'a' "b" \\x 'c\\d'`), ['\\\\', '\\\\']);
  });

  it('matter in double quotes where one makes something else of what follows', () => {
    assert.deepEqual(found(String.raw`grep "\\.log" f`), []);
    assert.deepEqual(found(String.raw`echo "\\$HOME" "a\\" "\\n"`), ['\\\\', '\\\\']);
    assert.deepEqual(found(String.raw`echo "it's \\n"`), []);
  });

  it('matter not where the odd one is left over, at the end, and where somebody knew', () => {
    assert.deepEqual(found(String.raw`echo \\\x`), []);
    assert.deepEqual(found(String.raw`echo '\\\x'`), ['\\\\\\']);
    assert.deepEqual(found(String.raw`echo a\\`), []);
    assert.deepEqual(found(String.raw`echo \\\\x '\\\\'`), []);
    assert.deepEqual(found(String.raw`date +\%F \. \n`), []);
  });
});
