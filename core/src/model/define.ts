/** Seals a kind: closes over its line type, so that no caller needs a cast. */
import { checkerOf } from './check.js';
import type { Kind, KindSpec } from './kind.js';
import type { Line } from './line.js';
import { parser } from './parse.js';

export function defineKind<L extends Line>(spec: KindSpec<L>): Kind {
  const parse = parser(spec);
  const check = checkerOf(spec);
  return {
    ...spec,
    read(text, options) {
      const document = parse(text, options);
      const lineAt = (index: number): L => {
        const line = document.lines[index];
        if (line !== undefined) return line;
        // Behind the last line end a line begins that holds nothing yet.
        if (index === document.lines.length) return spec.parseLine('', document.lines.at(-1)?.carry ?? options.carry ?? '', options);
        throw new RangeError(`no line ${index}`);
      };
      return {
        document,
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
        agenda: (index, query) => spec.agenda?.(lineAt(index), query),
        week: (where, from) => spec.week?.(document, where, from),
        disable: (index, launch, context) => spec.disable(lineAt(index), launch, context),
        enable: (index, launch, context) => spec.enable(lineAt(index), launch, context),
      };
    },
  };
}
