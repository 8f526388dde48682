/** The command `rules`: a table of all rules. */
import { rules } from '../../core/src/index.js';
import { coloursFor } from './colour.js';
import type { Io } from './io.js';
import type { ListFormat } from './options.js';

export function listRules(format: ListFormat, io: Io): 0 {
  if (format === 'json') {
    const value = rules.map(({ id, severity, docs: { summary, why, remedy } }) => ({ id, severity, summary, why, remedy }));
    io.stdout(`${JSON.stringify(value, undefined, 2)}\n`);
    return 0;
  }
  const colours = coloursFor(io);
  const widest = Math.max(...rules.map(({ id }) => id.length));
  for (const { id, severity, docs } of rules)
    io.stdout(`${colours.bold(id)}${' '.repeat(widest - id.length)}  ${severity.padEnd(7)}  ${docs.summary}\n`);
  return 0;
}
