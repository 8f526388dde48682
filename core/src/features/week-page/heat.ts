/** Five steps of heat by the runs of an hour. */

export const STEPS = 5;

/** Below this the busiest hour does not stretch the scale, so that quiet files look quiet and most files alike. */
const USUAL = 60;

/** The most runs of each step, ascending; even on a scale of ratios, up to `busiest` runs or one a minute. */
export function stepsTo(busiest: number): readonly number[] {
  const most = Math.max(busiest, USUAL);
  return Array.from({ length: STEPS }, (_, index) => (index === STEPS - 1 ? most : Math.floor(most ** ((index + 1) / STEPS))));
}

/** 0 for no run, else 1 to 5. */
export const heatOf = (runs: number, steps: readonly number[]): number => (runs === 0 ? 0 : steps.findIndex((most) => runs <= most) + 1);
