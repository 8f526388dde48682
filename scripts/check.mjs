// `npm run check [-- NAME...]`: strict types, lint and format, generated files, import laws; all of them, or those named (core, types, style, pages, laws).
import { existsSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fail, root, run } from './prepare.mjs';

const sources = ['core', 'workspace', 'server', 'client', 'cli', 'test', 'scripts', 'build.mjs'].filter((name) =>
  existsSync(path.join(root, name)),
);

if (!existsSync(path.join(root, 'node_modules'))) fail('nothing is installed yet; `npm ci` does it, and so do `npm start` and `npm test`.');

const checks = {
  core: ['node_modules/typescript/bin/tsc', '-p', 'core'],
  types: ['node_modules/typescript/bin/tsc', '-p', '.'],
  scripts: ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.scripts.json'],
  style: ['node_modules/@biomejs/biome/bin/biome', 'check', '--max-diagnostics=none', '--error-on-warnings'],
  pages: ['--import', 'tsx', 'scripts/generate.ts', '--check'],
  laws: ['node_modules/dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', ...sources],
};

const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(checks);
const broken = names.filter((name) => {
  if (!(name in checks)) fail(`there is no check named ${name}; there are ${Object.keys(checks).join(', ')}.`);
  process.stdout.write(`== ${name}\n`);
  return run(checks[name]) !== 0;
});
if (broken.length > 0) fail(`the check of ${broken.join(', ')} failed.`);
