/** Writes what is generated from the tables: a page for each rule, their index, the page on dialects, the tables of README.md, and what package.json and the schema say of the kinds. `--check` writes nothing and fails when a file is stale. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { dialectsPage, kinds, rulePage, rules } from '../core/src/index.js';
import { hooksFile } from './hooks.js';
import { manifests } from './manifest.js';
import { readmeOf } from './readme.js';
import { rulesIndex } from './rule-tables.js';

const pages = 'docs/rules';

const wanted = new Map<string, string>([
  [`${pages}/README.md`, rulesIndex()],
  ['README.md', readmeOf(readFileSync('README.md', 'utf8'))],
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
