/** A week of a file: what starts in each hour of seven days, on the wall clock of one zone. */

/** What one job has in one hour. */
export interface Share {
  /** Index in {@link Week.jobs}. */
  readonly job: number;
  readonly runs: number;
  /** Minutes of the hour, 0 to 59, of its first and its last run there. */
  readonly first: number;
  readonly last: number;
}

/** A minute at which many jobs start together. */
export interface Clash {
  /** 0 to 59, of the hour. */
  readonly minute: number;
  readonly jobs: number;
}

export interface WeekHour {
  readonly runs: number;
  /** How many jobs run in it. */
  readonly jobs: number;
  /** By their first minute, then as in the file; of very many, the first ones of the file. */
  readonly shares: readonly Share[];
  /** Minutes at which {@link CLASHING} jobs or more start together, ascending. */
  readonly clashes: readonly Clash[];
  /** The most jobs that start in one minute. */
  readonly together: number;
  /** How many of its minutes, 0 to 60, the wall clock leaves out. */
  readonly skipped: number;
  /** Of an hour that the wall clock shows again, in full or in part: the runs of each time that it comes, in order. */
  readonly passes?: readonly number[];
}

/** A jump of the wall clock. */
export interface ClockChange {
  /** Minutes that are skipped; negative where they repeat. */
  readonly minutes: number;
  /** Wall time at which it happens, and that which it goes to: minutes since the day began; they may lie beyond it. */
  readonly from: number;
  readonly to: number;
}

export interface WeekDay {
  /** `2026-03-29`. */
  readonly date: string;
  /** Sunday is 0. */
  readonly weekday: number;
  /** How long it lasts, in minutes: 1440 but for jumps of the wall clock. */
  readonly minutes: number;
  readonly changes: readonly ClockChange[];
  /** Always 24, by the hour that the wall clock shows. */
  readonly hours: readonly WeekHour[];
}

/**
 * Why a job has no place in the week: it runs at startup, never, at times drawn by lot, every second, so long after its last run, when it is
 * asked for, by the clock of a zone that nobody knows, or at times that a template fills in.
 */
export type Apart = 'startup' | 'never' | 'drawn' | 'every-second' | 'elapsed' | 'asked' | 'unknown-zone' | 'open';

export interface WeekJob {
  /** Index of its Line. */
  readonly line: number;
  /** What is run, as the file has it. */
  readonly command: string;
  readonly user?: string;
  /** When it runs. */
  readonly words: string;
  /** What else is to be known of its times, as a clause. */
  readonly note?: string;
  /** In the whole week. */
  readonly runs: number;
  readonly apart?: Apart;
}

export interface Week {
  /** IANA name of the zone whose wall clock it is. */
  readonly zone: string;
  /** Seven. */
  readonly days: readonly WeekDay[];
  /** All that are on, in the order of the text. */
  readonly jobs: readonly WeekJob[];
}

/** So many jobs that start in one minute are a clash. */
export const CLASHING = 5;
