/** Kinds of file, and how one is sealed so that the catalog can hold strangers in one array. */

import type { Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';
import type { Context } from './context.js';
import type { Document } from './document.js';
import type { Fix } from './finding.js';
import type { Launch, Line, Token } from './line.js';
import type { Report, Rule, RuleMeta } from './rule.js';

/** What a role of a token means; the one row that hover, completion and semantic tokens read. */
export interface Role {
  readonly title: string;
  /** A semantic token type of LSP. */
  readonly tokenType: string;
  /** What the field is for. */
  readonly about: string;
  /** What the value at hand means to the dialects in question (all, where none is named), in Markdown. */
  describe?(token: Token, line: Line, dialects?: readonly string[]): string | undefined;
  readonly values?: readonly string[];
}

/** How a path was recognised. */
export interface PathMatch {
  readonly form?: string;
  readonly dialects?: readonly string[];
  /** What the path tells the first line, as a Line's carry tells the next one. */
  readonly carry?: string;
}

/** Text to write at a place. */
export interface Proposal {
  /** What is shown, and written unless `insert` is given. */
  readonly label: string;
  readonly insert?: string;
  readonly detail?: string;
  /** In Markdown. */
  readonly about?: string;
  /** Of what is replaced, relative to the Line. */
  readonly span: Span;
  /** Role of what is written. */
  readonly role: string;
}

/** The fields of an entry as the editor tells them while one is written. */
export interface Signature {
  /** In order; each as it is titled. */
  readonly roles: readonly string[];
  /** Index in `roles`. */
  readonly active: number;
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

/** What a parser must know besides the text. */
export interface ParseOptions {
  readonly form: string;
  readonly dialects: readonly string[];
  /** What the first line is told; absent where nothing is known. */
  readonly carry?: string;
}

export interface KindSpec<L extends Line = Line> {
  readonly id: string;
  /** The editor's language id. */
  readonly language: string;
  readonly title: string;
  /** The first is the default. */
  readonly forms: readonly string[];
  /** Names of all dialects; those in question by default are given by {@link matchPath} or {@link defaultDialects}. */
  readonly dialects: readonly string[];
  readonly defaultDialects: readonly string[];
  readonly roles: Readonly<Record<string, Role>>;
  readonly rules: readonly Rule<L>[];
  /** False for a picture of a host: its fixes are never applied by fix-all or `--fix`. */
  readonly configures: boolean;
  /** Recognises a path (with `/`). Sees no text. */
  matchPath(path: string): PathMatch | undefined;
  /** How much the text looks like this kind: 0 not at all, 1 certainly. */
  resembles(text: string): number;
  /** The form that the entries themselves show, which outvotes the path; undefined when they leave it open. */
  formOf?(text: string): string | undefined;
  /** Offset of the end of the logical line that begins at `start`; greater than `start`, at most the length. */
  lineEnd(text: string, start: number, options: ParseOptions): number;
  /** Total: any text gives a Line. `carry` is that of the line before, or ''. */
  parseLine(text: string, carry: string, options: ParseOptions): L;
  /** What the whole entry means, in Markdown, for its hover; `now` in milliseconds since 1970, `zone` the IANA name of where the reader is. */
  aboutLine?(line: L, context: Context, now: number, zone: string): string | undefined;
  /** What may be written at `offset` of the Line. */
  proposals?(line: L, offset: number, context: Context, document: Document<L>): readonly Proposal[];
  /** The fields of the entry that is being written, and the one at `offset` of the Line. */
  signature?(line: L, offset: number, context: Context): Signature | undefined;
  /** What to show behind the Line, in order; {@link aboutLine} tells more. `now` in milliseconds since 1970. */
  hints?(line: L, context: Context, now: number): readonly Hint[];
  /** The words of an entry that stand in columns, in order; what follows the last one is nobody's to move. Undefined where there are none. */
  columns?(line: L): readonly Span[] | undefined;
  /** What can be made of the Line at `index` of the document, or of the whole document from there; best first. */
  rewrites?(document: Document<L>, index: number, context: Context): readonly Rewrite[];
  /** The Line as `daemonlint parse` prints it, as `dialect` reads it. */
  record?(line: L, dialect: string): Readonly<Record<string, unknown>>;
  /** Ways to turn a launch off that is on, best first; edits are relative to the Line. */
  disable(line: L, launch: Launch, context: Context): readonly Fix[];
  /** Ways to turn a launch on that is off or commented out; edits are relative to the Line. */
  enable(line: L, launch: Launch, context: Context): readonly Fix[];
}

/** A report as a kind gives it: by whom, and which Line its spans are relative to (-1: offsets into the text). */
export interface RuleReport {
  readonly rule: RuleMeta;
  readonly line: number;
  readonly report: Report;
}

/** A document and the checks that know its true line type. */
export interface Read {
  readonly document: Document;
  /** Runs the kind's own rules and `shared` ones; what a Line gave is remembered while `context` is the same object. */
  check(shared: readonly Rule[], context: Context): Iterable<RuleReport>;
  /** What the Line at an index means as a whole; undefined where there is nothing to say. */
  about(line: number, context: Context, now: number, zone: string): string | undefined;
  /** As of {@link KindSpec}, by the index of the Line; empty or undefined where the kind has none. */
  proposals(line: number, offset: number, context: Context): readonly Proposal[];
  signature(line: number, offset: number, context: Context): Signature | undefined;
  hints(line: number, context: Context, now: number): readonly Hint[];
  columns(line: number): readonly Span[] | undefined;
  rewrites(line: number, context: Context): readonly Rewrite[];
  record(line: number, dialect: string): Readonly<Record<string, unknown>> | undefined;
  disable(line: number, launch: Launch, context: Context): readonly Fix[];
  enable(line: number, launch: Launch, context: Context): readonly Fix[];
}

/** A kind with its line type sealed in, so that the catalog can hold strangers in one array. */
export interface Kind extends Omit<KindSpec, 'rules' | 'parseLine' | 'lineEnd' | 'aboutLine' | keyof Read> {
  readonly rules: readonly RuleMeta[];
  read(text: string, options: ParseOptions): Read;
}
