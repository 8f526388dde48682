/** What the dialects of a kind differ in, to be shown as a table. */

/** What one dialect does at one point, in a few words. */
export interface Cell {
  readonly text: string;
  /** Where it was seen, if elsewhere than the rest of what is known of the dialect. */
  readonly source?: string;
}

export interface Feature {
  /** In Markdown. */
  readonly title: string;
  /** By the id of the dialect; none is missing. */
  readonly cells: Readonly<Record<string, Cell>>;
}

export interface Matrix {
  readonly dialects: readonly { readonly id: string; readonly title: string; readonly source: string }[];
  readonly features: readonly Feature[];
}
