/** Which fixes of many findings are carried out together. */
import { type Finding, type Fix, severities } from '../model/finding.js';
import { type Edit, EditSet } from '../text/edit.js';
import type { Span } from '../text/span.js';

/** The fix of `finding` that is carried out without asking: a safe one; or else, where `unsafe` ones are wanted, the best that changes this file alone. */
export function fixFor({ fixes }: Finding, unsafe = false): Fix | undefined {
  const own = fixes.filter(({ edits }) => edits.length > 0 && edits.every(({ file }) => file === undefined));
  return own.find(({ safe }) => safe) ?? (unsafe ? own[0] : undefined);
}

/** The fix of `finding` that {@link fixFor} would give, did it not lie in another file, and the path of that file on the host; undefined where there is none that changes a single file. */
export function fixElsewhere(finding: Finding, unsafe = false): { readonly fix: Fix; readonly file: string } | undefined {
  if (fixFor(finding, unsafe) !== undefined) return undefined;
  for (const fix of finding.fixes) {
    const file = fix.edits[0]?.file;
    if ((fix.safe || unsafe) && file !== undefined && fix.edits.every((edit) => edit.file === file)) return { fix, file };
  }
  return undefined;
}

interface Candidate {
  readonly finding: Finding;
  readonly fix: Fix;
}

const holds = (outer: Span, { start, end }: Span): boolean => outer.start <= start && end <= outer.end;

/** The piece that `fix` takes out of the text together with all that its finding is about; undefined where it does something else. */
const removedBy = ({ finding, fix }: Candidate): Span | undefined =>
  fix.edits.every(({ text }) => text === '') ? fix.edits.find(({ span }) => holds(span, finding.span))?.span : undefined;

/** Pieces of the text, apart from each other and in its order. */
class Pieces {
  private readonly merged: Span[] = [];

  constructor(pieces: readonly Span[]) {
    for (const piece of [...pieces].sort((a, b) => a.start - b.start)) {
      const last = this.merged.at(-1);
      if (last && piece.start < last.end) this.merged.splice(-1, 1, { start: last.start, end: Math.max(last.end, piece.end) });
      else this.merged.push(piece);
    }
  }

  /** True when `span` lies in one of them; found by bisection. */
  hold(span: Span): boolean {
    let low = 0;
    let high = this.merged.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.merged[middle]?.end ?? 0) < span.end) low = middle + 1;
      else high = middle;
    }
    const piece = this.merged[low];
    return piece !== undefined && holds(piece, span);
  }
}

/**
 * In the order in which they get their way. What is removed needs no other change, nor may what is found only because it stands there: a duplicate goes, and
 * is not moved so that it is none any more. Of the others the graver finding goes first.
 */
function ranked(candidates: readonly Candidate[]): readonly Candidate[] {
  const removing = candidates.filter((candidate) => removedBy(candidate) !== undefined);
  const removed = new Pieces(removing.flatMap((candidate) => removedBy(candidate) ?? []));
  const standing = candidates.filter(
    (candidate) =>
      removedBy(candidate) === undefined &&
      !removed.hold(candidate.finding.span) &&
      !candidate.finding.related.some(({ span, file }) => file === undefined && removed.hold(span)),
  );
  const grave = ({ finding }: Candidate) => severities.indexOf(finding.severity);
  return [...removing, ...standing.sort((a, b) => grave(a) - grave(b))];
}

/** The edits of every safe fix of `findings`, of `unsafe` ones too where they are wanted; one per finding, leaving out what would overlap and what another one covers. Offsets into the text. */
export function safeEdits(
  findings: readonly Finding[],
  unsafe = false,
): { readonly edits: readonly Edit[]; readonly notes: readonly string[] } {
  const together = new EditSet();
  const notes = new Set<string>();
  const covering = new Set<string>();
  const candidates = findings.flatMap((finding): Candidate[] => {
    const fix = fixFor(finding, unsafe);
    return fix ? [{ finding, fix }] : [];
  });
  for (const { fix } of unsafe ? ranked(candidates) : candidates) {
    if (covering.has(fix.title) || !together.add(fix.edits)) continue;
    if (fix.coversLater) covering.add(fix.title);
    if (fix.after !== undefined) notes.add(fix.after);
  }
  return { edits: together.edits, notes: [...notes] };
}
