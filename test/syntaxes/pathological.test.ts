// Lines as no person writes them: each grammar gets through 100 kB in one line without hanging, and finds its place again after it.
import assert from 'node:assert/strict';
import { editorSamples } from '../kinds/index.js';
import { tokens } from './tokens.js';

const SIZE = 100_000;
const LIMIT_MS = 8000;

const fill = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length));

const lines: Readonly<Record<string, string>> = {
  'one word': fill('a'),
  blanks: `${fill(' ')}x`,
  tabs: fill('\t'),
  words: fill('a '),
  'number signs': fill('#'),
  'number signs and blanks': `${fill('# ')}x`,
  slashes: fill('/'),
  'a path': fill('/a'),
  'a path before tcpd': `x stream tcp nowait root ${fill('/a')} tcpdx tcpd`,
  colons: fill(':'),
  'colons and blanks': fill(': '),
  dashes: fill('-'),
  stars: fill('*'),
  'one field': fill('1,2-3/4,'),
  quotes: fill('"'),
  'quotes in a command': `* * * * * ${fill('"')}`,
  'escaped quotes': `* * * * * "${fill('\\"')}`,
  'percent signs': `* * * * * ${fill('%')}`,
  'dollar signs': `* * * * * ${fill('${')}`,
  'an assignment of quotes': `A=${fill('"')}x`,
  links: fill('S10a '),
  'links in a path': fill('S1a/'),
  'the letter S': fill('S'),
  arrows: fill(' ->'),
  permissions: fill('lrwxrwxrwx 1 a '),
  states: `a ${fill('0:on ')}`,
  'a commented-out row': `#${fill(' 0:a')}`,
  'a comment of links': `#${fill('/S')}`,
  'control characters': fill('\0\r\u0007'),
  'half of a pair': fill('\ud83d'),
};

describe('the grammars, given a line of 100 kB', function () {
  this.timeout(LIMIT_MS);

  for (const [scopeName, after] of editorSamples.map(({ language, entry }) => [`source.${language}`, entry] as const))
    for (const [name, line] of Object.entries(lines))
      it(`${scopeName} gets through ${name}`, async () => {
        const [alone] = await tokens(scopeName, after);
        const [long, follower] = await tokens(scopeName, `${line}\n${after}`);
        assert.equal(long?.map(({ text }) => text).join(''), line);
        assert.deepEqual(follower, alone);
      });
});
