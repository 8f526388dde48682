/** What was found out about an object, kept for as long as that lives. */

/** Gives back the object that it is given: a class that extends it puts its private fields onto that one. */
class Onto {
  constructor(target: object) {
    // biome-ignore lint/correctness/noConstructorReturn: this is what the class is for.
    return target;
  }
}

export interface Memo<K extends object, V> {
  get(key: K): V | undefined;
  /** Gives back `value`. */
  set(key: K, value: V): V;
}

/**
 * A WeakMap, but the value lies in its key, where nobody else sees it. What a WeakMap holds survives each collection of young objects, though
 * its key did not: with a document or a context for a key, all that was read of many files would be carried along until the next full one.
 */
export function memo<K extends object, V>(): Memo<K, V> {
  class Kept extends Onto {
    #value: V;

    constructor(key: K, value: V) {
      super(key);
      this.#value = value;
    }

    static of(key: K): V | undefined {
      return #value in key ? key.#value : undefined;
    }

    static set(key: K, value: V): V {
      if (#value in key) key.#value = value;
      else new Kept(key, value);
      return value;
    }
  }
  return { get: Kept.of, set: Kept.set };
}
