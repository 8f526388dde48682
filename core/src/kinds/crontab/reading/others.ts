/** Crontabs of schedulers that are no cron, by what their own comments say. */

/** supercronic 0.2, crontab.go: fields for seconds and years, no column for a user, a `%` like any character, and one bad line refuses all. */
const SCHEDULER = /^[ \t]*#.*\bsupercronic\b.*$/gim;

/** Who writes so speaks of it, and of what runs the file now. */
const OTHERWISE =
  /\b(?:not|no|never|instead|before|formerly|previously|earlier|old|used|replac\w*|migrat\w*|mov\w*|switch\w*|without|than|unlike|don't|doesn't)\b/i;

/** Comments so far into a text say what it is for, in UTF-16 units. */
const HEAD = 2000;

/** True for a text that says that another scheduler runs it. `isLive`: it lies where cron reads whatever there is. */
export const isOthers = (text: string, isLive: boolean): boolean =>
  !isLive && [...text.slice(0, HEAD).matchAll(SCHEDULER)].some(([comment]) => !OTHERWISE.test(comment));
