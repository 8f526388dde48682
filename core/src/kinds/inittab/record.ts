/** A line of an inittab for programs: what `daemonlint parse` prints. */
import type { LineRecord, RecordOptions } from '../../model/kind.js';
import { dialectsOf } from './dialects.js';
import { levelsOf } from './launches.js';
import type { InittabEntry, InittabLine } from './model.js';

function entryRecord(entry: InittabEntry, { launches }: InittabLine, dialect: string) {
  const hasIds = dialectsOf([dialect]).every((one) => one.hasIds);
  return {
    ...(hasIds ? { id: entry.id?.text ?? null, runlevels: levelsOf(entry) } : { terminal: entry.id?.text ?? null }),
    action: entry.does ?? entry.action.text,
    process: entry.process,
    program: entry.program?.text ?? null,
    fact: launches[0]?.fact ?? null,
  };
}

export function record(line: InittabLine, { dialect }: RecordOptions): LineRecord {
  const { type, entry, problems } = line;
  const text = line.text.replace(/\n$/, '');
  if (type === 'blank') return { type };
  if (type === 'broken') return { type: 'rejected', reason: problems[0]?.message ?? '', text };
  if (entry && type !== 'commented') return { type: 'entry', ...entryRecord(entry, line, dialect) };
  return { type: 'comment', text, ...(entry && { disabled: entryRecord(entry, line, dialect) }) };
}
