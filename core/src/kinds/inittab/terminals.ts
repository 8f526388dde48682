/** Entries that offer a login, and the terminals on which they do. */
import { isShell } from '../../knowledge/interpreters.js';
import type { InittabLine } from './model.js';
import type { InittabToken } from './role.js';

const GETTY = /(?:^|\/)(?:a|min|m|v|fb|u|fax|run)?getty$/;

const SERIAL =
  /^(?:\/dev\/)?(tty(?:S|USB|ACM|AMA|AML|GS|MSM|O|PS|SC|STM|THS|UL|mxc|SAC|LP)\d+|ttys\d+|cu[a-z]\d+|s3c2410_serial\d+|tts\/\d+|modem)$/;

export const isGetty = (program: string): boolean => GETTY.test(program);

/** The serial line on which the getty of an entry that is on waits; undefined for other entries, and for one that is called the console itself. */
export function serialLineOf({ type, entry, launches: [launch] }: InittabLine): InittabToken | undefined {
  if (type !== 'entry' || launch?.state !== 'on' || entry?.program === undefined || !isGetty(entry.program.text)) return undefined;
  if (/^(?:\/dev\/)?console$/.test(entry.id?.text ?? '')) return undefined;
  return entry.args.find(({ text }) => SERIAL.test(text));
}

/** True for an entry by which somebody may log in elsewhere than on a serial line. */
export function isConsole(line: InittabLine): boolean {
  const { type, entry, launches } = line;
  if (type !== 'entry' || launches[0]?.state !== 'on' || launches[0].when.type !== 'respawn' || entry?.program === undefined) return false;
  const { text } = entry.program;
  const offersLogin = isGetty(text) || isShell(text) || /(?:^|\/)login$/.test(text);
  return offersLogin && !SERIAL.test(entry.id?.text ?? '') && serialLineOf(line) === undefined;
}
