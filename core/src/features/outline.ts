/** The outline of a document: its entries as symbols, its comment blocks as folds. */
import { factById } from '../knowledge/index.js';
import type { Reading } from '../lint/lint.js';
import type { Line } from '../model/line.js';
import { brief } from '../text/brief.js';
import { lineStarts, placeOf } from '../text/lines.js';
import { type Span, shift } from '../text/span.js';

export interface OutlineEntry {
  readonly name: string;
  readonly detail: string;
  readonly state: 'on' | 'off' | 'commented' | 'setting';
  /** The whole line and the word to select; offsets into the text. */
  readonly span: Span;
  readonly selection: Span;
}

const isBlock = ({ text }: Line): boolean => lineStarts(text).length > 1;

/** One symbol per launch and per assignment, in the order of the text. */
export function symbolsOf({ document }: Reading): OutlineEntry[] {
  return document.lines.flatMap((line, index) => {
    const start = document.starts[index] ?? 0;
    const span = { start, end: start + line.text.trimEnd().length };
    const launches = line.launches.map(({ subject, fact, state }): OutlineEntry => {
      const known = fact === undefined ? undefined : factById(fact);
      const detail = [
        state === 'on' ? '' : state === 'off' ? 'off' : 'commented out',
        known && known.name !== subject.text ? known.name : '',
      ].filter(Boolean);
      return { name: brief(subject.text), detail: detail.join(', '), state, span, selection: shift(subject.span, start) };
    });
    const [name] = line.tokens;
    if (line.type === 'setting' && launches.length === 0 && name && name.text !== '')
      return [
        {
          name: brief(name.text),
          detail: isBlock(line) ? '' : brief(line.tokens.at(-1)?.text ?? ''),
          state: 'setting' as const,
          span,
          selection: shift(name.span, start),
        },
      ];
    return launches;
  });
}

/** 0-based physical lines, both included. */
export interface Fold {
  readonly first: number;
  readonly last: number;
  readonly type: 'comment' | 'region';
}

/** Blocks of two and more comment lines, and entries that span several physical lines. */
export function foldsOf({ document }: Reading): Fold[] {
  const starts = lineStarts(document.text);
  const physical = (index: number) => placeOf(starts, document.starts[index] ?? 0).line;
  const folds: Fold[] = [];
  let from = -1;
  for (let index = 0; index <= document.lines.length; index++) {
    const line = document.lines[index];
    const comment = line?.type === 'comment' || line?.type === 'commented';
    if (comment && from === -1) from = index;
    if (!comment && from !== -1) {
      const last = placeOf(starts, (document.starts[index] ?? document.text.length) - 1).line;
      if (last > physical(from)) folds.push({ first: physical(from), last, type: 'comment' });
      from = -1;
    }
    if (line && (line.type === 'entry' || line.type === 'setting') && isBlock(line))
      folds.push({ first: physical(index), last: physical(index) + lineStarts(line.text).length - 1, type: 'region' });
  }
  return folds;
}
