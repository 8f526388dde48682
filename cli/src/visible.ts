/** Text from files and paths made fit for a terminal: nothing in it may steer one, and its width is known. */

const STEERS = /[\0-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;

/** `text` of the same length with control and bidirectional characters, tabs apart, shown instead of obeyed. */
export const visible = (text: string): string => (STEERS.test(text) ? tamed(text) : text);

const tamed = (text: string): string =>
  text
    .replace(/[\0-\x08\x0a-\x1f]/g, (control) => String.fromCharCode(0x2400 + control.charCodeAt(0)))
    .replace(/\x7f/g, '\u2421')
    .replace(/[\x80-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g, '\ufffd');

const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;

const NO_WIDTH = /[\p{Mn}\p{Me}\u200b-\u200d]/u;

/** `mark` as often as `text` has cells on a terminal; tabs stay, so that what follows lines up. */
export const underlay = (text: string, mark: string): string =>
  /^[\t -~]*$/.test(text) ? text.replace(/[^\t]/g, mark) : underlayWide(text, mark);

const underlayWide = (text: string, mark: string): string =>
  Array.from(text, (character) => {
    if (character === '\t') return '\t';
    if (NO_WIDTH.test(character)) return '';
    return WIDE.test(character) ? mark + mark : mark;
  }).join('');
