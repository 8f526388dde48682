/** Numbers and names in a row, in words. */

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[], last = 'and'): string {
  const final = parts.at(-1) ?? '';
  return parts.length < 2 ? final : `${parts.slice(0, -1).join(', ')} ${last} ${final}`;
}

/** `values`, ascending, each by `name`, with three and more in a row as `a to b`. */
export function ranged(values: readonly number[], name: (value: number) => string = String, last = 'and'): string {
  const parts: string[] = [];
  for (let from = 0; from < values.length; ) {
    let to = from;
    while (values[to + 1] === (values[to] ?? 0) + 1) to++;
    const [first = '', ...more] = values.slice(from, to + 1).map(name);
    if (more.length >= 2) parts.push(`${first} to ${more.at(-1) ?? ''}`);
    else parts.push(first, ...more);
    from = to + 1;
  }
  return listed(parts, last);
}

/** Values at equal distances. */
export interface Series {
  readonly first: number;
  readonly last: number;
  readonly step: number;
}

/** `values`, ascending, as a series; undefined for fewer than two and for unequal distances. */
export function seriesOf(values: readonly number[]): Series | undefined {
  const [first, second] = values;
  const last = values.at(-1);
  if (first === undefined || second === undefined || last === undefined) return undefined;
  const step = second - first;
  return values.every((value, index) => value === first + index * step) ? { first, last, step } : undefined;
}

/** The distance over the end of a round of `size` values, where `series` fills the round; undefined where it doesn't. */
export const lastGap = ({ first, last, step }: Series, size: number): number | undefined =>
  first < step && last + step >= size ? size - last + first : undefined;

export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;

/** `2nd`, `3rd`, `4th` and so on: for steps, which are 2 to 30. */
export const ordinal = (value: number): string => {
  const ending = value % 10 < 4 && Math.floor(value / 10) !== 1 ? ['th', 'st', 'nd', 'rd'][value % 10] : 'th';
  return `${value}${ending ?? 'th'}`;
};
