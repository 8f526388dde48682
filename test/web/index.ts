// What the worker runs: the suites of the extension host that need no disk and no program, by mocha's build for browsers.
import 'mocha/mocha.js';
import type { MochaOptions, Runner, Test } from 'mocha';
import { version } from 'vscode';
import { writeFixtures } from './fixtures.js';

/** As much of mocha's build for browsers as is used. */
declare const mocha: {
  setup(options: MochaOptions): void;
  run(done: (failures: number) => void): Runner;
};

const suites = [
  () => import('../e2e/activation.test.js'),
  () => import('../e2e/diagnostics.test.js'),
  () => import('../e2e/hover.test.js'),
  () => import('../e2e/inetd.test.js'),
  () => import('../e2e/crontab.test.js'),
  () => import('../e2e/hints.test.js'),
  () => import('../e2e/listing.test.js'),
  () => import('../e2e/writing.test.js'),
  () => import('../e2e/queue.test.js'),
  () => import('../e2e/documents.test.js'),
  () => import('../e2e/image.test.js'),
  () => import('../e2e/commands.test.js'),
  () => import('../e2e/week-map.test.js'),
  () => import('../e2e/host.test.js'),
  () => import('../e2e/virtual.test.js'),
  () => import('./where.test.js'),
];

/** Those that mocha brings want a document, which a worker has none of. */
class Reporter {
  constructor(runner: Runner) {
    let [passes, failures] = [0, 0];
    runner.on('pass', (test: Test) => {
      passes++;
      console.log(`  ok ${test.fullTitle()}`);
    });
    runner.on('fail', (test: Test, error: Error) => {
      failures++;
      console.error(`  failed: ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on('end', () => console.log(`test:web: ${passes} passed, ${failures} failed, in VS Code ${version} without a server`));
  }
}

/** Resolves when all tests pass and rejects otherwise. */
async function run(): Promise<void> {
  await writeFixtures();
  mocha.setup({ ui: 'bdd', reporter: Reporter as never, timeout: 30_000, forbidOnly: true });
  for (const load of suites) await load();
  const failures = await new Promise<number>((done) => mocha.run(done));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

// mocha's build takes this bundle's module.exports for its own: they are set last.
module.exports = { run };
