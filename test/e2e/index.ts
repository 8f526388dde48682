// What the extension host runs: every suite of this folder by mocha, and a record of how it went for whoever started the editor.
import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';
import { version } from 'vscode';

const suites = [
  () => import('./activation.test.js'),
  () => import('./diagnostics.test.js'),
  () => import('./hover.test.js'),
  () => import('./inetd.test.js'),
  () => import('./crontab.test.js'),
  () => import('./crontab-e.test.js'),
  () => import('./hints.test.js'),
  () => import('./listing.test.js'),
  () => import('./writing.test.js'),
  () => import('./queue.test.js'),
  () => import('./documents.test.js'),
  () => import('./image.test.js'),
  () => import('./commands.test.js'),
  () => import('./week-map.test.js'),
  () => import('./host.test.js'),
  () => import('./compare.test.js'),
  () => import('./virtual.test.js'),
  () => import('./tasks.test.js'),
];

/** Resolves when all tests pass and rejects otherwise; writes `{passes, failures, pending, version}` to the file that DAEMONLINT_E2E_RESULT names. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', color: false, timeout: 30_000, reporter: 'spec', forbidOnly: true });
  // The suites are part of this bundle, so mocha can't load them as files: give them its words, then let them speak.
  mocha.suite.emit('pre-require', globalThis, '', mocha);
  for (const load of suites) await load();
  const totals = { passes: 0, failures: 0, pending: 0, version };
  await new Promise<void>((done) => {
    const runner = mocha.run(() => done());
    runner.on('pass', () => totals.passes++);
    runner.on('fail', () => totals.failures++);
    runner.on('pending', () => totals.pending++);
  });
  const record = process.env.DAEMONLINT_E2E_RESULT;
  if (record) writeFileSync(record, JSON.stringify(totals));
  if (totals.failures > 0) throw new Error(`${totals.failures} tests failed`);
}
