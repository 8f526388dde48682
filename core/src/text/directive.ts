/** Comments that speak to daemonlint: `# daemonlint: …` on a line of their own, in column 1. */
import type { Span } from './span.js';
import { words } from './words.js';

export type Directive =
  | { readonly type: 'set'; readonly key: string; readonly value: string; readonly span: Span }
  | { readonly type: 'keep'; readonly names: readonly string[]; readonly span: Span }
  | {
      readonly type: 'ignore';
      readonly scope: 'line' | 'file';
      readonly rules: readonly string[];
      readonly reason: string;
      readonly span: Span;
    }
  | { readonly type: 'unknown'; readonly text: string; readonly span: Span };

const LEAD = /^#[ \t]*daemonlint:[ \t]*/;

/** True when `line` speaks to daemonlint, whatever it says; such a line is never a commented-out entry. */
export const isDirective = (line: string): boolean => LEAD.test(line);

/** What a line says to daemonlint. Spans are relative to the line. */
export function directivesOf(line: string): Directive[] {
  const lead = LEAD.exec(line);
  if (!lead) return [];
  const end = line.trimEnd().length;
  const said = line.slice(lead[0].length, end);
  const span = { start: lead[0].length, end: Math.max(end, lead[0].length) };
  const keep = /^keep[ \t]+(.+)$/.exec(said);
  if (keep) return [{ type: 'keep', names: (keep[1] ?? '').split(/[\s,]+/).filter(Boolean), span }];
  const ignore = /^ignore(-file)?\[([^\]]*)\](?:[ \t]*:[ \t]*(.*))?$/.exec(said);
  if (ignore) {
    const rules = (ignore[2] ?? '').split(/[\s,]+/).filter(Boolean);
    return [{ type: 'ignore', scope: ignore[1] ? 'file' : 'line', rules, reason: ignore[3] ?? '', span }];
  }
  const settings = words(line, span.start, span.end);
  if (settings.length > 0 && settings.every((word) => /^[a-z]+=\S+$/.test(word.text)))
    return settings.map((word) => {
      const equals = word.text.indexOf('=');
      return { type: 'set', key: word.text.slice(0, equals), value: word.text.slice(equals + 1), span: word.span };
    });
  return [{ type: 'unknown', text: said, span }];
}
