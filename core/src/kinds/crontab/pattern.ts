/** What a line is among the others of its file, in a form that can be compared ten thousand times at each keystroke. */
import type { Context } from '../../model/context.js';
import { type Job, jobOf } from './clashes.js';
import type { CrontabLine } from './model.js';
import { scheduleKey } from './schedule/same.js';
import type { Schedule } from './schedule/schedule.js';
import { scheduleIn } from './timings.js';

export interface Pattern {
  /** The same for two entries that do the same at the same times; 0 for what runs nothing, or at random. */
  readonly id: number;
  /** Where the entry has one minute of its hours, and begins at once. */
  readonly job?: Job;
}

const NOTHING: Pattern = { id: 0 };

/** Keys remembered; past this the memory starts anew. */
const REMEMBERED = 100_000;

/** Numbers by what they stand for, and the lines that have them: both are given up together. */
let numbers = new Map<string, number>();
let jobs = new Map<string, Job>();
let patterns = new WeakMap<CrontabLine, Pattern>();

/** Commands that wait before they begin: they are spread already. */
const WAITS = /^[({\s]*sleep\b|\bRANDOM\b|\brand\(|\bsplay\b|\bjot -r\b|\bshuf\b/i;

/** So much of a command is looked at. */
const BEGINNING = 200;

function numberOf(key: string): number {
  let number = numbers.get(key);
  if (number === undefined) numbers.set(key, (number = numbers.size + 1));
  return number;
}

/** The same object for all entries that run at the same times, so that they can be compared. */
function sameJob(job: Job): Job {
  const key = scheduleKey(job.schedule);
  const known = jobs.get(key);
  if (known === undefined) jobs.set(key, job);
  return known ?? job;
}

function idOf({ shape }: CrontabLine, schedule: Schedule): number {
  if (shape?.command === undefined || schedule.random) return 0;
  return numberOf([scheduleKey(schedule), shape.user?.text, shape.command.text.trimEnd()].join('\0'));
}

function described(line: CrontabLine, context: Context): Pattern {
  const schedule = scheduleIn(line, context);
  if (schedule === undefined) return NOTHING;
  const job = WAITS.test(line.shape?.command?.text.slice(0, BEGINNING) ?? '') ? undefined : jobOf(schedule);
  return { id: idOf(line, schedule), ...(job && { job: sameJob(job) }) };
}

/** Of a live entry; of other lines nothing. */
function patternOf(line: CrontabLine, context: Context): Pattern {
  if (line.type !== 'entry') return NOTHING;
  let pattern = patterns.get(line);
  if (pattern === undefined) {
    patterns.set(line, (pattern = described(line, context)));
  }
  return pattern;
}

interface Remembered {
  readonly lines: readonly CrontabLine[];
  readonly found: readonly Pattern[];
  /** Whose numbers these are. */
  readonly by: typeof numbers;
}

const remembered = new WeakMap<Context, Remembered>();

/** By line. Of lines that stand where they stood when this was asked last, nothing is looked up. */
export function patternsOf(lines: readonly CrontabLine[], context: Context): readonly Pattern[] {
  const last = remembered.get(context);
  if (last?.lines === lines) return last.found;
  // Numbers are given up between two documents, never within one: there they are compared.
  if (numbers.size >= REMEMBERED) [numbers, jobs, patterns] = [new Map(), new Map(), new WeakMap()];
  const before = last?.by === numbers ? last : undefined;
  const found = lines.map((line, index) => (before?.lines[index] === line ? (before.found[index] ?? NOTHING) : patternOf(line, context)));
  remembered.set(context, { lines, found, by: numbers });
  return found;
}
