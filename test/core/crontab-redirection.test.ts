/** Where commands write to: what is found, and what comes near and is fine. */
import assert from 'node:assert/strict';
import { fixed, job, pointed, table } from './crontab-command-support.js';

table(
  'redirection',
  {
    'x 2>&1 >f': ['2>&1'],
    'x 2>&1 >>f; y': ['2>&1'],
    '(a; b) 2>&1 >f': ['2>&1'],
    'x >f 2>f': ['2>f'],
    'x 2>f >f': ['>f'],
    'x >f 2>>f': ['2>>f'],
    'x >/dev/null 2>1': ['2>1'],
    'x 2&>1': ['2&>1'],
    'x >2': ['>2'],
    'x >/dev/null >&2': ['>/dev/null'],
    'x >a >b': ['>a'],
    'x >a &>b': ['>a'],
  },
  [
    'x >f 2>&1',
    'x >>f 2>>f',
    'x >/dev/null 2>/dev/null',
    'x >f 2>g',
    'x 2>&1 >/dev/null | y',
    'x 2>&1 >/dev/null |& y',
    'e=$(x 2>&1 >/dev/null)',
    '{ x 2>&1 >/dev/null; } | y',
    'for i in a; do x 2>&1 >/dev/null; done | y',
    'x 3>&1 1>&2 2>&3 3>&-',
    'x 2>&1 | y >f',
    'x 2>&1; y >f',
    'x >/dev/null 2>&1 </dev/null',
    'x >10 2>20',
    'x >f; y >f 2>&1',
    'x "2>&1 >f"',
    'x >1.log 2>&1',
    '{{ x }} 2>&1 >f',
  ],
);

describe('crontab/redirection', () => {
  it('is fixed by its first fix', () => {
    for (const [from, to] of [
      ['x 2>&1  >f y', 'x >f 2>&1 y'],
      ['x >f  2>f', 'x >f  2>&1'],
      ['x 2>f >f', 'x 2>f >&2'],
      ['x >/dev/null 2>1', 'x >/dev/null 2>&1'],
      ['x 2&>1', 'x 2>&1'],
      ['x > 2', 'x >&2'],
    ]) {
      assert.equal(fixed('redirection', job(from ?? '')), job(to ?? ''));
      assert.deepEqual(pointed('redirection', job(to ?? '')), []);
    }
  });

  it('has nothing to mend where a stream goes elsewhere in the end', () => {
    for (const command of ['x 2>/f  > /f 2>&1', 'x >/f 2>/f >&2'])
      assert.throws(() => fixed('redirection', job(command)), /no fix/, command);
  });
});
