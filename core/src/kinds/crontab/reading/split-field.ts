/** Time fields with a blank in them: to cron a blank ends a field. */
import type { Edit } from '../../../text/edit.js';
import type { Span } from '../../../text/span.js';
import { isTemplated } from '../../../text/template.js';
import { type Word, words } from '../../../text/words.js';
import type { CrontabLine } from '../model.js';
import { isTakenWith } from './edited.js';
import { indentOf } from './shape.js';

const VALUE = '(?:\\d+|[a-z]{3})';
const ITEM = `(?:\\*|${VALUE}(?:-${VALUE})?)(?:/\\d+)?`;

/** A list of values, ranges and steps, as one word. */
const FIELD = new RegExp(`^${ITEM}(?:,${ITEM})*$`, 'i');

/** What a field goes on with, or has to go on behind. */
const JOINT = /[-,/]/;

/** As many words as five fields make that are cut in two, each of them, and what follows. */
const LIMIT = 16;

export interface SplitField {
  /** The fields as they were meant. */
  readonly wholes: readonly string[];
  /** From the first of them to the last. */
  readonly span: Span;
  /** Takes the blanks out of them. */
  readonly edits: readonly Edit[];
}

/** The longest field that the words from `at` make if no blanks stood between them, and the index behind it; undefined where the first word is one by itself. */
function wholeAt(found: readonly Word[], at: number): { readonly text: string; readonly next: number } | undefined {
  let text = found[at]?.text ?? '';
  let whole: { readonly text: string; readonly next: number } | undefined;
  for (let next = at + 1; next < found.length; next++) {
    const { text: more = '' } = found[next] ?? {};
    if (!JOINT.test(text.at(-1) ?? '') && !JOINT.test(more[0] ?? '')) break;
    text += more;
    if (FIELD.test(text)) whole = { text, next: next + 1 };
  }
  return whole;
}

/** The fields that are cut among the first five of `text`, as they are once the blanks are gone. */
function cutIn(text: string): SplitField | undefined {
  const found = words(text, indentOf(text), text.length, LIMIT);
  const wholes: string[] = [];
  const edits: Edit[] = [];
  let span: Span | undefined;
  let at = 0;
  for (let field = 0; field < 5; field++) {
    const whole = wholeAt(found, at);
    const next = whole?.next ?? at + 1;
    const [first, last] = [found[at], found[next - 1]];
    if (first === undefined || last === undefined || !(whole || FIELD.test(first.text))) return undefined;
    if (whole) {
      wholes.push(whole.text);
      span = { start: span?.start ?? first.span.start, end: last.span.end };
      for (let gap = at + 1; gap < next; gap++)
        edits.push({ span: { start: found[gap - 1]?.span.end ?? 0, end: found[gap]?.span.start ?? 0 }, text: '' });
    }
    at = next;
  }
  return span && { wholes, span, edits };
}

/** What stands behind five fields where the last is cut. */
const BEHIND_FIVE = /^[ \t]*(?:[^ \t]+[ \t]+){5}[-,]/;

/** A quick look whether some field may be cut. */
export function maySplitFields({ rest, text, type }: CrontabLine): boolean {
  if (type === 'broken') return /[-,/][ \t]|[ \t][-,/]/.test(text);
  return type === 'entry' && (rest === undefined ? BEHIND_FIVE.test(text) : /[-,]/.test(text.charAt(rest)));
}

/** The time fields of a line that blanks cut in pieces, where each of `dialects` takes the line without these; undefined for any other line. */
export function splitFieldsIn(line: CrontabLine, dialects: readonly string[]): SplitField | undefined {
  if (!maySplitFields(line) || line.shape === undefined || isTemplated(line.text)) return undefined;
  const cut = cutIn(line.text);
  return cut && isTakenWith(line, cut.edits, dialects) ? cut : undefined;
}
