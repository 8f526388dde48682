/** Has the client ask for its hints anew when the time in one of them has come: at most once a minute, and never while nothing is due. */

/** Between two refreshes, in milliseconds. */
const LEAST = 60_000;
/** Timers hold no more than 24 days, and machines sleep: this long at most until the clock is looked at again. */
const MOST = 60 * 60_000;
/** So that the minute has surely begun. */
const SLACK = 500;

/** What the clock needs of the place it runs in. */
export interface Timers {
  now(): number;
  /** Does `work` in `ms` milliseconds, without keeping the process alive; what it gives calls that off. */
  later(work: () => void, ms: number): () => void;
}

/** Timers of the platform. */
export const timers = (now: () => number): Timers => ({
  now,
  later(work, ms) {
    const timer = setTimeout(work, ms);
    if (typeof timer === 'object') timer.unref();
    return () => clearTimeout(timer);
  },
});

export class HintClock {
  /** When the first hint of a document will be out of date, by URI. */
  private readonly due = new Map<string, number>();
  private refreshed = Number.NEGATIVE_INFINITY;
  private cancel: () => void = () => undefined;

  /** `refresh` has the client ask anew; undefined where it can't be told to. */
  constructor(
    private readonly timers: Timers,
    private readonly refresh: (() => void) | undefined,
  ) {}

  /** Hints of `uri` were given that hold until `until` (milliseconds since 1970; Infinity: for good). */
  note(uri: string, until: number): void {
    if (this.refresh === undefined || until === Number.POSITIVE_INFINITY) return;
    this.due.set(uri, Math.min(until, this.due.get(uri) ?? until));
    this.wind();
  }

  closed(uri: string): void {
    this.due.delete(uri);
    this.wind();
  }

  /** Something changed that all hints depend on. */
  now(): void {
    if (this.refresh === undefined) return;
    this.due.clear();
    this.wind();
    this.refreshed = this.timers.now();
    this.refresh();
  }

  private wind(): void {
    this.cancel();
    if (this.due.size === 0) return;
    const now = this.timers.now();
    const at = Math.max(Math.min(...this.due.values()) + SLACK, this.refreshed + LEAST);
    this.cancel = this.timers.later(() => (at <= this.timers.now() ? this.now() : this.wind()), Math.min(Math.max(0, at - now), MOST));
  }
}
