/** Five steps of heat by the runs of an hour. */

export const STEPS = 5;

/** An hour with fewer runs than one each five minutes is never the hottest, so that quiet files look quiet. */
const BUSY = 12;

/** Hours that differ by less than this look alike, or nearly so. */
const LEAST_RATIO = 2.5;

export interface Scale {
  readonly least: number;
  readonly most: number;
}

/** The scale for these numbers of runs: from the least of an hour that has one to the most. */
export function scaleOf(runs: readonly number[]): Scale {
  let [least, most] = [Number.POSITIVE_INFINITY, BUSY];
  for (const each of runs) {
    if (each > 0) least = Math.min(least, each);
    most = Math.max(most, each);
  }
  return { least: Math.min(least, most / LEAST_RATIO), most };
}

/** 0 for no run, else 1 to 5, each step as many times the one before. */
export function heatOf(runs: number, { least, most }: Scale): number {
  if (runs === 0) return 0;
  const share = Math.log(runs / least) / Math.log(most / least);
  return Math.min(STEPS, Math.max(1, Math.ceil(STEPS * share)));
}
