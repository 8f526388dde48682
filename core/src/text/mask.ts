/** Secrets of a text out of what is said of it. */
import { applyEdits } from './edit.js';
import type { Span } from './span.js';

/** What stands in the place of a secret, however long it is. */
export const MASK = '••••';

/** `text` with its `secrets`, in order and none in another, masked. */
export const masked = (text: string, secrets: readonly Span[]): string =>
  applyEdits(
    text,
    secrets.map((span) => ({ span, text: MASK })),
  );

const QUOTED = /(?<=“)[^“”]*(?=”)/g;

/** What is as short is a sign or a number, and tells nothing of a secret. */
const SHORT = 3;

/** `said`, which may repeat `secrets` of `text` whole, without them. */
export const withoutWhole = (said: string, text: string, secrets: readonly Span[]): string =>
  secrets.reduce((rest, { start, end }) => (end - start > SHORT ? rest.replaceAll(text.slice(start, end), MASK) : rest), said);

/** `quoted`, a piece of `text`, perhaps cut, without the `secrets` of that. `at`: the offset in `text` where it is looked for first. */
export function maskedPiece(quoted: string, text: string, secrets: readonly Span[], at: number): string {
  const cut = quoted.endsWith('…') ? '…' : '';
  const piece = quoted.slice(0, quoted.length - cut.length);
  if (piece.length <= SHORT) return quoted;
  const start = text.startsWith(piece, at) ? at : text.indexOf(piece);
  // What the daemon makes of the text may read otherwise than the text.
  if (start === -1) return withoutWhole(quoted, text, secrets);
  const end = start + piece.length;
  const inside = secrets
    .filter((span) => span.start < end && start < span.end)
    .map((span) => ({ start: Math.max(span.start, start) - start, end: Math.min(span.end, end) - start }));
  return masked(piece, inside) + cut;
}

/** `message`, which quotes `text` between “ and ”, without the `secrets` of that. `at`: the offset in `text` of what it is about. */
export const maskedQuotes = (message: string, text: string, secrets: readonly Span[], at: number): string =>
  message.replace(QUOTED, (quoted) => maskedPiece(quoted, text, secrets, at));
