/** HTML from text that may hold anything. */
import { harmless, STEERING } from '../../text/harmless.js';

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** `text` for an element or a quoted attribute. */
export const escaped = (text: string): string => harmless(text).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

const asEscape = (text: string): string =>
  Array.from({ length: text.length }, (_, at) => `\\u${text.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');

/** `value` as JSON that can stand in a script element: nothing in it ends the element, begins a comment or steers. */
export const embedded = (value: unknown): string => JSON.stringify(value).replace(/[<>&]/g, asEscape).replace(STEERING, asEscape);
