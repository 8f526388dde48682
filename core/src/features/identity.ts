/** What a finding is known by from one review to the next, however its line moves. */

import type { Reading } from '../lint/lint.js';
import type { Finding } from '../model/finding.js';
import { lineIndexAt } from '../model/line-at.js';

/** All findings of a text, silenced ones at their places: so that silencing one changes the key of no other. */
function all({ findings, silenced }: Pick<Reading, 'findings' | 'silenced'>): readonly Finding[] {
  if (silenced.length === 0) return findings;
  return [...findings, ...silenced.map(({ finding }) => finding)].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

const lineOf = ({ document }: Pick<Reading, 'document'>, { span }: Finding): string =>
  (document.lines[lineIndexAt(document, span.start)]?.text ?? '').trim().replace(/\s+/g, ' ');

/** What a finding has in common with its like: the rule, the subject, and the words of the line. */
export const likeOf = (reading: Pick<Reading, 'document'>, finding: Finding): string =>
  [finding.rule, finding.subject ?? '', lineOf(reading, finding)].join('\0');

/** A key for each finding, silenced ones too, all different within the file: what it has in common with its like, and the number of these above. */
export function keysOf(reading: Pick<Reading, 'document' | 'findings' | 'silenced'>): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    all(reading).map((finding) => {
      const key = likeOf(reading, finding);
      const number = (seen.get(key) ?? 0) + 1;
      seen.set(key, number);
      return [finding, `${key}\0${number}`];
    }),
  );
}
