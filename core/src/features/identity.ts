/** What a finding is known by from one review to the next, however its line moves. */

import type { Reading } from '../lint/lint.js';
import type { Finding } from '../model/finding.js';
import { lineIndexAt } from '../model/line-at.js';

/** All findings of a text, silenced ones at their places: so that silencing one changes the key of no other. */
function all({ findings, silenced }: Pick<Reading, 'findings' | 'silenced'>): readonly Finding[] {
  if (silenced.length === 0) return findings;
  return [...findings, ...silenced.map(({ finding }) => finding)].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** A key for each finding, silenced ones too, all different within the file: of the rule, the subject, the words of the line, and the number of its like above. */
export function keysOf(reading: Pick<Reading, 'document' | 'findings' | 'silenced'>): ReadonlyMap<Finding, string> {
  const { document } = reading;
  const seen = new Map<string, number>();
  return new Map(
    all(reading).map((finding) => {
      const text = document.lines[lineIndexAt(document, finding.span.start)]?.text ?? '';
      const key = [finding.rule, finding.subject ?? '', text.trim().replace(/\s+/g, ' ')].join('\0');
      const number = (seen.get(key) ?? 0) + 1;
      seen.set(key, number);
      return [finding, `${key}\0${number}`];
    }),
  );
}
