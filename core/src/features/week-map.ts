/** The week of a file as doors show it: by lines of the file, with commands cut to what one reads at a glance. */
import type { Read, WhereRun } from '../model/kind.js';
import type { Week, WeekJob } from '../model/week.js';
import { lineStarts, placeOf } from '../text/lines.js';
import { maskedPart } from './masks.js';

export interface WeekMapJob extends Omit<WeekJob, 'command'> {
  /** 0-based physical line. */
  readonly line: number;
  /** The command as the file has it, its secrets masked, at most 80 characters of it. */
  readonly label: string;
}

export interface WeekMap extends Omit<Week, 'jobs'> {
  readonly jobs: readonly WeekMapJob[];
}

const LONGEST = 80;

/** `text` with its blanks made single, cut to {@link LONGEST} characters. */
function cut(text: string): string {
  // Twice as many code units hold as many characters, and a line of a megabyte is not walked.
  const characters = Array.from(
    text
      .slice(0, 4 * LONGEST)
      .replace(/\s+/g, ' ')
      .trim(),
  );
  const whole = text.length <= 4 * LONGEST && characters.length <= LONGEST;
  return whole ? characters.join('') : `${characters.slice(0, LONGEST - 1).join('')}…`;
}

/** What starts in the seven days from the one that holds the instant `from`, in milliseconds since 1970; undefined for kinds without a clock. */
export function weekMapOf(read: Read, where: WhereRun, from: number): WeekMap | undefined {
  const { document } = read;
  const week = read.week(where, from);
  if (week === undefined) return undefined;
  const starts = lineStarts(document.text);
  const jobs = week.jobs.map(({ command, user, ...job }) => ({
    ...job,
    ...(user !== undefined && { user: maskedPart(read, job.line, user) }),
    line: placeOf(starts, document.starts[job.line] ?? 0).line,
    label: cut(maskedPart(read, job.line, command)),
  }));
  return { ...week, jobs };
}
