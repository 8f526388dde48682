/** Who refuses a line, and who reads it otherwise than it stands. */
import { physicalEnd } from '../../text/lines.js';
import { words } from '../../text/words.js';
import type { Dialect } from './dialects.js';
import { shapeOf } from './entry.js';
import { refusalOf } from './judge.js';
import { type Misreading, misreadWait } from './misread.js';
import { type InetdLine, isInternal, type Shape } from './model.js';
import { isPlain, readBy } from './reading.js';
import type { Refusal } from './refusal.js';

/** The line as its dialects read it. `shape` is that of its plain words, `carry` the addresses in force. */
export interface Read {
  readonly text: string;
  readonly carry: string;
  readonly shape: Shape;
}

export type Refused = readonly (readonly [Dialect, Refusal])[];

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

/** How dialects differ on an entry. */
export interface Dispute {
  readonly refused: Refused;
  /** Those that take the line and misread its wait field. */
  readonly misread: readonly (readonly [Dialect, Misreading])[];
  /** Those that read it as it stands. */
  readonly taking: readonly Dialect[];
}

/** What a port number is to the dialects: none has bounds other than 0, 1 and 65535. */
const portOf = (service: string): string =>
  /^\d+$/.test(service) ? (Number(service) > 65_535 ? 'beyond' : Number(service) === 0 ? 'zero' : 'port') : 'name';

/** What decides about a line, besides the dialect: lines that agree in it are judged alike. Undefined where its other words count as well. */
function gistOf({ text, carry, shape: { entry, tokens, protocol, wait } }: Read): string | undefined {
  if (entry === undefined || carry !== '' || tokens[0]?.role !== 'service' || entry.protocol.rpc || isInternal(entry)) return undefined;
  const { service, socket } = entry;
  if (service.text.startsWith('tcpmux/') || !isPlain(text)) return undefined;
  return `${socket.text} ${protocol} ${wait} ${portOf(service.text)}`;
}

/** So many different lines are remembered; files hold few. */
const REMEMBERED = 1000;

const disputes = new WeakMap<readonly Dialect[], Map<string, Dispute>>();

/** What `dialects` make of the line. */
export function disputeOf(read: Read, dialects: readonly Dialect[]): Dispute {
  const gist = gistOf(read);
  if (gist === undefined) return judged(read, dialects);
  let known = disputes.get(dialects);
  if (known === undefined || known.size > REMEMBERED) disputes.set(dialects, (known = new Map()));
  let dispute = known.get(gist);
  if (dispute === undefined) known.set(gist, (dispute = judged(read, dialects)));
  return dispute;
}

function judged(read: Read, dialects: readonly Dialect[]): Dispute {
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
export const readAgain = ({ text, carry, shape }: Pick<InetdLine, 'text' | 'carry' | 'shape'>): Read => ({
  text,
  carry,
  shape: shape ?? shapeOf(words(text), carry),
});
