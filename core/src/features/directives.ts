/** What may be written in comments to daemonlint. */
import { facts } from '../knowledge/index.js';
import type { Reading } from '../lint/lint.js';
import type { Proposal } from '../model/editing.js';
import type { Span } from '../text/span.js';

/** A comment that is one to daemonlint, or whose beginning could become one. */
const BEGINNING = /^#[ \t]*(?:d[a-z]*:?)?$/;
const LEAD = /^#[ \t]*daemonlint:[ \t]*/;

/** What a directive does, by how it is written. */
const WAYS: readonly (readonly [text: string, about: string])[] = [
  ['keep ', 'A daemon or service that is meant to be on: nothing is said about it.'],
  ['ignore[', 'Rules that say nothing about the next line: `ignore[rule]: reason`.'],
  ['ignore-file[', 'Rules that say nothing in this file: `ignore-file[rule]: reason`.'],
  ['form=', 'The form of the file, such as a crontab with or without a user column.'],
  ['dialect=', 'The program that reads the file: its rules hold.'],
  ['kind=', 'What the file is.'],
];

type Named = readonly (readonly [name: string, detail?: string])[];

/** Names that may follow what is `said` so far, without the last word of it. */
function namesFor(said: string, { kind, context }: Reading): Named {
  const { kinds, rules } = context.vocabulary;
  const plain = (names: readonly string[], detail: string): Named => names.map((name) => [name, detail]);
  if (/^keep[ \t]/.test(said)) return facts.map(({ id, what }) => [id, what.text]);
  if (/^ignore(?:-file)?\[[^\]]*$/.test(said)) {
    const mine = rules.filter((rule) => !rule.includes('/') || rule.startsWith(`${kind.id}/`));
    return plain(mine, 'rule');
  }
  const key = /(?:^|[ \t])(kind|form|dialect)=$/.exec(said)?.[1];
  if (key === 'kind') return plain(kinds, 'kind of file');
  if (key === 'form') return plain(kind.forms, `form of ${kind.title}`);
  if (key === 'dialect') return plain(kind.dialects, `reader of ${kind.title}`);
  return said === '' || /^(?:[a-z]+=\S+[ \t]+)+$/.test(said)
    ? WAYS.filter(([text]) => said === '' || text.endsWith('=')).map(([text, about]) => [text, about])
    : [];
}

const proposal = (label: string, detail: string | undefined, span: Span): Proposal => ({
  label: label.trim(),
  insert: label,
  ...(detail && { detail }),
  span,
  role: 'comment',
});

/**
 * Proposals for the comment `text`, a line without its end, at `offset` of it; spans are relative to it. Empty inside other comments;
 * undefined where the line is no comment.
 */
export function directiveProposals(text: string, offset: number, reading: Reading): readonly Proposal[] | undefined {
  if (!text.startsWith('#') || offset === 0) return undefined;
  const before = text.slice(0, offset);
  const begin = /^#[ \t]*/.exec(text)?.[0].length ?? 1;
  if (BEGINNING.test(before) && !LEAD.test(text)) {
    const rest = text.slice(offset).trim() === '';
    return rest ? WAYS.map(([way, about]) => proposal(`daemonlint: ${way}`, about, { start: Math.min(begin, offset), end: offset })) : [];
  }
  const lead = LEAD.exec(before)?.[0].length;
  if (lead === undefined) return [];
  const typed = /[\w./:+-]*$/.exec(before.slice(lead))?.[0] ?? '';
  const said = before.slice(lead, offset - typed.length);
  const rest = /^[\w./:+-]*/.exec(text.slice(offset))?.[0] ?? '';
  const span = { start: offset - typed.length, end: offset + rest.length };
  return namesFor(said, reading).map(([name, detail]) => proposal(name, detail, span));
}
