/** The five time fields: their ranges and names. */
import type { Bits } from './bits.js';

/** A time field: its place in the entry, its range and its names. */
export interface FieldSpec {
  readonly id: 'minute' | 'hour' | 'day' | 'month' | 'weekday';
  readonly title: string;
  readonly low: number;
  readonly high: number;
  readonly names: readonly string[];
}

/** How many values a field has; Sunday is one. */
export const sizeOf = ({ id, low, high }: FieldSpec): number => (id === 'weekday' ? 7 : high - low + 1);

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

export const fieldSpecs = [
  { id: 'minute', title: 'minute', low: 0, high: 59, names: [] },
  { id: 'hour', title: 'hour', low: 0, high: 23, names: [] },
  { id: 'day', title: 'day-of-month', low: 1, high: 31, names: [] },
  { id: 'month', title: 'month', low: 1, high: 12, names: MONTHS },
  { id: 'weekday', title: 'day-of-week', low: 0, high: 7, names: DAYS },
] as const satisfies readonly FieldSpec[];

/** What a field means: its values (empty: never), whether `~` draws one of them at random. */
export interface FieldReading {
  readonly values: Bits;
  readonly random: boolean;
  /** Offset of what is passed over without a word, to the end of the field; absent where all of it is read. */
  readonly readTo?: number;
}

/** From Sunday, which is 0 and again 7. */
export const weekdayName = (value: number): string =>
  ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][value] ?? String(value);

/** From 1. */
export const monthName = (value: number): string =>
  ['', 'January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'][value] ??
  String(value);
