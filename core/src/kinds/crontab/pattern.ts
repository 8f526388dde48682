/** What a line is among the others of its file, in a form that can be compared ten thousand times at each keystroke. */
import type { Context } from '../../model/context.js';
import { type Job, jobOf } from './clashes.js';
import type { CrontabLine } from './model.js';
import { scheduleKey } from './schedule/same.js';
import type { Schedule } from './schedule/schedule.js';
import { neverRuns } from './schedule/words.js';
import { scheduleIn } from './timings.js';

export interface Pattern {
  /** The same for two entries that do the same at the same times; 0 for what runs nothing, never, or at random. */
  readonly id: number;
  /** Where the entry has one minute of its hours, and begins at once. */
  readonly job?: Job;
}

const NOTHING: Pattern = { id: 0 };

/** Keys remembered; past this the memory starts anew. */
const REMEMBERED = 100_000;

/** Numbers by what they stand for, and the lines that have them: both are given up together. */
let numbers = new Map<string, number>();
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

function idOf({ shape }: CrontabLine, schedule: Schedule): number {
  if (shape?.command === undefined || schedule.random || neverRuns(schedule) !== undefined) return 0;
  return numberOf([scheduleKey(schedule), shape.user?.text, shape.command.text.trimEnd()].join('\0'));
}

function described(line: CrontabLine, context: Context): Pattern {
  const schedule = scheduleIn(line, context);
  if (schedule === undefined) return NOTHING;
  const job = WAITS.test(line.shape?.command?.text.slice(0, BEGINNING) ?? '') ? undefined : jobOf(schedule);
  return { id: idOf(line, schedule), ...(job && { job }) };
}

/** Of a live entry; of other lines nothing. */
export function patternOf(line: CrontabLine, context: Context): Pattern {
  if (line.type !== 'entry') return NOTHING;
  let pattern = patterns.get(line);
  if (pattern === undefined) {
    if (numbers.size >= REMEMBERED) [numbers, patterns] = [new Map(), new WeakMap()];
    patterns.set(line, (pattern = described(line, context)));
  }
  return pattern;
}
