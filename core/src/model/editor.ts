/** What editors and settings know of a kind before any of its files is read: plain data in the kind's folder. `npm run generate` writes it into package.json and the schema. */

/** A language of the editor. Its files are called after the kind: `syntaxes/KIND.*.json`, `icons/KIND-light.svg` and `icons/KIND-dark.svg`. */
export interface Language {
  readonly id: string;
  /** The first one is shown. */
  readonly aliases: readonly string[];
  readonly extensions?: readonly string[];
  readonly filenames?: readonly string[];
  /** Globs; they go before the extensions of other languages, so they must not reach too far. */
  readonly filenamePatterns?: readonly string[];
  /** A regular expression over the first line of files that no name tells. */
  readonly firstLine: string;
  /** Scopes of a theme for semantic token types that it does not know. */
  readonly tokenScopes?: Readonly<Record<string, readonly string[]>>;
}

/** What a person may choose for a file. */
export interface Chooseable {
  readonly label: string;
  /** Absent where the text tells it. */
  readonly form?: string;
}

export interface EditorSpec {
  /** Absent where the editor has other languages for such files. */
  readonly language?: Language;
  /** Empty where only the place of a file can make it one of these. */
  readonly choices: readonly Chooseable[];
  /** The forms that settings may name, and what they are; empty where there is no choice. */
  readonly forms: Readonly<Record<string, string>>;
}
