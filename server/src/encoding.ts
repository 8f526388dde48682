/** Messages as bytes. Most diagnostics of a long file were sent at the keystroke before as well: what was written of them is kept. */
import { isRecord } from './protocol.js';

const utf8 = new TextEncoder();

const bytesOf = (value: object): Uint8Array => utf8.encode(JSON.stringify(value));

/** The bytes of items that were sent: who makes one leaves it as it is from then on. */
const kept = new WeakMap<object, Uint8Array>();

function keptBytesOf(item: object): Uint8Array {
  let bytes = kept.get(item);
  if (bytes === undefined) kept.set(item, (bytes = bytesOf(item)));
  return bytes;
}

function together(pieces: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** A list that was left out, in JSON: nothing else looks so, since quotes in strings are escaped. */
const LEFT_OUT = '"items":[]';

const COMMA = utf8.encode(',');

const isItem = (item: unknown): item is object => typeof item === 'object' && item !== null;

/** The items of a full report of diagnostics, which has nothing else but words; undefined for any other answer. */
function itemsOf(result: unknown): readonly object[] | undefined {
  if (!isRecord(result) || result.kind !== 'full') return undefined;
  const { items, ...others } = result;
  const isReport = Array.isArray(items) && items.every(isItem) && Object.values(others).every((other) => typeof other === 'string');
  return isReport ? items : undefined;
}

/** `message` as JSON in UTF-8, as `JSON.stringify` writes it. */
export function encoded(message: object): Uint8Array {
  const result = 'result' in message ? message.result : undefined;
  const items = itemsOf(result);
  if (items === undefined || !isRecord(result)) return bytesOf(message);
  const around = JSON.stringify({ ...message, result: { ...result, items: [] } });
  const at = around.indexOf(LEFT_OUT) + LEFT_OUT.length - 1;
  const pieces: Uint8Array[] = [utf8.encode(around.slice(0, at))];
  for (const item of items) pieces.push(keptBytesOf(item), COMMA);
  // Behind the last one stands none.
  if (items.length > 0) pieces.pop();
  pieces.push(utf8.encode(around.slice(at)));
  return together(pieces);
}
