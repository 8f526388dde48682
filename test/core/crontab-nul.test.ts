/** Lines with a NUL or a blank of another kind within, as load_env and load_entry of Debian's cron 3.0pl1-162 took them when they were run over 3,000 such lines. */
import assert from 'node:assert/strict';
import { type Dialect, dialectById } from '../../core/src/kinds/crontab/dialects/dialects.js';
import { verdictOf } from '../../core/src/kinds/crontab/verdicts/verdict.js';

const debian = dialectById('debian') as Dialect;

/** `A=b` of an assignment, the command of an entry, or what is refused. */
function shown(line: string): string {
  const verdict = verdictOf(line, 'user', debian);
  switch (verdict.type) {
    case 'assignment':
      return `${verdict.name}=${verdict.value}`;
    case 'entry':
      return verdict.shape.command?.text ?? '';
    case 'rejected':
      return `bad ${verdict.refusal}`;
    default:
      return verdict.type;
  }
}

describe('a line with a NUL', () => {
  const rows: Readonly<Record<string, string>> = {
    '\0A=b': 'bad minute',
    '\0=b': 'bad minute',
    ' \0 = "b c"': 'bad minute',
    'A="b"\0': 'A=b',
    'A = "b c"\0': 'A=b c',
    'A=b\0C=d': 'A=b',
    'A=b\0x': 'bad minute',
    'A=b\0\0': 'bad minute',
    "'A'=b\0 \0 ": 'bad minute',
    '0 3 * * * x\0': 'x',
    '0 3 * * * x\0# y': 'x',
    '0 3 * * * x\0A=b': 'x',
    '0 3 * * * x\0y': 'bad minute',
    '0 3 * * * x\0\0': 'bad minute',
    '0 3 * * *\0 x': 'x',
    '# x\0A=b': 'comment',
    '0 3\f * * * x': 'x',
    '0\v3 * * * * x': 'x',
    '\f0 3 * * * x': 'bad minute',
    'A\f=\vb\f': 'A=b',
  };
  for (const [line, wanted] of Object.entries(rows)) it(`${JSON.stringify(line)} is ${wanted}`, () => assert.equal(shown(line), wanted));

  it('is read however many there are', () => assert.equal(shown('A=b\0'.repeat(20_000)), 'A=b'));
});
