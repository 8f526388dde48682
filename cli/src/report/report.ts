/** What reporters are given, and the numbers that all of them need. */
import { type Finding, memo, type Severity, type Silence, type Span, severities } from '../../../core/src/index.js';
import { type Accepted, linkIn, onHost, type Problem } from '../../../workspace/src/index.js';
import type { Colours } from '../colour.js';
import { type Spot, spotter } from '../place.js';
import type { Reviewed } from '../review.js';

/** How a review went, told when all of its files are. */
export interface Outcome {
  readonly problems: readonly Problem[];
  /** What a baseline accepts and is found no more; paths as the person would write them. */
  readonly gone: readonly Accepted[];
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
  /** Findings that a baseline accepts: they are in no other number. */
  readonly accepted: number;
}

/** Counts files as they go by. */
export function counter(): { readonly add: (file: Reviewed) => void; readonly summary: (problems: number) => Summary } {
  const count = { error: 0, warning: 0, info: 0, hint: 0 };
  let files = 0;
  let accepted = 0;
  return {
    add(file) {
      files++;
      for (const finding of file.reading.findings)
        if (file.accepted.has(finding)) accepted++;
        else count[finding.severity]++;
    },
    summary: (problems) => ({
      files,
      findings: severities.reduce((sum, severity) => sum + count[severity], 0),
      problems,
      accepted,
      ...count,
    }),
  };
}

/** How a finding is marked that somebody puts up with, as SARIF has it: by a comment in the file, or by something outside of it. */
export interface Suppression {
  readonly kind: 'inSource' | 'external';
  readonly justification: string;
}

const ACCEPTED: Suppression = { kind: 'external', justification: 'accepted by the baseline' };

/** What is said of a finding that is silenced without a word of why. */
const UNSAID: Readonly<Record<Silence['how'], string>> = { keep: 'meant to be on', ignore: 'no reason is given' };

/** The mark of a finding that does not count; undefined for one that does. Silenced ones come from `reading.silenced`. */
export function suppressionOf({ accepted, reading }: Reviewed, finding: Finding): Suppression | undefined {
  const silence = reading.silenced.find((one) => one.finding === finding)?.silence;
  if (silence === undefined) return accepted.has(finding) ? ACCEPTED : undefined;
  return { kind: silence.by === 'comment' ? 'inSource' : 'external', justification: silence.reason ?? UNSAID[silence.how] };
}

/** The findings that count: all that formats tell which have no mark for the others. */
export const countedIn = (file: Reviewed): readonly Finding[] =>
  file.reading.findings.filter((finding) => suppressionOf(file, finding) === undefined);

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
export function locator(): (from: Reviewed, at: { readonly span: Span; readonly file?: string }) => Located | undefined {
  const spotters = memo<Reviewed['input'], (offset: number) => Spot>();
  const spotterOf = ({ input }: Reviewed) => spotters.get(input) ?? spotters.set(input, spotter(input.source.text));
  return (from, { span, file }) => {
    const target = file === undefined ? from : from.among.get(onHost(from.root, file));
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
