/** How a text without a path is known for xinetd's configuration. */

const HEAD = /^[ \t]*(?:service[ \t]+\S+|defaults)[ \t\r]*\n(?:[ \t]*(?:#.*)?\r?\n)*[ \t]*\{[ \t\r]*$/gim;
const ATTRIBUTE = /^[ \t]*(?:disable|socket_type|server|wait|user|log_on_failure|instances|only_from)[ \t]+[+-]?=/gim;
const INCLUDE = /^[ \t]*includedir[ \t]+\/\S*[ \t\r]*$/gim;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** So much of a text is looked at, in characters. */
const ASKED = 100_000;

/** How much `text` looks like it: a head with its brace and an attribute are certain enough. */
export function resembles(text: string): number {
  const asked = text.slice(0, ASKED);
  const heads = count(asked, HEAD);
  if (heads > 0) return count(asked, ATTRIBUTE) > 0 || count(asked, INCLUDE) > 0 ? 1 : 0.5;
  return count(asked, INCLUDE) > 0 ? 0.6 : 0;
}

/** What opens a block or another file, or a brace of a block, be it commented out. */
const PIECE = /^[ \t#]*(?:(?:service|include|includedir)[ \t]|defaults\b|[{}][ \t\r]*$)/im;

/** True for what other programs keep in files of this name: Upstart called its jobs so. */
export const isOthers = (text: string, isLive: boolean): boolean =>
  !isLive && count(text.slice(0, ASKED), /^[ \t]*[^\s#]/gm) > 1 && !PIECE.test(text);
