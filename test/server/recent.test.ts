/** What was found out for a text is kept for a while, and not for ever. */
import assert from 'node:assert/strict';
import { Recent } from '../../server/src/recent.js';

describe('answers that are kept', () => {
  const counting = () => {
    const asked: string[] = [];
    const recent = new Recent((text) => {
      asked.push(text);
      return { text };
    });
    return { asked, recent };
  };

  it('are made once for each text', () => {
    const { asked, recent } = counting();
    const first = recent.of('a');
    recent.of('b');
    assert.equal(recent.of('a'), first);
    assert.deepEqual(asked, ['a', 'b']);
  });

  it('are made anew once they may be wrong', () => {
    const { asked, recent } = counting();
    recent.of('a');
    recent.clear();
    recent.of('a');
    assert.deepEqual(asked, ['a', 'a']);
  });

  it('are bounded in number', () => {
    const { asked, recent } = counting();
    for (let count = 0; count < 10_000; count++) recent.of(String(count));
    const before = asked.length;
    recent.of('0');
    assert.equal(asked.length, before + 1, 'the first one was let go');
  });
});
