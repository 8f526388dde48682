/** The header of an init script: the numbers that chkconfig goes by, and the block of the LSB that insserv goes by. */
import type { InitScript } from '../model/host.js';

/** Headers stand at the top; what comes later is code. */
const LOOKED_AT = 16_384;

/** `# chkconfig: 2345 80 30`: runlevels or `-`, and the numbers of the S and the K links [chkconfig(8)]. */
const NUMBERS = /^#[ \t]*chkconfig:[ \t]*(?:[0-6]+|-)[ \t]+(\d{1,2})[ \t]+(\d{1,2})\b/m;

const BLOCK = /^### BEGIN INIT INFO[ \t]*\r?\n([\s\S]*?)^### END INIT INFO/m;

/** The words behind `key` in the block, on its line and on those that go on with it by a tab or two blanks. */
function valuesOf(block: string, key: string): readonly string[] {
  const field = new RegExp(`^#[ \\t]?${key}:(.*(?:\\n#(?:\\t|  ).*)*)`, 'm').exec(block)?.[1] ?? '';
  return field.split(/[\s#]+/).filter((word) => word !== '');
}

/** What `text` says of its place in the order. Total: a text without a header says nothing. */
export function readInitScript(text: string): InitScript {
  const head = text.slice(0, LOOKED_AT);
  const [, start, kill] = NUMBERS.exec(head) ?? [];
  const block = BLOCK.exec(head)?.[1] ?? '';
  return {
    ...(start !== undefined && kill !== undefined && { start: Number(start), kill: Number(kill) }),
    provides: valuesOf(block, 'Provides'),
    needs: valuesOf(block, 'Required-Start'),
  };
}
