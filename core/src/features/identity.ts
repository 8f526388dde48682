/** What a finding is known by from one review to the next, however its line moves. */
import type { Reading } from '../lint/lint.js';
import type { Finding } from '../model/finding.js';
import { lineIndexAt } from './places.js';

/** A key for each finding, all different within the file: of the rule, the subject, the words of the line, and the number of its like above. */
export function keysOf({ document, findings }: Pick<Reading, 'document' | 'findings'>): ReadonlyMap<Finding, string> {
  const seen = new Map<string, number>();
  return new Map(
    findings.map((finding) => {
      const text = document.lines[lineIndexAt(document, finding.span.start)]?.text ?? '';
      const key = [finding.rule, finding.subject ?? '', text.trim().replace(/\s+/g, ' ')].join('\0');
      const number = (seen.get(key) ?? 0) + 1;
      seen.set(key, number);
      return [finding, `${key}\0${number}`];
    }),
  );
}
