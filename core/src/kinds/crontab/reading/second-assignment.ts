/** A second assignment in a line, which cron takes for a part of the first one's value; a command may have some before it, as env has. */

/** Names that cron or most programs know. */
const KNOWN = /^(?:PATH|SHELL|MAILTO|MAILFROM|HOME|LOGNAME|USER|LANG|LC_ALL|TZ|CRON_TZ|RANDOM_DELAY)=/;

/** Offset in `value` of the first assignment to a known name that nothing but assignments follow; undefined where there is none, or nothing before it. */
export function secondIn(value: string): number | undefined {
  if (!value.includes('=')) return undefined;
  const words = [...value.matchAll(/[^ \t;]+/g)];
  let at = words.length;
  while (at > 1 && /^[A-Za-z_]\w*=/.test(words[at - 1]?.[0] ?? '')) at--;
  return words.slice(Math.max(at, 1)).find(([word]) => KNOWN.test(word))?.index;
}
