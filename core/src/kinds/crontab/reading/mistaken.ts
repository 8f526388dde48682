/** Lines that are meant as assignments and that cron reads as entries: with `export` before them, or with quotes that it can't follow. */

import { withoutLineEnd } from '../../../text/lines.js';
import { endsInside, pieces } from '../../../text/shell/shell.js';
import type { Span } from '../../../text/span.js';
import { isTemplated } from '../../../text/template.js';
import type { CrontabLine } from '../model.js';
import { assignmentOf } from './assignment.js';

export interface Mistaken {
  /** What is wrong: a word of the shell before it, quotes, or nothing at all behind the equals sign. */
  readonly by: 'export' | 'quotes' | 'nothing';
  /** Relative to the Line. */
  readonly keyword?: Span;
  readonly name: string;
  /** From the name to the end of the line. */
  readonly span: Span;
  /** What stands behind the equals sign; absent where there is none. */
  readonly value?: Span;
}

const EXPORT = /^[ \t]*(export|declare[ \t]+-x|set|setenv|typeset[ \t]+-x)[ \t]+([A-Za-z_]\w*)(?:(=)|[ \t]*$)/;
const PLAIN = /^[ \t]*([A-Za-z_]\w*)[ \t]*=[ \t]*(?=["']|$)/;

/** True for the text of a line, without its line end, that is meant as an assignment if cron does not take it for one. */
export const looksAssigned = (text: string): boolean => (EXPORT.test(text) || PLAIN.test(text)) && !isTemplated(text);

/** What a broken line is meant to assign; undefined for any other line. */
export function mistakenIn(line: CrontabLine): Mistaken | undefined {
  if (line.type !== 'broken' || isTemplated(line.text)) return undefined;
  const text = withoutLineEnd(line.text);
  const end = text.trimEnd().length;
  const exported = EXPORT.exec(text);
  if (exported) {
    const [whole, word = '', name = '', equals] = exported;
    const start = whole.indexOf(word);
    const from = equals ? whole.length - 1 - name.length : text.indexOf(name, start + word.length);
    return {
      by: 'export',
      name,
      keyword: { start, end: from },
      span: { start: from, end },
      ...(equals && { value: { start: whole.length, end: Math.max(end, whole.length) } }),
    };
  }
  const plain = PLAIN.exec(text);
  if (plain === null) return undefined;
  const [whole, name = ''] = plain;
  const value = { start: Math.min(whole.length, end), end };
  return { by: value.start === end ? 'nothing' : 'quotes', name, span: { start: text.indexOf(name), end }, value };
}

/** `value` in the quotes that cron needs to take it as it stands; undefined where no quotes will do. */
function quoted(value: string): string | undefined {
  if (value !== '' && value.trim() === value && !/^["']/.test(value)) return value;
  const quote = ['"', "'"].find((mark) => !value.includes(mark));
  return quote && quote + value + quote;
}

export interface Repair {
  /** The value as cron reads it right. */
  readonly value: string;
  /** A comment that stood behind it. */
  readonly comment?: string;
}

/** Longer values are not rewritten. */
const LONG = 10_000;

/** `raw`, a value as the shell would read it, written so that cron takes the same; undefined where that is not to be known. */
export function repaired(raw: string): Repair | undefined {
  if (raw.length > LONG) return undefined;
  if (endsInside(raw, 0, raw.length)) {
    const [mark = ''] = raw;
    const isOpen = /["']/.test(mark) && !raw.includes(mark, 1);
    return isOpen ? { value: raw + mark } : undefined;
  }
  const [first, ...more] = pieces(raw, 0, raw.length);
  const word = first?.words[0];
  if (word === undefined) return raw.trim() === '' ? { value: '""' } : undefined;
  if (more.length > 0 || (first?.words.length ?? 0) + (first?.redirections.length ?? 0) > 1 || word.span.start > 0) return undefined;
  const behind = raw.slice(word.span.end).trim();
  if (behind !== '' && !behind.startsWith('#') && behind !== ';') return undefined;
  const isRead = assignmentOf(`A=${word.text}`, 0, false) !== undefined && /^(?:[^"']*|"[^"]*"|'[^']*')$/.test(word.text);
  const value = isRead ? word.text : word.text.includes('\\') ? undefined : quoted(word.text.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'));
  return value === undefined ? undefined : { value, ...(behind.startsWith('#') && { comment: behind }) };
}
