/** Writes what is generated from the tables: a page for each rule, their index, the page on dialects, and what package.json and the schema say of the kinds. `--check` writes nothing and fails when a file is stale. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dialectsPage, kinds, type RuleMeta, rulePage, rules, severities } from '../core/src/index.js';
import { hooksFile } from './hooks.js';
import { manifests } from './manifest.js';

const pages = 'docs/rules';

/** The worst first, else as the rules stand. */
const bySeverity = [...rules].sort((a, b) => severities.indexOf(a.severity) - severities.indexOf(b.severity));

const table = (prefix: string, of: readonly RuleMeta[]): string[] => [
  '| rule | severity | what it finds |',
  '| --- | --- | --- |',
  ...of.map(({ id, severity, docs }) => `| [${id.slice(prefix.length)}](${id}.md) | ${severity} | ${docs.summary} |`),
  '',
];

const kindTables = kinds.flatMap(({ id, title }) => {
  const own = bySeverity.filter((rule) => rule.id.startsWith(`${id}/`));
  return own.length === 0 ? [] : [`## ${title}`, '', `Their ids begin with \`${id}/\`.`, '', ...table(`${id}/`, own)];
});

const severityLines = severities.flatMap((severity) => {
  const own = rules.filter((rule) => rule.severity === severity);
  return own.length === 0 ? [] : [`- **${severity}** (${own.length}): ${own.map(({ id }) => `[${id}](${id}.md)`).join(', ')}`];
});

const index = [
  '# Rules',
  '',
  'Generated from the rules themselves by `npm run generate`: by the kind of file, the worst first, and once more by severity.',
  '',
  '## All kinds of file',
  '',
  ...table(
    '',
    bySeverity.filter(({ id }) => !id.includes('/')),
  ),
  ...kindTables,
  '## By severity',
  '',
  ...severityLines,
  '',
].join('\n');

const wanted = new Map<string, string>([
  [`${pages}/README.md`, index],
  ['docs/dialects.md', dialectsPage(kinds)],
  ['.pre-commit-hooks.yaml', hooksFile()],
  ...manifests((path) => readFileSync(path, 'utf8')),
  ...rules.map((rule): [string, string] => [`${pages}/${rule.id}.md`, `${rulePage(rule)}\n`]),
]);

const existing = existsSync(pages)
  ? readdirSync(pages, { recursive: true, withFileTypes: true }).flatMap((entry) =>
      entry.isFile() ? [join(entry.parentPath, entry.name)] : [],
    )
  : [];
const stale = [
  ...[...wanted].filter(([path, text]) => !existsSync(path) || readFileSync(path, 'utf8') !== text).map(([path]) => path),
  ...existing.filter((path) => !wanted.has(path)),
];

if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`${path} is stale: run npm run generate`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else {
  for (const path of stale) {
    const text = wanted.get(path);
    if (text === undefined) rmSync(path);
    else {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    }
  }
}
