/** Seals a kind: closes over its line type, so that no caller needs a cast. */
import type { Span } from '../text/span.js';
import { checkerOf } from './check.js';
import type { Document } from './document.js';
import type { Kind, KindSpec, ParseOptions, Read } from './kind.js';
import type { Line } from './line.js';
import { memo } from './memo.js';
import { overruledIn } from './overrule.js';
import { parser } from './parse.js';

/** What `find` says of a Line, found out once: each thing that is said of the Line asks for it. */
function remembered<L extends Line>(find: (line: L) => readonly Span[]): (line: L) => readonly Span[] {
  const found = memo<L, readonly Span[]>();
  return (line) => found.get(line) ?? found.set(line, find(line));
}

export function defineKind<L extends Line>(given: KindSpec<L>): Kind {
  const spec: KindSpec<L> = given.secrets ? { ...given, secrets: remembered(given.secrets) } : given;
  const parse = parser(spec);
  const check = checkerOf(spec);

  function readOf(document: Document<L>, options: ParseOptions): Read {
    const lineAt = (index: number): L => {
      const line = document.lines[index];
      if (line !== undefined) return line;
      // Behind the last line end a line begins that holds nothing yet.
      if (index === document.lines.length) return spec.parseLine('', document.lines.at(-1)?.carry ?? options.carry ?? '', options);
      throw new RangeError(`no line ${index}`);
    };
    const read: Read = {
      document,
      overruled: (by) => {
        const settled = overruledIn(document, by);
        return settled === document ? read : readOf(settled, options);
      },
      check: (shared, context) => check(document, shared, context),
      about: (index, context, now, zone) => spec.aboutLine?.(lineAt(index), context, now, zone),
      proposals: (index, offset, context) => spec.proposals?.(lineAt(index), offset, context, document) ?? [],
      signature: (index, offset, context) => spec.signature?.(lineAt(index), offset, context),
      hints: (index, context, now) => spec.hints?.(lineAt(index), context, now) ?? [],
      columns: (index) => spec.columns?.(lineAt(index)),
      rows: (index) => spec.rows?.(lineAt(index)) ?? [],
      parts: (index) => spec.parts?.(lineAt(index)) ?? [],
      groups: (index) => spec.groups?.(lineAt(index)) ?? [],
      rewrites: (index, context) => spec.rewrites?.(document, index, context) ?? [],
      record: (index, options) => spec.record?.(lineAt(index), options),
      bits: (index, options) => spec.bits?.(lineAt(index), options),
      secrets: (index) => spec.secrets?.(lineAt(index)) ?? [],
      agenda: (index, query) => spec.agenda?.(lineAt(index), query),
      week: (where, from) => spec.week?.(document, where, from),
      disable: (index, launch, context) => spec.disable(lineAt(index), launch, context),
      enable: (index, launch, context) => spec.enable(lineAt(index), launch, context),
    };
    return read;
  }

  return {
    ...spec,
    read(text, options) {
      const parsed = parse(text, options);
      return readOf(spec.settle?.(parsed) ?? parsed, options);
    },
  };
}
