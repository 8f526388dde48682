/** The rules as tables: by the kind of file, the worst first. */
import { kinds, type RuleMeta, rules, severities } from '../core/src/index.js';

/** The worst first, else as the rules stand. */
const bySeverity = [...rules].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));

/** A row for each rule; `prefix` is left out of their names, `pages` is where their pages lie as seen from the reader. */
const table = (prefix: string, of: readonly RuleMeta[], pages: string): string[] => [
  '| rule | severity | what it finds |',
  '| --- | --- | --- |',
  ...of.map(({ id, severity, docs }) => `| [${id.slice(prefix.length)}](${pages}${id}.md) | ${severity} | ${docs.summary} |`),
];

/** Of each kind that has rules of its own, and at first of all kinds together. */
export interface RuleTable {
  /** Undefined for the rules over any kind. */
  readonly kind?: { readonly id: string; readonly title: string };
  readonly rows: readonly string[];
  readonly count: number;
}

/** `pages`: where the pages of the rules lie, with a slash at its end, as seen from the page that shows the tables. */
export function ruleTables(pages: string): readonly RuleTable[] {
  const shared = bySeverity.filter(({ id }) => !id.includes('/'));
  const own = kinds.flatMap(({ id, title }): RuleTable[] => {
    const of = bySeverity.filter((rule) => rule.id.startsWith(`${id}/`));
    return of.length === 0 ? [] : [{ kind: { id, title }, rows: table(`${id}/`, of, pages), count: of.length }];
  });
  return [{ rows: table('', shared, pages), count: shared.length }, ...own];
}

const severityLines = severities.flatMap((severity) => {
  const own = rules.filter((rule) => rule.severity === severity);
  return own.length === 0 ? [] : [`- **${severity}** (${own.length}): ${own.map(({ id }) => `[${id}](${id}.md)`).join(', ')}`];
});

/** docs/rules/README.md. */
export const rulesIndex = (): string =>
  [
    '# Rules',
    '',
    'Generated from the rules themselves by `npm run generate`: by the kind of file, the worst first, and once more by severity.',
    '',
    ...ruleTables('').flatMap(({ kind, rows }) =>
      kind === undefined
        ? ['## All kinds of file', '', ...rows, '']
        : [`## ${kind.title}`, '', `Their ids begin with \`${kind.id}/\`.`, '', ...rows, ''],
    ),
    '## By severity',
    '',
    ...severityLines,
    '',
  ].join('\n');
