/** What is remembered of an object lies in the object, and nobody else sees it. */
import assert from 'node:assert/strict';
import { withZone } from '../../core/src/lint/settings.js';
import { memo } from '../../core/src/model/memo.js';

describe('what is remembered of an object', () => {
  it('is there for whoever remembered it, and for nobody else', () => {
    const [one, other] = [memo<object, string>(), memo<object, string>()];
    const [key, like] = [{ a: 1 }, { a: 1 }];
    assert.equal(one.get(key), undefined);
    assert.equal(one.set(key, 'said'), 'said');
    assert.deepEqual([one.get(key), other.get(key), one.get(like)], ['said', undefined, undefined]);
    other.set(key, 'too');
    one.set(key, 'anew');
    assert.deepEqual([one.get(key), other.get(key)], ['anew', 'too']);
  });

  it('does not show, and does not go along with a copy', () => {
    const known = memo<object, string>();
    const key = { a: 1, list: [1] };
    known.set(key, 'said');
    assert.deepEqual(key, { a: 1, list: [1] });
    assert.deepEqual(Reflect.ownKeys(key), ['a', 'list']);
    assert.equal(known.get({ ...key }), undefined);
    assert.equal(known.get(structuredClone(key)), undefined);
  });

  it('may be of frozen objects, lists and values of a class', () => {
    const known = memo<object, number>();
    const keys = [Object.freeze({}), Object.freeze([1]), new Map(), new (class Own {})()];
    for (const [index, key] of keys.entries()) known.set(key, index);
    assert.deepEqual(
      keys.map((key) => known.get(key)),
      [0, 1, 2, 3],
    );
  });
});

describe('a zone that is asked for', () => {
  it('is asked for when somebody wants it, and not before', () => {
    let asked = 0;
    const settings = withZone({ now: 0 }, () => `Zone/${++asked}`);
    assert.deepEqual([settings.now, asked], [0, 0]);
    assert.deepEqual([settings.zone, settings.zone, asked], ['Zone/1', 'Zone/2', 2]);
  });
});
