/** Comments that silence a finding, where one may be written without any daemon reading the file otherwise. */

import { factById } from '../knowledge/index.js';
import type { Reading } from '../lint/lint.js';
import type { Document } from '../model/document.js';
import type { Finding, Fix } from '../model/finding.js';
import { lineIndexAt } from '../model/line-at.js';
import { isDirective } from '../text/directive.js';
import { applyEdits, insert } from '../text/edit.js';
import { lineEndOf } from '../text/lines.js';
import { type Span, touches } from '../text/span.js';

/** What speaks of the comments themselves is not to be answered by one more. */
const OF_COMMENTS: ReadonlySet<string> = new Set(['directive', 'ignore-reason', 'unused-ignore']);

/** True where the lines of `after` are those of `before`, read alike, and one comment to daemonlint at `index`. */
function differsByComment(before: Document, after: Document, index: number): boolean {
  const comment = after.lines[index];
  if (comment?.type !== 'comment' || !isDirective(comment.text) || after.lines.length !== before.lines.length + 1) return false;
  return before.lines.every((line, at) => {
    const other = after.lines[at < index ? at : at + 1];
    return (
      other !== undefined &&
      other.type === line.type &&
      other.text === line.text &&
      other.carry === line.carry &&
      other.problems.length === line.problems.length &&
      other.launches.length === line.launches.length
    );
  });
}

/** `comment` on a line of its own above that of `finding`; undefined where something would be read otherwise then. */
function above({ document, choice, kind }: Reading, finding: Finding, comment: string) {
  const index = Math.max(0, lineIndexAt(document, finding.span.start));
  const start = document.starts[index] ?? 0;
  // A mark of the first line must stay there; and to some daemons a backslash goes on in the next line, whatever that holds.
  if (document.text.startsWith('\ufeff', start) || /\\\r?\n$/.test(document.text.slice(0, start))) return undefined;
  const edit = insert(start, `${comment}${lineEndOf(document.text)}`);
  const after = kind.read(applyEdits(document.text, [edit]), choice).document;
  return differsByComment(document, after, index) ? [edit] : undefined;
}

/** Ways to silence `finding` by a comment in its file; none in files that take no comments. */
export function silencesOf(reading: Reading, finding: Finding): Fix[] {
  const { kind } = reading;
  if (!kind.configures || kind.scripts || OF_COMMENTS.has(finding.rule)) return [];
  const fact = finding.subject === undefined ? undefined : factById(finding.subject);
  const ways = [
    { title: `Ignore ${finding.rule} here: write the reason behind the colon`, comment: `# daemonlint: ignore[${finding.rule}]: ` },
    ...(fact ? [{ title: `Keep ${fact.name} in this file`, comment: `# daemonlint: keep ${fact.id}` }] : []),
  ];
  return ways.flatMap(({ title, comment }) => {
    const edits = above(reading, finding, comment);
    return edits ? [{ title, edits, safe: false }] : [];
  });
}

/** The findings at `span` (offsets), each with the ways to silence it. Of a selection of several lines only those that hold it: each way costs a reading of the file. */
export function silencesAt(reading: Reading, span: Span): readonly { readonly finding: Finding; readonly fixes: readonly Fix[] }[] {
  const isOneLine = lineIndexAt(reading.document, span.start) === lineIndexAt(reading.document, Math.max(span.start, span.end - 1));
  const isMeant = ({ span: of }: Finding): boolean => (isOneLine ? touches(of, span) : of.start <= span.start && span.end <= of.end);
  return reading.findings.flatMap((finding) => (isMeant(finding) ? [{ finding, fixes: silencesOf(reading, finding) }] : []));
}
