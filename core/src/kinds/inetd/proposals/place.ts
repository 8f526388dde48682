/** Which field of an entry is being written. */
import { slice, type Word, words } from '../../../text/words.js';
import { serviceStart } from '../fields.js';
import type { InetdLine } from '../model.js';

export interface Place {
  /** 0 is the service, 6 the first argument. */
  readonly index: number;
  /** What is replaced; empty between two words. */
  readonly word: Word;
  /** The fields before it, without addresses. */
  readonly before: readonly Word[];
  /** True where addresses stand before the service. */
  readonly bound: boolean;
}

/** The place at `offset`; undefined in comments and settings. */
export function placeAt({ type, text }: InetdLine, offset: number): Place | undefined {
  if (type === 'comment' || type === 'commented' || type === 'setting') return undefined;
  const all = words(text);
  const under = all.find(({ span }) => span.start <= offset && offset <= span.end);
  const [first, ...rest] = all.filter(({ span }) => span.end < offset || span === under?.span);
  const start = first ? serviceStart(first.text) : 0;
  const bound = start > 0;
  const fields = first === undefined ? [] : start === first.text.length && rest.length > 0 ? rest : [slice(first, start), ...rest];
  const empty = { text: '', span: { start: offset, end: offset } };
  if (under === undefined) return { index: fields.length, word: empty, before: fields, bound };
  const word = fields.at(-1) ?? empty;
  return { index: Math.max(0, fields.length - 1), word: offset < word.span.start ? empty : word, before: fields.slice(0, -1), bound };
}
