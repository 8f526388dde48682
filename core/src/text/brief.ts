/** Words of a file that nobody would read to their end: a report, a title and a hover show how they begin. */

/** In UTF-16 code units: longer than any name, path or address that means something as a whole. */
const LONGEST = 300;
const KEPT = 80;

const LONG = new RegExp(`\\S{${LONGEST + 1},}`, 'g');

/** `said` with its very long words cut. */
export const brief = (said: string): string =>
  said.length > LONGEST ? said.replace(LONG, (word) => `${word.slice(0, KEPT).replace(/[\ud800-\udbff]$/, '')}…`) : said;
