/** HTML from text that may hold anything. */

/** Characters that steer a terminal or the direction of text, and halves of characters: shown as unknown. */
const STEERING = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export const harmless = (text: string): string => text.replace(STEERING, '\ufffd');

/** `text` for an element or a quoted attribute. */
export const escaped = (text: string): string => harmless(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const asEscape = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** `value` as JSON that can stand in a script element: nothing in it ends the element, begins a comment or steers. */
export const embedded = (value: unknown): string => JSON.stringify(value).replace(/[<>&]/g, asEscape).replace(STEERING, asEscape);
