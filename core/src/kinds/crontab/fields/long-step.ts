/** Steps that lead out of their field, where cron begins anew: at once, with its first value alone, or after one more, sooner than the step says. */
import { type FieldSpec, sizeOf } from './spec.js';

const STEP = /^-?\*\/(\d+)$/;

/** The step in `text`, where it leads out of the field. As long as the field it says what is meant: once. */
export function longStep(text: string, spec: FieldSpec): number | undefined {
  const step = Number(STEP.exec(text)?.[1] ?? 0);
  return step > sizeOf(spec) ? step : undefined;
}

/** The step in `text`, where it fits in once, and what is left of the field is shorter. */
export function halfStep(text: string, spec: FieldSpec): number | undefined {
  const step = Number(STEP.exec(text)?.[1] ?? 0);
  const size = sizeOf(spec);
  return step > size / 2 && step < size ? step : undefined;
}
