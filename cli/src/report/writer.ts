/** What a format is: a report written file by file, so that none needs to be held whole. */
import type { Severity } from '../../../core/src/index.js';
import type { Reviewed } from '../review.js';
import type { Locate, Located, Outcome, Style, Summary } from './report.js';

/** What a report is told before its first file. */
export interface Setting {
  readonly style: Style;
  readonly locate: Locate;
  /** How to name a place for those who read reports elsewhere: seen from the root of the repository where that is known, else from the current folder; absolute outside of it. */
  readonly address: (place: Pick<Located, 'path' | 'absolute' | 'link'>) => string;
  /** Where a line of a file can be looked at on the web; undefined where nobody knows. */
  readonly web: (address: string, line?: number) => string | undefined;
  /** Where the pages of the rules are on the web; undefined where nobody knows. */
  readonly pages: string | undefined;
  /** The page of a rule on the web; undefined where nobody knows. */
  readonly rulePageAt: (rule: string) => string | undefined;
  /** True for a severity that makes the review fail. */
  readonly fails: (severity: Severity) => boolean;
}

/** How the review went, told when its last file is written. */
export interface Ending extends Outcome {
  readonly summary: Summary;
}

/** Writes one report. The texts that it gives are put one behind the other. */
export interface Writer {
  /** What stands before the first file. */
  readonly begin?: string;
  file(file: Reviewed): string;
  end(ending: Ending): string;
  /** Markdown for the summary of a CI job, asked for after the end; undefined where there is nothing to add. */
  summary?(): string | undefined;
}

export type Format = (setting: Setting) => Writer;
