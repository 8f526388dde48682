/** What a rule found and what can be done about it. */
import type { Edit } from '../text/edit.js';
import type { Span } from '../text/span.js';

export const severities = ['error', 'warning', 'info', 'hint'] as const;
export type Severity = (typeof severities)[number];

/** A change that answers a finding, or a command to copy. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
  /** Safe fixes are applied by fix-all and `--fix`: they change no meaning but the one that the finding is about. */
  readonly safe: boolean;
  /** True where it answers later findings with a fix of this title too: of several, the first is enough. */
  readonly coversLater?: true;
  /** Set where the fix turns a launch off or on. */
  readonly turns?: 'off' | 'on';
  /** Text for the clipboard, where the remedy is a command for the host. */
  readonly copy?: string;
  /** What remains to be done on the host after the edit. */
  readonly after?: string;
}

/** Another place that explains a finding; `file` is a path under the host's root, absent for the same file. */
export interface Related {
  readonly span: Span;
  readonly message: string;
  readonly file?: string;
}

/** A finding of a rule; spans are offsets into the document's text. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  /** Id of the Fact that it is about, by which `keep` silences it. */
  readonly subject?: string;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly Related[];
  readonly fixes: readonly Fix[];
}
