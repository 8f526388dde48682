/** Steps that lead out of their field: cron begins anew with it, and finds its first value alone. */
import { type FieldSpec, sizeOf } from './spec.js';

const STEP = /^-?\*\/(\d+)$/;

/** The step in `text`, where it leads out of the field. As long as the field it says what is meant: once. */
export function longStep(text: string, spec: FieldSpec): number | undefined {
  const step = Number(STEP.exec(text)?.[1] ?? 0);
  return step > sizeOf(spec) ? step : undefined;
}
