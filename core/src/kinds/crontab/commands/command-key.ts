/** What commands are compared by at first, to find equal ones without taking apart the others. */

/** The times of an entry, and the blanks around them. It tells where they end, and cuts nothing out: each entry comes here. */
const TIMES = /[ \t]*(?:@[^ \t]*|(?:[^ \t]+[ \t]+){4}[^ \t]+)[ \t]*/y;

/** A first word with more behind it than one space. */
const UNEVEN = /^[^ \t]*(?:\t|[ \t]{2})/;

/** Of the user, where there is one, and the command of the entry `text`: the same for equal ones, seldom for others; empty where there is none. */
export function commandKey(text: string): string {
  TIMES.lastIndex = 0;
  const start = TIMES.test(text) ? TIMES.lastIndex : text.length;
  let end = text.length;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  const said = text.slice(start, end);
  // How many blanks stand behind the user does not matter.
  return UNEVEN.test(said) ? said.replace(/[ \t]+/, ' ') : said;
}
