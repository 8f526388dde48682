/** What reporters are given, and the numbers that all of them need. */
import { type Severity, type Span, severities } from '../../../core/src/index.js';
import { linkIn, onHost, type Problem } from '../../../workspace/src/index.js';
import type { Colours } from '../colour.js';
import { type Spot, spotter } from '../place.js';
import type { Reviewed } from '../review.js';

export interface Report {
  readonly files: readonly Reviewed[];
  readonly problems: readonly Problem[];
}

/** What a format may know of where it is shown. */
export interface Style {
  readonly colours: Colours;
  /** Only of a terminal. */
  readonly columns?: number;
  readonly isTerminal: boolean;
}

export interface Summary extends Readonly<Record<Severity, number>> {
  readonly files: number;
  readonly findings: number;
  readonly problems: number;
  /** Findings that were put aside; they are none of the others. */
  readonly suppressed: number;
}

export function summaryOf({ files, problems }: Report): Summary {
  const count = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { reading } of files) for (const { severity } of reading.findings) count[severity]++;
  const findings = severities.reduce((sum, severity) => sum + count[severity], 0);
  const suppressed = files.reduce((sum, file) => sum + (file.suppressed?.length ?? 0), 0);
  return { files: files.length, findings, problems: problems.length, suppressed, ...count };
}

/** A place of a finding: in the file at hand, or in another one of its host. `path` as the person would write it. */
export interface Located {
  readonly path: string;
  /** Where it is; empty for standard input without a name. */
  readonly absolute: string;
  /** In a directory of links, whose listing has the places: the name of the link. */
  readonly link?: string;
  /** The text that the places are in. */
  readonly text: string;
  readonly start: Spot;
  readonly end: Spot;
}

/** Places as lines and columns, with the path of their file; undefined for a file that was not reviewed. */
export function locator(
  files: readonly Reviewed[],
): (from: Reviewed, at: { readonly span: Span; readonly file?: string }) => Located | undefined {
  const byPath = new Map(files.map((file) => [file.input.source.path, file]));
  const spotters = new Map<Reviewed, (offset: number) => Spot>();
  const spotterOf = (file: Reviewed) => {
    let known = spotters.get(file);
    if (known === undefined) spotters.set(file, (known = spotter(file.input.source.text)));
    return known;
  };
  return (from, { span, file }) => {
    const target = file === undefined ? from : byPath.get(onHost(from.root, file));
    if (target === undefined) return undefined;
    const spot = spotterOf(target);
    const link = linkIn(target.input.source, span.start);
    return {
      path: target.input.shown,
      absolute: target.input.source.path,
      text: target.input.source.text,
      ...(link !== undefined && { link }),
      start: spot(span.start),
      end: spot(span.end),
    };
  };
}

export type Locate = ReturnType<typeof locator>;
