// Bundles the doors into dist/ and the extension host's tests into out/, from one table.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

/**
 * How V8 runs the command line. It optimizes what runs often, and looks for garbage while the program runs, on threads that a short program waits for
 * and ends before either pays: so it does so later, and makes plain machine code at once. And what outlives a collection or two of young objects it
 * makes among the old ones from then on: of files that are read one after another some objects always do, and all that they refer to would be kept
 * until the next full collection.
 */
const v8Flags = [
  '--interrupt-budget=500000',
  '--always-sparkplug',
  '--incremental-marking-soft-trigger=90',
  '--incremental-marking-hard-trigger=95',
  '--no-allocation-site-pretenuring',
].join(' ');

/** Marks a finished program as executable, after each rebuild too. */
const executable = {
  name: 'executable',
  setup(builder) {
    builder.onEnd((result) => {
      if (result.errors.length === 0) chmodSync(builder.initialOptions.outfile, 0o755);
    });
  },
};

/** `text` in ASCII: a script that is reads faster and takes half the memory. esbuild writes strings so, but not expressions. */
const ascii = (text) => text.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** Ends the text in a mark of its own, by which compiled code is known to be of this very text, and compiles it. */
const compiled = {
  name: 'compiled',
  setup(builder) {
    builder.onEnd(({ errors, outputFiles }) => {
      if (errors.length > 0) return;
      for (const { path, contents, text, hash } of outputFiles)
        writeFileSync(path, path.endsWith('.js') ? `${ascii(text)}//${hash}` : contents);
      execFileSync(process.execPath, [`${root}scripts/compile.mjs`, v8Flags], { stdio: 'inherit' });
    });
  },
};

/** What Node runs as a script, and what a worker loads, cannot import; the modules are all in the bundle. */
const noImports = { supported: { 'dynamic-import': false } };

const asProgram = {
  banner: { js: '#!/usr/bin/env node' },
  define: { V8: JSON.stringify({ version: process.versions.v8, flags: v8Flags }) },
  plugins: [executable],
};

const asCompiled = { ...noImports, banner: { js: '(function (require) {' }, footer: { js: '})' }, plugins: [compiled], write: false };

/** Runs in Node and in workers: the entries of the languageclient and the languageserver for both are in it, and each is found by its condition alone. */
const anywhere = { ...noImports, conditions: ['node', 'browser'] };

/** @type {import('esbuild').BuildOptions} */
const inWorker = {
  ...noImports,
  platform: 'browser',
  alias: { 'node:assert/strict': './test/web/assert.cjs' },
  banner: { js: 'var process = { env: {} };' },
  define: { global: 'globalThis' },
};

/**
 * @typedef {{ entry: string; out: string; external?: string[]; how?: import('esbuild').BuildOptions; test?: boolean }} Bundle
 * @type {Bundle[]}
 */
const bundles = [
  { entry: 'client/src/main.ts', out: 'dist/client.js', external: ['vscode'], how: anywhere },
  { entry: 'server/src/main.ts', out: 'dist/server.js', how: anywhere },
  { entry: 'cli/src/start.ts', out: 'dist/cli.js', how: asProgram },
  { entry: 'cli/src/main.ts', out: 'dist/cli-main.js', how: asCompiled },
  { entry: 'test/e2e/index.ts', out: 'out/e2e/index.js', external: ['vscode', 'mocha'], test: true },
  { entry: 'test/web/index.ts', out: 'out/web/index.js', external: ['vscode'], test: true, how: inWorker },
];

/** @type {(bundle: Bundle) => import('esbuild').BuildOptions} */
const options = ({ entry, out, external = [], how = {} }) => ({
  absWorkingDir: root,
  entryPoints: [entry],
  outfile: `${root}${out}`,
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external,
  // jsonc-parser's "main" is UMD, whose inner requires cannot be bundled; "module" can.
  mainFields: ['module', 'main'],
  minify: production,
  sourcemap: production ? false : 'linked',
  logLevel: watch ? 'info' : 'warning',
  ...how,
});

const wanted = bundles.filter(({ entry, test }) => !test || (!production && existsSync(`${root}${entry}`)));
try {
  if (watch) for (const bundle of wanted) await (await context(options(bundle))).watch();
  else await Promise.all(wanted.map((bundle) => build(options(bundle))));
} catch {
  // esbuild has already printed what is wrong and where
  process.exitCode = 1;
}
