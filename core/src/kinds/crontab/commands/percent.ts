/** Where the command ends and its input begins. */

/** Offset of the first `%` without a backslash before it, from `start`; where there is none, the length. */
export function percentIn(text: string, start: number): number {
  for (let at = start; at < text.length; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '%') return at;
  }
  return text.length;
}
