/** Fingerprints: by them reports, and those who read them, know a finding again when its line has moved. */
import { createHash } from 'node:crypto';
import { type Finding, keysOf, type Reading } from '../../core/src/index.js';

/** Hexadecimal digits: enough for any number of findings, and short enough to be read in a diff. */
const LENGTH = 32;

/**
 * The fingerprint of each finding of `reading`, silenced ones too, worked out when the first is asked for. All are different within the file; the path is no part of them.
 * Give it the whole reading, not one that findings were taken out of: those that are alike are told apart by their number.
 */
export function fingerprinter(reading: Pick<Reading, 'document' | 'findings' | 'silenced'>): (finding: Finding) => string {
  let keys: ReadonlyMap<Finding, string> | undefined;
  return (finding) =>
    createHash('sha256')
      .update((keys ??= keysOf(reading)).get(finding) ?? '')
      .digest('hex')
      .slice(0, LENGTH);
}
