/** A baseline whose files have other names by now. */
import { type Accepted, isFileError, resolve } from '../../workspace/src/index.js';
import type { Baseline } from './baseline.js';
import type { Io } from './io.js';
import type { Reviewed } from './review.js';

async function isThere(path: string, io: Io): Promise<boolean> {
  try {
    await io.files.stat(path);
    return true;
  } catch (error) {
    if (!isFileError(error)) throw error;
    return error.reason !== 'missing';
  }
}

/** A file is taken for one that is gone where it has at least this share of what was accepted there. */
const ENOUGH = 0.5;

/** `baseline` with the names that its files have now: one that is gone is found again in a file of which nothing was accepted, by its findings. */
export async function underNewNames(baseline: Baseline, files: readonly Reviewed[], io: Io): Promise<Baseline> {
  const { folder, accepted } = baseline;
  const byPath = new Map<string, Accepted[]>();
  for (const one of accepted) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  const known = new Set([...byPath.keys()].map((path) => resolve(folder, path)));
  const others = files
    .filter(({ input }) => !known.has(input.source.path))
    .map((file) => ({ path: file.input.source.path, found: new Set(file.reading.findings.map(file.fingerprintOf)) }))
    .filter(({ found }) => found.size > 0);
  const renamed = new Map<string, string>();
  for (const [path, list] of byPath) {
    if (others.length === 0) break;
    if (await isThere(resolve(folder, path), io)) continue;
    const shares = others.map(({ found }) => list.filter(({ fingerprint }) => found.has(fingerprint)).length / list.length);
    const best = Math.max(...shares);
    if (best < ENOUGH) continue;
    const [{ path: now } = { path }] = others.splice(shares.indexOf(best), 1);
    renamed.set(path, now);
  }
  return renamed.size === 0 ? baseline : { folder, accepted: accepted.map((one) => ({ ...one, path: renamed.get(one.path) ?? one.path })) };
}
