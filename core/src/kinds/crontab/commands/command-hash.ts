/** Numbers for commands, by which equal ones are found without comparing each with each. */

const isBlank = (code: number): boolean => code === 32 || code === 9;

/** Offset of the first character behind `count` words. */
function behindWords(text: string, count: number): number {
  let at = 0;
  for (let word = 0; word <= count; word++) {
    while (isBlank(text.charCodeAt(at))) at++;
    if (word === count) break;
    while (at < text.length && !isBlank(text.charCodeAt(at))) at++;
  }
  return at;
}

/** Of the user, where there is one, and the command of the entry `text`: the same for equal ones, hardly ever for others; never 0. */
export function commandHash(text: string): number {
  const start = behindWords(text, text.charCodeAt(behindWords(text, 0)) === 64 ? 1 : 5);
  let end = text.length;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  let low = 0x811c_9dc5;
  let high = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    // How many blanks stand behind the user does not matter.
    if (isBlank(code)) continue;
    low = Math.imul(low ^ code, 0x0100_0193);
    high = (Math.imul(high, 31) + code) | 0;
  }
  return (low >>> 0) * 0x10_0000 + (high & 0xf_ffff) + 1;
}
