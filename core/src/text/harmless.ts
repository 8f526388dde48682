/** Text from files made fit to be shown. */

/** Characters that steer a terminal or the direction of text, and halves of characters. */
export const STEERING = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]|\p{Surrogate}/gu;

/** `text` with these shown as unknown. */
export const harmless = (text: string): string => text.replace(STEERING, '\ufffd');
