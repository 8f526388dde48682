/** The header of an init script: the numbers that chkconfig goes by, and the block of the LSB that insserv goes by. */
import type { InitScript } from '../model/host.js';

/** Headers stand at the top; what comes later is code. */
const LOOKED_AT = 16_384;

/** `# chkconfig: 2345 80 30`: runlevels or `-`, and the numbers of the S and the K links [chkconfig(8)]. */
const NUMBERS = /^#[ \t]*chkconfig:[ \t]*(?:[0-6]+|-)[ \t]+(\d{1,2})[ \t]+(\d{1,2})\b/m;

const BLOCK = /^[^\n]*### BEGIN INIT INFO[^\n]*\n([\s\S]*?)^[^\n]*### END INIT INFO/m;

/** Case, blanks and the sign between two words do not count [insserv 1.24 of Debian, run]. */
const PROVIDES = /^#[ \t]*provides:(.*)/im;
const REQUIRED = /^#[ \t]*required[-_]+start:(.*)/im;
/** What is to come first where it is there; some systems have a name of their own before it. */
const WISHED = /^#[ \t]*(?:x[-_]+[a-z0-9_-]*)?should[-_]+start:(.*)/im;

/** The words of a field of the block: insserv reads its first line alone. A + says that one may be missing. */
const valuesOf = (block: string, field: RegExp): readonly string[] =>
  (field.exec(block)?.[1] ?? '')
    .split(/[\s,;#]+/)
    .map((word) => word.replace(/^\+/, ''))
    .filter((word) => word !== '');

/** What `text` says of its place in the order. Total: a text without a header says nothing. */
export function readInitScript(text: string): InitScript {
  const head = text.slice(0, LOOKED_AT);
  const [, start, kill] = NUMBERS.exec(head) ?? [];
  const block = BLOCK.exec(head)?.[1] ?? '';
  return {
    ...(start !== undefined && kill !== undefined && { start: Number(start), kill: Number(kill) }),
    provides: valuesOf(block, PROVIDES),
    needs: [...valuesOf(block, REQUIRED), ...valuesOf(block, WISHED)],
  };
}
