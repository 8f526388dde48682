/** Who refuses a line, and who reads it otherwise than it stands. */
import { apart } from '../../text/apart.js';
import { physicalEnd } from '../../text/lines.js';
import { words } from '../../text/words.js';
import type { Dialect } from './dialects.js';
import type { Dispute, Gist, Judged, Port, Refused } from './dispute.js';
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
function portOf(service: string): Port {
  if (!/^\d+$/.test(service)) return 'name';
  const port = Number(service);
  return port > 65_535 ? 'beyond' : port === 0 ? 'zero' : 'port';
}

/** So many different lines are remembered; files hold few. */
const REMEMBERED = 1000;

/** Those that there are, by the wait field. */
const gists = new Map<string, readonly Gist[]>();
let count = 0;

const NONE: readonly Gist[] = [];

/** The same value for lines that agree in it; undefined where other words of the line count as well. */
function gistOf({ plain, carry, shape }: Read): Gist | undefined {
  const { entry, prefixed, protocol = '', wait = '' } = shape;
  if (!plain || entry === undefined || carry !== '' || prefixed || entry.protocol.rpc || isInternal(entry)) return undefined;
  const { service, socket } = entry;
  if (service.text.startsWith('tcpmux/')) return undefined;
  const port = portOf(service.text);
  for (const one of gists.get(wait) ?? NONE) if (one.port === port && one.protocol === protocol && one.socket === socket.text) return one;
  if (count === REMEMBERED) {
    gists.clear();
    count = 0;
  }
  count++;
  const gist: Gist = { socket: apart(socket.text), protocol: apart(protocol), port, judged: new WeakMap() };
  gists.set(apart(wait), [...(gists.get(wait) ?? NONE), gist]);
  return gist;
}

/** What `dialects` make of the line. */
export function judgedBy(read: Read, dialects: readonly Dialect[]): Judged {
  if (read.judged?.dialects === dialects) return read.judged;
  const gist = read.judged?.gist ?? gistOf(read);
  if (gist === undefined) return { dialects, dispute: disputeAmong(read, dialects) };
  let judged = gist.judged.get(dialects);
  if (judged === undefined) gist.judged.set(dialects, (judged = { dialects, dispute: disputeAmong(read, dialects), gist }));
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
  shape: shape ?? shapeOf(words(text), carry),
  plain: shape !== undefined || isPlain(text),
  judged,
});
