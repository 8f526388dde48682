/** What a line of a crontab holds beyond its tokens. */
import type { Line, Token } from '../../model/line.js';
import type { AnacronJob } from './anacron/job.js';
import type { Assignment } from './reading/assignment.js';
import type { Carried } from './reading/carried.js';
import type { EntryReading } from './reading/entry.js';
import type { EntryShape } from './reading/shape.js';

export type CrontabRole =
  | 'minute'
  | 'hour'
  | 'day'
  | 'month'
  | 'weekday'
  | 'name'
  | 'star'
  | 'sign'
  | 'word'
  | 'user'
  | 'option'
  | 'command'
  | 'input'
  | 'program'
  | 'variable'
  | 'equals'
  | 'value'
  | 'mark'
  | 'comment'
  | 'period'
  | 'delay'
  | 'identifier'
  | 'text';

export type CrontabToken = Token<CrontabRole>;

/** What a dialect makes of the entry, by its id. */
export type Readings = Readonly<Record<string, EntryReading>>;

export interface CrontabLine extends Line {
  readonly tokens: readonly CrontabToken[];
  /** Of an entry, a commented-out entry or a broken line: its words by position. */
  readonly shape?: EntryShape;
  /** Of an entry of plain words: the offset of those behind its times. Most entries are such, and then it need not be taken apart to know. */
  readonly rest?: number;
  /** Of the same as {@link shape}: the offset at which the command ends, that of a `%` without a backslash where one of the crons in question heeds it. */
  readonly commandEnd?: number;
  /** Of an entry or a broken line: what the dialects in question make of it. */
  readonly readings?: Readings;
  readonly assignment?: Assignment;
  /** Of an anacrontab: a job, commented out or not. It has no shape and no readings. */
  readonly job?: AnacronJob;
  /** Of an entry: what assignments above say. */
  readonly carried?: Carried;
}
