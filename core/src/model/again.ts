/** What was made of texts that come up again, such as the files that all hosts of a fleet have. */

/** So many texts are remembered by their numbers alone, and so many with what was made of them. */
const SEEN = 100_000;
const KEPT = 64;

/** Of a text that is longer, fewer characters are looked at: files that hosts have alike are small. */
const CLOSE = 8192;

/**
 * A number for `text`, by FNV-1a over some of its characters; another text hardly ever has the same. The steps differ, since lines of one length have what they
 * differ in at places that are as far apart.
 */
function numberOf(text: string): number {
  let number = 0x811c9dc5 ^ text.length;
  const stride = Math.ceil(text.length / CLOSE);
  for (let at = 0, step = 1; at < text.length; at += step * stride) {
    number = Math.imul(number ^ text.charCodeAt(at), 0x01000193);
    step = step === 5 ? 1 : step + 1;
  }
  return number;
}

/**
 * Keeps what is made of a text from its second time on. Of texts that come once it keeps no more than a number: what is kept of them would fill the memory,
 * and V8 would carry it along.
 */
export class Again<T> {
  private readonly seen = new Set<number>();
  private readonly kept = new Map<string, T>();

  /** What was made of `text`; else what `make` makes of it. */
  of(text: string, make: () => T): T {
    const number = numberOf(text);
    if (!this.seen.has(number)) {
      if (this.seen.add(number).size > SEEN) this.seen.clear();
      return make();
    }
    const known = this.kept.get(text);
    return known === undefined ? this.keep(text, make()) : known;
  }

  private keep(text: string, made: T): T {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(text, made);
    return made;
  }
}
