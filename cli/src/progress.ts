/** How far a long review is, for a terminal: files, rate, time left. */
import type { Io } from './io.js';

/** Milliseconds between two pictures, and before the first: a short review shows none. */
const EVERY = 250;

const number = (value: number): string => value.toLocaleString('en');

const leftText = (seconds: number): string => (seconds < 100 ? `${Math.ceil(seconds)} s left` : `${Math.ceil(seconds / 60)} min left`);

/** `1,200 of 20,000 files, 800 a second, 24 s left`; `passed` in milliseconds, more than 0. */
export function progressText(done: number, all: number, passed: number): string {
  const rate = (done / passed) * 1000;
  const left = done === 0 ? '' : `, ${leftText((all - done) / rate)}`;
  return `${number(done)} of ${number(all)} files, ${number(Math.round(rate))} a second${left}`;
}

export interface Progress {
  /** So many files are done. */
  readonly at: (done: number) => void;
  /** Takes the picture away, before anything else is written. */
  readonly clear: () => void;
}

/** Draws on standard error, where that is a terminal; else nothing. `clock`: milliseconds, from any beginning; the finer one of Node takes it a while to load. */
export function progressOf(all: number, io: Io, clock: () => number = Date.now): Progress {
  const begun = clock();
  let drawn = begun;
  let isThere = false;
  const clear = (): void => {
    if (isThere) io.stderr('\r\u001b[K');
    isThere = false;
  };
  return {
    clear,
    at(done) {
      const now = clock();
      // Asked for last, since the stream must be opened to know: a short review leaves it alone.
      if (now - drawn < EVERY || io.isErrorTTY !== true) return;
      drawn = now;
      clear();
      io.stderr(progressText(done, all, now - begun));
      isThere = true;
    },
  };
}
