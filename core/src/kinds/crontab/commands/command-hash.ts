/** Numbers for commands, by which equal ones are found without comparing each with each. */
import { isBlankCode } from '../../../text/words.js';

/** Offset of the first character behind `count` words. */
function behindWords(text: string, count: number): number {
  let at = 0;
  for (let word = 0; word <= count; word++) {
    while (isBlankCode(text.charCodeAt(at))) at++;
    if (word === count) break;
    while (at < text.length && !isBlankCode(text.charCodeAt(at))) at++;
  }
  return at;
}

/** Of the user, where there is one, and the command of the entry `text`: the same for equal ones, seldom for others; never 0. */
export function commandHash(text: string): number {
  const start = behindWords(text, text.charCodeAt(behindWords(text, 0)) === 64 ? 1 : 5);
  let end = text.length;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  let hash = 0x811c_9dc5 | 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    // How many blanks stand behind the user does not matter.
    if (!isBlankCode(code)) hash = Math.imul(hash ^ code, 0x0100_0193);
  }
  return hash === 0 ? 1 : hash;
}
