/** Fixes that lie in another file than their finding: sendmail is off in a directory of links, and the run of its queue goes into a crontab. */
import { type Edit, EditSet, fixElsewhere } from '../../core/src/index.js';
import { onHost } from '../../workspace/src/index.js';
import { type Answer, canBeFixed, type Repair, unaccepted } from './fix.js';
import type { Reviewed } from './review.js';

/** A fix that is not carried out, and why: what goes behind its title. */
export interface Refused extends Answer {
  readonly why: string;
}

interface Lying extends Answer {
  /** The file to change, absolute. */
  readonly target: string;
}

const lyingElsewhere = (files: readonly Reviewed[], unsafe: boolean): readonly Lying[] =>
  files.flatMap((of) =>
    unaccepted(of).flatMap((finding) => {
      const found = fixElsewhere(finding, unsafe);
      return found ? [{ of, finding, fix: found.fix, target: onHost(of.root, found.file) }] : [];
    }),
  );

const isSame = (a: Edit, b: Edit): boolean => a.span.start === b.span.start && a.span.end === b.span.end && a.text === b.text;

/** `repair` with `answer` in it; undefined where that is in the way of what is there. Two findings may have one answer. */
function joined(repair: Repair, { of, finding, fix }: Answer): Repair | undefined {
  const edits = fix.edits.map(({ span, text }) => ({ span, text }));
  const fixed = [...repair.fixed, { of, finding, fix }];
  if (edits.every((edit) => repair.edits.some((one) => isSame(one, edit)))) return { ...repair, fixed };
  const together = new EditSet();
  if (!together.add(repair.edits) || !together.add(edits)) return undefined;
  return { ...repair, edits: together.edits, notes: fix.after === undefined ? repair.notes : [...repair.notes, fix.after], fixed };
}

/** The repairs of `files`, of which `own` has those in the file of their finding, with what lies elsewhere; only files of the review are changed. */
export function withElsewhere(
  files: readonly Reviewed[],
  own: readonly Repair[],
  unsafe: boolean,
): { readonly repairs: readonly Repair[]; readonly refused: readonly Refused[] } {
  const repairs = new Map(own.map((repair) => [repair.file.input.source.path, repair]));
  const targets = new Map(files.filter(canBeFixed).map((file) => [file.input.source.path, file]));
  const refused: Refused[] = [];
  for (const { target, ...answer } of lyingElsewhere(files, unsafe)) {
    const file = targets.get(target);
    const repair = file && joined(repairs.get(target) ?? { file, edits: [], notes: [], fixed: [] }, answer);
    if (repair) repairs.set(target, repair);
    else
      refused.push({
        ...answer,
        why: file ? 'another fix is made there: run it again' : 'that file is not part of this review: name it too',
      });
  }
  return { repairs: files.flatMap(({ input }) => repairs.get(input.source.path) ?? []), refused };
}
