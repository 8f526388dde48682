/** The report for programs; schemas/report.schema.json describes it. */
import type { Finding, Fix, Related } from '../../../core/src/index.js';
import { version } from '../args.js';
import type { Reviewed } from '../review.js';
import { type Locate, locator, type Report, summaryOf } from './report.js';

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
    fixes: fixes.map((fix) => fixOf(locate, from, fix)),
  }));
}

export function jsonReport(report: Report): string {
  const locate = locator(report.files);
  const { files, findings, problems, accepted, error, warning, info, hint } = summaryOf(report);
  const value = {
    version,
    files: report.files.map((file) => ({
      path: file.input.shown,
      kind: file.reading.kind.id,
      form: file.reading.document.form,
      findings: file.reading.findings.flatMap((finding) => findingOf(locate, file, finding)),
    })),
    problems: report.problems.map(({ path, message, place }) => ({
      path,
      message,
      ...(place && { line: place.line + 1, column: place.column + 1 }),
    })),
    gone: report.gone,
    summary: { files, findings, errors: error, warnings: warning, infos: info, hints: hint, suppressed: accepted, problems },
  };
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
