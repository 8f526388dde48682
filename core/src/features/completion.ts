/** What may be written at a place: the kind's own proposals, and names for comments to daemonlint. */
import type { Reading } from '../lint/lint.js';
import type { Proposal } from '../model/editing.js';
import { withoutLineEnd } from '../text/lines.js';
import { shift } from '../text/span.js';
import { directiveProposals } from './directives.js';
import { lineAt } from './places.js';

export interface Completion extends Proposal {
  /** The role's semantic token type. */
  readonly tokenType: string;
}

/** The proposals at `offset`, best first; their spans are offsets into the text and lie on the physical line of `offset`. */
export function completionsAt(reading: Reading, offset: number): Completion[] {
  const { document, read, context, kind } = reading;
  const { index, start } = lineAt(document, offset);
  const line = document.lines[index];
  const comment = line && directiveProposals(withoutLineEnd(line.text), offset - start, reading);
  const proposals = comment ?? read.proposals(index, offset - start, context);
  return proposals.flatMap((proposal) =>
    // Editors take no completion for a word that goes on below, and half of it cannot be replaced.
    line?.text.slice(proposal.span.start, proposal.span.end).includes('\n')
      ? []
      : { ...proposal, span: shift(proposal.span, start), tokenType: kind.roles[proposal.role]?.tokenType ?? 'keyword' },
  );
}
