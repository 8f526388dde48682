/** JSON that is written piece by piece and still reads as if it had been written at once. */

/** `value` as `JSON.stringify` would write it `depth` levels deep in a larger value. */
export const indented = (value: unknown, depth: number): string =>
  JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${'  '.repeat(depth)}`);

/** Gives the elements of an array one after the other, each on lines of its own, with what parts it from the one before. */
export function elements(depth: number): { readonly next: (value: unknown) => string; readonly close: () => string } {
  let any = false;
  const margin = '  '.repeat(depth);
  return {
    next(value) {
      const lead = any ? ',' : '';
      any = true;
      return `${lead}\n${margin}${indented(value, depth)}`;
    },
    close: () => (any ? `\n${margin.slice(2)}]` : ']'),
  };
}
