// `npm test [-- ARG...]`: installs, builds and runs all tests that need no editor; test files among the arguments stand in for all of them.
import process from 'node:process';
import { fail, prepare, run } from './prepare.mjs';

/** What the tools of the tests ask for; the programs themselves run on any Node from 20. */
function canTest() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || (major === 20 && minor >= 12);
}

if (!canTest()) fail(`the tests need Node 20.12 or later; this is ${process.versions.node}.`);
prepare();

const args = process.argv.slice(2);
const files = args.some((arg) => arg.endsWith('.ts')) ? [] : ['test/**/*.test.ts'];
process.exitCode = run(['node_modules/mocha/bin/mocha.js', ...args, ...files]) ?? 1;
