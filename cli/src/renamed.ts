/** A baseline whose files have other names by now. */
import { type Accepted, isFileError, resolve } from '../../workspace/src/index.js';
import type { Baseline } from './baseline.js';
import type { Io } from './io.js';
import type { Reviewed } from './review.js';

/** What may not be looked at is not gone. */
async function isGone(path: string, io: Io): Promise<boolean> {
  try {
    await io.files.stat(path);
    return false;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return error.reason === 'missing';
  }
}

/** A file is taken for one that is gone where it has at least this share of what was accepted there. */
const ENOUGH = 0.5;

/** `baseline` with the names that its files have now: one that is gone is found again in a file of which nothing was accepted, by its findings. */
export async function underNewNames(baseline: Baseline, files: readonly Reviewed[], io: Io): Promise<Baseline> {
  const { folder, accepted } = baseline;
  const byPath = new Map<string, Accepted[]>();
  for (const one of accepted) {
    const together = byPath.get(one.path);
    if (together === undefined) byPath.set(one.path, [one]);
    else together.push(one);
  }
  const known = new Set([...byPath.keys()].map((path) => resolve(folder, path)));
  const strangers = files.filter(({ input, reading }) => !known.has(input.source.path) && reading.findings.length > 0);
  if (strangers.length === 0) return baseline;
  const gone: (readonly [string, readonly Accepted[]])[] = [];
  for (const [path, list] of byPath) if (await isGone(resolve(folder, path), io)) gone.push([path, list]);
  // Fingerprints take a while, and mostly nothing is gone.
  if (gone.length === 0) return baseline;
  const others = strangers.map((file) => ({ path: file.input.source.path, found: new Set(file.reading.findings.map(file.fingerprintOf)) }));
  const renamed = new Map<string, string>();
  for (const [path, list] of gone) {
    if (others.length === 0) break;
    const shares = others.map(({ found }) => list.filter(({ fingerprint }) => found.has(fingerprint)).length / list.length);
    const best = Math.max(...shares);
    if (best < ENOUGH) continue;
    const [{ path: now } = { path }] = others.splice(shares.indexOf(best), 1);
    renamed.set(path, now);
  }
  return renamed.size === 0 ? baseline : { folder, accepted: accepted.map((one) => ({ ...one, path: renamed.get(one.path) ?? one.path })) };
}
