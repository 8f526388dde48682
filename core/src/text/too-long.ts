/** A line that is longer than daemons read at once. */
import { bytesOf, fitting } from './bytes.js';
import type { Span } from './span.js';

/** Daemons that read `limit` bytes of a line. */
export interface LineReaders {
  /** Their names, for people. */
  readonly who: string;
  readonly many: boolean;
  readonly limit: number;
}

/** What those who read less than all of `line` make of it, and the part that the first of them does not read: offsets in `line`. */
export function tooLong(line: string, readers: readonly [LineReaders, ...LineReaders[]]): { readonly span: Span; readonly said: string } {
  const costs = readers.map(
    ({ who, many, limit }) =>
      `${who} ${many ? 'read' : 'reads'} ${limit} of them and ${many ? 'take' : 'takes'} the rest for a line of its own`,
  );
  return {
    span: { start: fitting(line, Math.min(...readers.map(({ limit }) => limit))), end: line.length },
    said: `This line has ${bytesOf(line)} bytes: ${costs.join('; ')}.`,
  };
}
