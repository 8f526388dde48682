/** `2/5`, as Quartz and systemd write a step from a value on: cron wants a star or a range before the slash. */
import type { FieldSpec } from './spec.js';

const ONWARD = /^(\d+)\/(\d+)$/;

/** The same as cron has it; undefined for any other text. `mayStar`: a star for a range that is the whole field, which in a field of days changes how both are taken together. */
export function onward(text: string, { low, high }: FieldSpec, mayStar: boolean): string | undefined {
  const [, first, step] = ONWARD.exec(text) ?? [];
  if (first === undefined || step === undefined) return undefined;
  const values = mayStar && Number(first) === low ? '*' : `${Number(first)}-${high}`;
  return values === '*' && step === '1' ? values : `${values}/${step}`;
}
