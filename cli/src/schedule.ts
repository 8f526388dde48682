/** The command `schedule`: when entries run, in words and as times. */
import type { Problem } from '../../workspace/src/index.js';
import { coloursFor } from './colour.js';
import type { Io } from './io.js';
import type { ScheduleOptions } from './options.js';
import { problemText } from './report/problem.js';
import { scheduleReporters } from './report/schedules.js';
import { type Timetable, timetableOf } from './timetable.js';
import { visible } from './visible.js';

/** What nobody takes: of a file with its place, of an expression the reason alone. */
function complain({ path, entries }: Timetable, io: Io): boolean {
  let refused = false;
  for (const { line, told: agenda } of entries) {
    if (agenda.refused === undefined) continue;
    refused = true;
    const place = { line: line - 1, column: 0 };
    const message = `${agenda.title} refuses it: ${agenda.refused}`;
    const problem: Problem | undefined = path === undefined ? undefined : { path, message: `${message}; ${agenda.cost ?? ''}`, place };
    io.stderr(problem ? `${problemText(problem)}\n` : `daemonlint: ${visible(message)}\n`);
  }
  return refused;
}

/** 0, or 2 where something cannot be read or no daemon takes an entry; what can be told is told all the same. */
export async function schedule(words: readonly string[], options: ScheduleOptions, io: Io): Promise<0 | 2> {
  const { timetable, problems } = await timetableOf(words, options, io);
  for (const problem of problems) io.stderr(`${problemText(problem)}\n`);
  if (timetable === undefined) return 2;
  const refused = complain(timetable, io);
  io.stdout(scheduleReporters[options.format](timetable, coloursFor(io)));
  return refused || problems.length > 0 ? 2 : 0;
}
