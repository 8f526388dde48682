/** What a kind gives an editor for the place at hand. */
import type { Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';

/** Text to write at a place. */
export interface Proposal {
  /** What is shown, and written unless `insert` is given. */
  readonly label: string;
  readonly insert?: string;
  /** What the typed text is held against, where that is not the label alone. */
  readonly filter?: string;
  readonly detail?: string;
  /** In Markdown. */
  readonly about?: string;
  /** Of what is replaced, relative to the Line. */
  readonly span: Span;
  /** Role of what is written. */
  readonly role: string;
}

/** A field as a signature names it. */
export interface Parameter {
  readonly label: string;
  readonly role: string;
}

/** The fields of an entry as the editor tells them while one is written. */
export interface Signature {
  /** The forms that an entry may have, each with its fields in order. */
  readonly forms: readonly (readonly Parameter[])[];
  /** Index in `forms` of the one that is being written. */
  readonly form: number;
  /** Index of the field in that form. */
  readonly active: number;
  /** To be shown only when asked for: inside a command, or where it is open whether an entry begins at all. */
  readonly quiet?: boolean;
}

/** A word that stands in columns. */
export interface Cell {
  /** Relative to the Line. */
  readonly span: Span;
  /** How many columns it fills; 1 unless given. */
  readonly across?: number;
}

/** Text that the editor shows behind an entry and that is not in the file. */
export interface Hint {
  /** Which of the hints it is, by which it can be turned off; absent for what is shown while any of them is on. */
  readonly about?: 'words' | 'next';
  /** Offset in the Line. */
  readonly at: number;
  readonly text: string;
  /** When the text ceases to be true, in milliseconds since 1970; absent where it stays. */
  readonly until?: number;
}

/** Another way to write what is there, or something made of it. */
export interface Rewrite {
  /** What sort of rewrite it is, by which an editor asks for it: words with dots between them. */
  readonly name: string;
  readonly title: string;
  /** Offsets into the text; empty where `opens` is given. */
  readonly edits: readonly Edit[];
  /** A document to show beside the file; nothing is written to the disk. */
  readonly opens?: NewText;
}

/** A text that is not on the disk. */
export interface NewText {
  /** The editor's language id. */
  readonly language: string;
  readonly text: string;
}
