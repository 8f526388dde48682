/** Who refuses a line, and who reads it otherwise than it stands. */
import { physicalEnd } from '../../text/lines.js';
import { wordsOf } from './cut.js';
import type { Dialect } from './dialects.js';
import type { Dispute, Judged, Refused } from './dispute.js';
import { shapeOf } from './entry.js';
import { refusalOf } from './judge.js';
import { misreadWait } from './misread.js';
import { type InetdLine, isInternal, type Shape } from './model.js';
import { isPlain, readBy } from './reading.js';

/** The line as its dialects read it. `shape` is that of its plain words, `carry` the addresses in force. */
export interface Read {
  readonly text: string;
  readonly carry: string;
  readonly shape: Shape;
  /** True where all dialects cut it into the same words. */
  readonly plain: boolean;
  /** What was made of it already. */
  readonly judged?: Judged | undefined;
}

/** True where the line goes on in a way that `dialect` does not know. */
const isCut = ({ continuation }: Dialect, text: string, end: number): boolean =>
  end < text.length && (continuation === 'none' || (continuation === 'backslash' && text[end - 2] !== '\\'));

/** What each of `dialects` that refuses the line stumbles over. */
const refusedBy = ({ text, carry, shape }: Read, dialects: readonly Dialect[]): Refused => {
  const end = physicalEnd(text, 0);
  return dialects.flatMap((dialect) => {
    const refusal = isCut(dialect, text, end) ? 'continued' : refusalOf(readBy(dialect, text, carry, shape), dialect);
    return refusal === undefined ? [] : [[dialect, refusal] as const];
  });
};

/** What a port number is to the dialects: none has bounds other than 0, 1 and 65535. */
const portOf = (service: string): string =>
  /^\d+$/.test(service) ? (Number(service) > 65_535 ? 'beyond' : Number(service) === 0 ? 'zero' : 'port') : 'name';

/** What decides about a line, besides the dialect: lines that agree in it are judged alike. Undefined where its other words count as well. */
function gistOf({ plain, carry, shape: { entry, tokens, protocol, wait } }: Read): string | undefined {
  if (entry === undefined || carry !== '' || tokens[0]?.role !== 'service' || entry.protocol.rpc || isInternal(entry)) return undefined;
  const { service, socket } = entry;
  if (service.text.startsWith('tcpmux/') || !plain) return undefined;
  return `${socket.text} ${protocol} ${wait} ${portOf(service.text)}`;
}

/** So many different lines are remembered; files hold few. */
const REMEMBERED = 1000;

const known = new WeakMap<readonly Dialect[], Map<string, Judged>>();

/** What `dialects` make of the line. */
export function judgedBy(read: Read, dialects: readonly Dialect[]): Judged {
  if (read.judged?.dialects === dialects) return read.judged;
  const gist = gistOf(read);
  if (gist === undefined) return { dialects, dispute: disputeAmong(read, dialects) };
  let alike = known.get(dialects);
  if (alike === undefined || alike.size > REMEMBERED) known.set(dialects, (alike = new Map()));
  let judged = alike.get(gist);
  if (judged === undefined) alike.set(gist, (judged = { dialects, dispute: disputeAmong(read, dialects) }));
  return judged;
}

/** What `dialects` make of the line, without their names. */
export const disputeOf = (read: Read, dialects: readonly Dialect[]): Dispute => judgedBy(read, dialects).dispute;

function disputeAmong(read: Read, dialects: readonly Dialect[]): Dispute {
  const refused = refusedBy(read, dialects);
  const takers = dialects.filter((dialect) => !refused.some(([one]) => one === dialect));
  const misread = takers.flatMap((dialect) => {
    const misreading = read.shape.entry && misreadWait(read.shape.entry, read.shape.wait ?? '', dialect);
    return misreading === undefined ? [] : [[dialect, misreading] as const];
  });
  return { refused, misread, taking: takers.filter((dialect) => !misread.some(([one]) => one === dialect)) };
}

/** True where not all do the same. */
export const differs = ({ refused, misread, taking }: Dispute): boolean =>
  refused.length + misread.length > 0 && misread.length + taking.length > 0;

/** An entry, to be read by others once more. */
export const readAgain = ({ text, carry, shape, judged }: Pick<InetdLine, 'text' | 'carry' | 'shape' | 'judged'>): Read => ({
  text,
  carry,
  shape: shape ?? shapeOf(wordsOf(text), carry),
  plain: shape !== undefined || isPlain(text),
  judged,
});
