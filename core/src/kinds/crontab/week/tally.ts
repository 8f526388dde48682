/** Counts the runs of jobs into the hours of a week. */
import { CLASHING, type Clash, type Share, type WeekHour } from '../../../model/week.js';
import { MINUTE } from '../schedule/zone.js';
import { type Calendar, DAYS } from './calendar.js';
import type { Starts } from './starts.js';

const HOURS = DAYS * 24;

/** So many jobs of an hour are kept one by one: nobody reads more, and 10,000 entries that run each minute must not take 168 times 10,000 records. */
export const LISTED = 200;

interface Growing {
  job: number;
  runs: number;
  first: number;
  last: number;
}

/** Minutes of an hour, and how often each stretch has just these. */
interface Pattern {
  readonly minutes: readonly number[];
  readonly times: Uint32Array;
}

/**
 * Takes the runs of one job after the other.
 *
 * Costs a step for each hour in which a job runs, 168 at most, and at the end up to 60 for each hour and each set of minutes: entries
 * of one file share few of these. 10,000 entries with 10,000 different sets would cost a step for each run, which is 100 million at most.
 */
export class Tally {
  /** Jobs that start in each minute of real time, 60 to a stretch; those in patterns are added at the end. */
  private readonly together: Uint32Array;
  private readonly patterns = new Map<string, Pattern>();
  private pattern: Pattern = { minutes: [], times: new Uint32Array() };
  private readonly runsOfStretch: Float64Array;
  private readonly jobsOfHour = new Uint32Array(HOURS);
  /** The job that was counted last, plus one. */
  private readonly latest = new Uint32Array(HOURS);
  private readonly shares: Growing[][] = Array.from({ length: HOURS }, () => []);

  constructor(private readonly calendar: Calendar) {
    const { length } = calendar.stretches;
    this.together = new Uint32Array(length * 60);
    this.runsOfStretch = new Float64Array(length);
  }

  /** Counts all runs of the job with the index `job`, which come in ascending order, and gives their number in the week. */
  add(job: number, starts: Iterable<Starts>): number {
    const { stretches } = this.calendar;
    let total = 0;
    let index = 0;
    for (const each of starts) {
      while ((stretches[index]?.end ?? Number.POSITIVE_INFINITY) <= each.at) index++;
      const end = each.at + 60 * MINUTE;
      for (let part = index; (stretches[part]?.start ?? Number.POSITIVE_INFINITY) < end; part++) total += this.addPart(job, part, each);
    }
    return total;
  }

  /** Counts those runs that lie in the stretch with the index `part`. */
  private addPart(job: number, part: number, { at, minutes }: Starts): number {
    const stretch = this.calendar.stretches[part];
    if (stretch === undefined) return 0;
    const by = Math.floor((at - stretch.start) / MINUTE);
    const length = (stretch.end - stretch.start) / MINUTE;
    const placed =
      by === 0 && length === 60 ? minutes : minutes.map((minute) => minute + by).filter((place) => place >= 0 && place < length);
    const [first] = placed;
    const last = placed.at(-1);
    if (first === undefined || last === undefined) return 0;
    const runs = placed.length;
    if (placed === minutes && runs > 1) this.note(part, minutes);
    else for (const place of placed) this.count(part, place, 1);
    this.runsOfStretch[part] = (this.runsOfStretch[part] ?? 0) + runs;
    this.share(stretch.hour, job, runs, stretch.minute + first, stretch.minute + last);
    return runs;
  }

  private count(part: number, place: number, times: number): void {
    const index = part * 60 + place;
    this.together[index] = (this.together[index] ?? 0) + times;
  }

  private note(part: number, minutes: readonly number[]): void {
    // The hours of a job come one after the other, and mostly with the same minutes.
    if (this.pattern.minutes !== minutes) {
      const key = minutes.join();
      const { times } = this.patterns.get(key) ?? { times: new Uint32Array(this.runsOfStretch.length) };
      this.pattern = { minutes, times };
      this.patterns.set(key, this.pattern);
    }
    const { times } = this.pattern;
    times[part] = (times[part] ?? 0) + 1;
  }

  private spreadPatterns(): void {
    for (const { minutes, times } of this.patterns.values())
      for (const [part, count] of times.entries()) if (count > 0) for (const place of minutes) this.count(part, place, count);
    this.patterns.clear();
  }

  private share(hour: number, job: number, runs: number, first: number, last: number): void {
    const shares = this.shares[hour] ?? [];
    if (this.latest[hour] !== job + 1) {
      this.latest[hour] = job + 1;
      this.jobsOfHour[hour] = (this.jobsOfHour[hour] ?? 0) + 1;
      if (shares.length < LISTED) shares.push({ job, runs, first, last });
      return;
    }
    const own = shares.at(-1);
    if (own?.job !== job) return;
    own.runs += runs;
    own.first = Math.min(own.first, first);
    own.last = Math.max(own.last, last);
  }

  /** The 168 hours, in order; nothing can be added afterwards. */
  hours(): WeekHour[] {
    this.spreadPatterns();
    const parts: number[][] = Array.from({ length: HOURS }, () => []);
    for (const [part, { hour }] of this.calendar.stretches.entries()) parts[hour]?.push(part);
    return parts.map((found, hour) => this.hour(hour, found));
  }

  private hour(hour: number, parts: readonly number[]): WeekHour {
    const { stretches } = this.calendar;
    const jobs: (number | undefined)[] = Array.from({ length: 60 });
    let minutes = 0;
    for (const part of parts) {
      const { start = 0, end = 0, minute = 0 } = stretches[part] ?? {};
      const length = (end - start) / MINUTE;
      minutes += length;
      for (let place = 0; place < length; place++)
        jobs[minute + place] = Math.max(jobs[minute + place] ?? 0, this.together[part * 60 + place] ?? 0);
    }
    const shown = jobs.filter((count) => count !== undefined);
    const clashes = jobs.flatMap((count = 0, minute): Clash[] => (count >= CLASHING ? [{ minute, jobs: count }] : []));
    const runs = parts.map((part) => this.runsOfStretch[part] ?? 0);
    return {
      runs: runs.reduce((sum, each) => sum + each, 0),
      jobs: this.jobsOfHour[hour] ?? 0,
      shares: sorted(this.shares[hour] ?? []),
      clashes,
      together: Math.max(0, ...shown),
      skipped: 60 - shown.length,
      ...(minutes > shown.length && { passes: runs }),
    };
  }
}

const sorted = (shares: readonly Share[]): Share[] => [...shares].sort((a, b) => a.first - b.first || a.job - b.job);
