/** Kinds of file, and how one is sealed so that the catalog can hold strangers in one array. */

import type { Span } from '../text/span.js';
import type { Context } from './context.js';
import type { DialectName } from './dialect-names.js';
import type { Document } from './document.js';
import type { Cell, Hint, Proposal, Rewrite, Signature } from './editing.js';
import type { EditorSpec } from './editor.js';
import type { Fix } from './finding.js';
import type { Host } from './host.js';
import type { Launch, Line, Token } from './line.js';
import type { Matrix } from './matrix.js';
import type { Overruler } from './overrule.js';
import type { Report, Rule, RuleMeta } from './rule.js';
import type { Week } from './week.js';

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
  /** True for text of another language, such as a command: an editor's grammar colours it better than one colour over all of it could. */
  readonly mixed?: boolean;
}

/** How a path was recognised. */
export interface PathMatch {
  readonly form?: string;
  /** True where the name settles the form: entries that look otherwise are mistakes then. */
  readonly formIsSure?: boolean;
  /** True where others give such a name to other things: the text must look like the kind as well. */
  readonly isGuess?: boolean;
  readonly dialects?: readonly string[];
  /** True where a daemon reads whatever has this name in this place, be it text or not. */
  readonly isRead?: true;
  /** What the path tells the first line, as a Line's carry tells the next one. */
  readonly carry?: string;
}

/** How a Line is to be recorded. */
export interface RecordOptions {
  readonly form: string;
  /** The one that reads the Line. */
  readonly dialect: string;
}

/** What one daemon makes of a Line, for programs: values that JSON can hold. */
export interface LineRecord {
  readonly type: 'entry' | 'assignment' | 'comment' | 'blank' | 'rejected' | 'ignored';
  readonly [key: string]: unknown;
}

/** What to tell of the runs of an entry. */
export interface AgendaQuery {
  readonly form: string;
  /** Those in question: the first that takes the entry tells of it. */
  readonly dialects: readonly string[];
  /** IANA name of the zone that the host keeps. */
  readonly zone: string;
  /** Milliseconds since 1970; runs after it are listed. */
  readonly from: number;
  /** So many runs are listed. */
  readonly count: number;
}

export interface Run {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Wall clock less UTC, in milliseconds. */
  readonly offset: number;
  /** What a change of the clocks does to this run. */
  readonly note?: string;
}

/** Times that the wall clock jumps over, and that nothing makes up for. */
export interface Missed {
  /** The first of them, by the wall clock: `2026-03-29T02:30`. */
  readonly wall: string;
  /** Index of the run that comes next. */
  readonly before: number;
  readonly note: string;
}

/** A field whose value is drawn. */
export interface Draw {
  /** As a record of the entry calls it. */
  readonly field: string;
  /** All it may become, ascending. */
  readonly values: readonly number[];
  /** Several values may come of it. */
  readonly several: boolean;
}

/** Another dialect that takes the entry for something else. */
export interface Dissent {
  readonly dialect: string;
  readonly title: string;
  /** The words of its schedule, or why it refuses the entry. */
  readonly words: string;
  readonly refused: boolean;
}

/** When an entry runs, as one dialect has it. */
export interface Agenda {
  readonly dialect: string;
  /** Of the dialect: `Debian's cron`. */
  readonly title: string;
  /** The times as they are written. */
  readonly expression: string;
  readonly user?: string;
  readonly command?: string;
  /** Why the dialect does not take the entry; then there is nothing more to tell. */
  readonly refused?: string;
  /** What that costs in a file. */
  readonly cost?: string;
  /** One sentence without its full stop. */
  readonly words: string;
  /** `boot`: when the daemon starts; `never`: the words say why; `period`: so long after the last run, which the file does not tell; `open`: a template fills the times in. */
  readonly type: 'times' | 'boot' | 'never' | 'period' | 'open';
  /** What is drawn at random; then no runs are listed, and `runs` holds the earliest that may come. */
  readonly draws: readonly Draw[];
  /** Those of the other dialects in question that do not run it at the same times. */
  readonly dissent: readonly Dissent[];
  /** IANA name of the zone that counts; `knownZone` is false where nobody knows it, and then no runs are listed. */
  readonly zone: string;
  readonly knownZone: boolean;
  /** Ascending. */
  readonly runs: readonly Run[];
  readonly missed: readonly Missed[];
}

/** What a parser must know besides the text. */
export interface ParseOptions {
  readonly form: string;
  readonly dialects: readonly string[];
  /** What the first line is told; absent where nothing is known. */
  readonly carry?: string;
  /** True for a text that is read once, among many: its lines are not remembered, and it is not compared to others. */
  readonly once?: true;
}

/** What decides when entries run, besides the text. */
export type WhereRun = Pick<Context, 'dialects' | 'zone'>;

export interface KindSpec<L extends Line = Line> {
  readonly id: string;
  readonly editor: EditorSpec;
  /** What people call such a file. */
  readonly title: string;
  /** The first is the default. */
  readonly forms: readonly string[];
  /** Ids of all dialects; those in question by default are given by {@link matchPath} or {@link defaultDialects}. */
  readonly dialects: readonly string[];
  /** Other names of them. */
  readonly dialectNames: readonly DialectName[];
  /** What they differ in; absent where nobody need read it. */
  readonly matrix?: Matrix;
  readonly defaultDialects: readonly string[];
  readonly roles: Readonly<Record<string, Role>>;
  readonly rules: readonly Rule<L>[];
  /** False for a picture of a host: its fixes are never applied by fix-all or `--fix`. */
  readonly configures: boolean;
  /** True where the files are programs, or read by a shell, and may say so in their first line. */
  readonly scripts?: boolean;
  /** The super-servers that such a file is for, by the names of their init scripts; absent for files of other daemons. */
  readonly superServer?: readonly string[];
  /** True where a rule or a fix asks for the scripts of init.d. */
  readonly heedsScripts?: boolean;
  /** True where a rule asks for the permission bits of the file. */
  readonly heedsMode?: boolean;
  /** Recognises a path (with `/`). Sees no text. */
  matchPath(path: string): PathMatch | undefined;
  /** How much the text looks like this kind: 0 not at all, 1 certainly. */
  resembles(text: string): number;
  /**
   * True where a text of that name is another program's: it shows that, or it has lines, and none of them is one of this kind, nor a slip for one.
   * `isLive`: it lies where the daemon reads whatever there is.
   */
  isOthers?(text: string, isLive: boolean): boolean;
  /** The form that the entries themselves show, which outvotes the path; undefined when they leave it open. */
  formOf?(text: string): string | undefined;
  /** The one form that files have for `dialects`, which outvotes the path; undefined where there are several. */
  formFor?(dialects: readonly string[]): string | undefined;
  /** The dialects that the text itself shows to be the plausible ones, which outvote the path; undefined when it leaves them open. */
  dialectsOf?(text: string): readonly string[] | undefined;
  /** Offset of the end of the logical line that begins at `start`; greater than `start`, at most the length. */
  lineEnd(text: string, start: number, options: ParseOptions): number;
  /** True where a logical line may hold several physical ones; absent where {@link lineEnd} tells: that of a physical line never joins. */
  joinsLines?(options: ParseOptions): boolean;
  /** Total: any text gives a Line. `carry` is that of the line before, or ''. */
  parseLine(text: string, carry: string, options: ParseOptions): L;
  /**
   * Told of many Lines that were just read, one behind the other from `start` of `text`, before anything is asked of them: for what is found out
   * sooner of all of them than of each.
   */
  foresee?(lines: readonly L[], text: string, start: number): void;
  /**
   * The document with what only all its Lines together tell: that of two assignments the later one counts. A Line that it changes must become the
   * same value each time; those that it leaves alone stay as they are.
   */
  settle?(document: Document<L>): Document<L>;
  /** What the files of `host` make of the one at `path`, relative to the host's root; undefined where they have no say in it. */
  overruler?(path: string, host: Host): Overruler | undefined;
  /** What the whole entry means, in Markdown, for its hover; `now` in milliseconds since 1970, `zone` the IANA name of where the reader is. */
  aboutLine?(line: L, context: Context, now: number, zone: string): string | undefined;
  /** What may be written at `offset` of the Line, best first. */
  proposals?(line: L, offset: number, context: Context, document: Document<L>): readonly Proposal[];
  /** The fields of the entry that is being written, and the one at `offset` of the Line. */
  signature?(line: L, offset: number, context: Context): Signature | undefined;
  /** What to show behind the Line, in order; {@link aboutLine} tells more. `now` in milliseconds since 1970. */
  hints?(line: L, context: Context, now: number): readonly Hint[];
  /**
   * The words of an entry that stand in columns, in order, all on one physical line. The blanks before each are free to change without changing
   * what any daemon reads; what follows the last one is nobody's to move. Undefined for lines to leave alone.
   */
  columns?(line: L): readonly Cell[] | undefined;
  /** The same of a block: a row for each of its physical lines, aligned among themselves behind the indentation that each has. */
  rows?(line: L): readonly (readonly Cell[])[];
  /** Words within tokens, for colours and selection: the items of a list, the programs of a command. In order, and those that hold others before them. */
  parts?(line: L): readonly Token[];
  /** Pieces of more than one token that are selected as one. */
  groups?(line: L): readonly Span[];
  /** What can be made of the Line at `index` of the document, or of the whole document from there; best first. */
  rewrites?(document: Document<L>, index: number, context: Context): readonly Rewrite[];
  /** The Line as `daemonlint parse` prints it. Offsets and line numbers are none of it. */
  record?(line: L, options: RecordOptions): LineRecord;
  /** The same in the form of the recorded verdicts: sets as hexadecimal bits. */
  bits?(line: L, options: RecordOptions): Readonly<Record<string, unknown>> | undefined;
  /** Where the Line says passwords and tokens, which reports must not repeat: in order, none in another, offsets in the Line. */
  secrets?(line: L): readonly Span[];
  /** When the entry runs, or why nobody can tell; undefined where the Line is no entry. */
  agenda?(line: L, query: AgendaQuery): Agenda | undefined;
  /** What starts in the seven days from the one that holds the instant `from`, in milliseconds since 1970. */
  week?(document: Document<L>, where: WhereRun, from: number): Week | undefined;
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
  /** The same as it counts on its host; itself where that changes nothing. */
  overruled(by: Overruler): Read;
  /** Runs the kind's own rules and `shared` ones; what a Line gave is remembered while `context` is the same object. */
  check(shared: readonly Rule[], context: Context): readonly RuleReport[];
  /** What the Line at an index means as a whole; undefined where there is nothing to say. */
  about(line: number, context: Context, now: number, zone: string): string | undefined;
  /** As of {@link KindSpec}, by the index of the Line; empty or undefined where the kind has none. The index behind the last Line is that of an empty one. */
  proposals(line: number, offset: number, context: Context): readonly Proposal[];
  signature(line: number, offset: number, context: Context): Signature | undefined;
  hints(line: number, context: Context, now: number): readonly Hint[];
  columns(line: number): readonly Cell[] | undefined;
  rows(line: number): readonly (readonly Cell[])[];
  parts(line: number): readonly Token[];
  groups(line: number): readonly Span[];
  rewrites(line: number, context: Context): readonly Rewrite[];
  record(line: number, options: RecordOptions): LineRecord | undefined;
  bits(line: number, options: RecordOptions): Readonly<Record<string, unknown>> | undefined;
  secrets(line: number): readonly Span[];
  agenda(line: number, query: AgendaQuery): Agenda | undefined;
  week(where: WhereRun, from: number): Week | undefined;
  disable(line: number, launch: Launch, context: Context): readonly Fix[];
  enable(line: number, launch: Launch, context: Context): readonly Fix[];
}

/** A kind with its line type sealed in, so that the catalog can hold strangers in one array. */
export interface Kind extends Omit<KindSpec, 'rules' | 'parseLine' | 'foresee' | 'lineEnd' | 'settle' | 'aboutLine' | keyof Read> {
  readonly rules: readonly RuleMeta[];
  read(text: string, options: ParseOptions): Read;
}
