/** Pieces of texts that outlive them. */

/** `piece` apart from the text that it was cut from: V8 keeps all of that for as long as a slice of it lives, so that a line would keep the whole file as it was when it was typed. */
export const apart = (piece: string): string => ` ${piece}`.slice(1);
