/** The marks that the repositories of the BSDs write into the files that they ship: `$FreeBSD: src/etc/crontab,v 1.31 … $`. */

const BSDS = ['FreeBSD', 'NetBSD', 'OpenBSD'] as const;

/** One that has them. */
export type Marked = Lowercase<(typeof BSDS)[number]>;

/** A comment with the mark of one of them. */
export const MARK = new RegExp(`^#.*\\$(${BSDS.join('|')})[:$]`, 'm');

/** Whose mark stands first in `text`: one of them takes files from another with the marks that they have, and puts its own before those. */
export const markedBy = (text: string): Marked | undefined => MARK.exec(text)?.[1]?.toLowerCase() as Marked | undefined;
