/** The report for programs; schemas/report.schema.json describes it. */
import type { Finding, Fix, Related } from '../../../core/src/index.js';
import { version } from '../../../package.json';
import type { Problem } from '../../../workspace/src/index.js';
import type { Reviewed } from '../review.js';
import { fixHere } from './command.js';
import { elements, indented } from './json-pieces.js';
import type { Locate, Summary } from './report.js';
import type { Format } from './writer.js';

/** A place, with the path of its file where that is another one, and the link where it is a directory; nothing for a file that was not reviewed. */
function at(locate: Locate, from: Reviewed, place: Parameters<Locate>[1]) {
  const located = locate(from, place);
  if (located === undefined) return [];
  const { path, link, start, end } = located;
  return [{ ...(path !== from.input.shown && { file: path }), ...(link !== undefined && { link }), start, end }];
}

const fixOf = (locate: Locate, from: Reviewed, { title, safe, edits, copy }: Fix) => ({
  title,
  safe,
  edits: edits.flatMap((edit) => at(locate, from, edit).map((place) => ({ ...place, text: edit.text }))),
  ...(copy !== undefined && { copy }),
});

const relatedOf = (locate: Locate, from: Reviewed, related: Related) =>
  at(locate, from, related).map((place) => ({ ...place, message: related.message }));

/** A finding as JSON has it, in a list: nothing where its place is not to be found. */
function findingOf(locate: Locate, from: Reviewed, finding: Finding) {
  const { rule, subject, severity, message, related, fixes } = finding;
  return at(locate, from, finding).map((place) => ({
    rule,
    subject: subject ?? null,
    severity,
    message,
    ...place,
    ...(related.length > 0 && { related: related.flatMap((one) => relatedOf(locate, from, one)) }),
    fingerprint: from.fingerprintOf(finding),
    ...(from.accepted.has(finding) && { suppressed: 'baseline' }),
    fixes: fixes.map((fix) => fixOf(locate, from, fixHere(fix, { path: from.input.shown, absolute: from.input.source.path }))),
  }));
}

const problemOf = ({ path, message, place }: Problem) => ({
  path,
  message,
  ...(place && { line: place.line + 1, column: place.column + 1 }),
});

const summaryOf = ({ files, findings, problems, accepted, error, warning, info, hint }: Summary) => ({
  files,
  findings,
  errors: error,
  warnings: warning,
  infos: info,
  hints: hint,
  suppressed: accepted,
  problems,
});

const ofFile = ({ input, reading }: Reviewed) => ({ path: input.shown, kind: reading.kind.id, form: reading.document.form });

export const json: Format = ({ locate }) => {
  const files = elements(2);
  return {
    begin: `{\n  "version": ${JSON.stringify(version)},\n  "files": [`,
    file: (file) =>
      files.next({
        ...ofFile(file),
        findings: file.reading.findings.flatMap((finding) => findingOf(locate, file, finding)),
      }),
    end: ({ summary, problems, gone }) =>
      `${files.close()},\n  "problems": ${indented(problems.map(problemOf), 1)},\n  "gone": ${indented(gone, 1)},\n  "summary": ${indented(summaryOf(summary), 1)}\n}\n`,
  };
};

const row = (value: unknown): string => `${JSON.stringify(value)}\n`;

/** A line for each finding, for each problem, and for the sums; schemas/report-line.schema.json describes them. */
export const jsonl: Format = ({ locate }) => ({
  file(file) {
    const told = file.reading.findings.flatMap((finding) => findingOf(locate, file, finding));
    return told.map((value) => row({ type: 'finding', ...ofFile(file), ...value })).join('');
  },
  end: ({ summary, problems, gone }) =>
    gone.map((one) => row({ type: 'gone', ...one })).join('') +
    problems.map((problem) => row({ type: 'problem', ...problemOf(problem) })).join('') +
    row({ type: 'summary', version, ...summaryOf(summary) }),
});
