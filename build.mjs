// Bundles the doors into dist/ and the extension host's tests into out/, from one table.
import { chmodSync, existsSync } from 'node:fs';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { build, context } from 'esbuild';

const root = fileURLToPath(new URL('.', import.meta.url));
const production = process.argv.includes('--production');
const watch = process.argv.includes('--watch');

const bundles = [
  { entry: 'client/src/node.ts', out: 'dist/client.js', external: ['vscode'] },
  { entry: 'server/src/node.ts', out: 'dist/server.js', external: [] },
  { entry: 'cli/src/main.ts', out: 'dist/cli.js', external: [], program: true },
  { entry: 'test/e2e/index.ts', out: 'out/e2e/index.js', external: ['vscode', 'mocha'], test: true },
];

/** Marks a finished program as executable, after each rebuild too. */
const executable = {
  name: 'executable',
  setup(builder) {
    builder.onEnd((result) => {
      if (result.errors.length === 0) chmodSync(builder.initialOptions.outfile, 0o755);
    });
  },
};

function options({ entry, out, external, program }) {
  return {
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
    banner: program ? { js: '#!/usr/bin/env node' } : {},
    plugins: program ? [executable] : [],
    minify: production,
    sourcemap: production ? false : 'linked',
    logLevel: watch ? 'info' : 'warning',
  };
}

const wanted = bundles.filter(({ entry, test }) => !test || (!production && existsSync(`${root}${entry}`)));
try {
  if (watch) for (const bundle of wanted) await (await context(options(bundle))).watch();
  else await Promise.all(wanted.map((bundle) => build(options(bundle))));
} catch {
  // esbuild has already printed what is wrong and where
  process.exitCode = 1;
}
