/** A rule: one small file with its docs, its examples and its check. */
import type { Span } from '../text/span.js';
import type { Context } from './context.js';
import type { Document } from './document.js';
import type { Fix, Related, Severity } from './finding.js';
import type { Launch, Line } from './line.js';

/** What a check yields. Spans and edits are relative to the Line in `checkLine`, offsets into the text elsewhere. */
export interface Report {
  readonly at: { readonly span: Span };
  readonly message: string;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly subject?: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** The launch that the kind should offer to turn off; `safe` says whether fix-all may. `checkDocument` names its line. */
  readonly disable?: { readonly launch: Launch; readonly safe: boolean; readonly line?: number };
  /** The launch that the kind should offer to turn on. `checkDocument` names its line. */
  readonly enable?: { readonly launch: Launch; readonly line?: number };
}

/** A text to show and to test the rule with. `path` decides the kind; `host` holds other files of the same root, by path. */
export interface Example {
  readonly path: string;
  readonly text: string;
  readonly host?: Readonly<Record<string, string>>;
  /** Permission bits of the file; absent where they are not known. */
  readonly mode?: number;
}

export interface RuleDocs {
  /** One sentence: what is wrong. */
  readonly summary: string;
  /** Why it matters. */
  readonly why: string;
  /** What to do. */
  readonly remedy: string;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
  /** A good example that is one token away from a bad one. */
  readonly nearMiss: Example;
  readonly references?: readonly { readonly title: string; readonly url?: string }[];
}

export interface RuleMeta {
  readonly id: string;
  /** Names that it had in earlier versions: they still mean it. */
  readonly formerly?: readonly string[];
  readonly severity: Severity;
  /** Of a rule about security: how grave what it finds may be, from 0.1 to 10 as CVSS counts; code scanning sorts by it. */
  readonly security?: number;
  /** It says more to auditors than to others. */
  readonly audited?: true;
  readonly docs: RuleDocs;
}

export interface Rule<L extends Line = Line> extends RuleMeta {
  /** False where the rule has nothing to say of any file of `context`; it is asked once for all lines. */
  heeds?(context: Context): boolean;
  /** The types of the Lines that {@link checkLine} is asked of; of all, where absent. */
  readonly types?: readonly Line['type'][];
  /**
   * What the text of a Line must have for {@link checkLine} to be asked: a match of one of these, none with the flags `g` or `y`.
   * Each is looked for in many lines at once, so that what must not follow is looked for in the line alone.
   */
  readonly marks?: readonly RegExp[];
  /** A quick look at a Line that {@link checkLine} is asked of only where this is true: most rules have nothing to say of most lines. */
  concerns?(line: L): boolean;
  /** Undefined is as good as nothing; to tell it costs less. */
  checkLine?(line: L, context: Context): Iterable<Report> | undefined;
  checkDocument?(document: Document<L>, context: Context): Iterable<Report>;
}
