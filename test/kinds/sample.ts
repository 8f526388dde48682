/** What the tests that hold for every kind need of each. All of it is ours, not taken from any file. */
export interface Sample {
  /** Words that its files are made of, for generated texts. */
  readonly pieces: readonly string[];
  /** What the editor is to know; absent for kinds without a language of their own. */
  readonly editor?: {
    readonly language: string;
    /** Paths that its name or pattern tells. */
    readonly paths: readonly string[];
    readonly firstLines: readonly string[];
    /** A line, and the words that a double click selects in it. */
    readonly words: readonly [line: string, words: readonly string[]];
    /** An entry, to see whether the grammar finds its place again before it. */
    readonly entry: string;
  };
}
