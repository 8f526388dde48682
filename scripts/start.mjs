// `npm start [-- PATH...]`: installs, builds and reviews samples/, or the paths as seen from where the command was called; options go on to `daemonlint check` (write --name=value).
import path from 'node:path';
import process from 'node:process';
import { calledFrom, fail, prepare, root, run } from './prepare.mjs';

prepare();

const args = process.argv.slice(2);
const named = args.some((arg) => arg === '-' || !arg.startsWith('-'));
const check = [path.join(root, 'dist/cli.js'), 'check', '--fail-on', 'never', ...args];
const status = named ? run(check, { cwd: calledFrom }) : run([...check, 'samples/']);

// 2 means a path that cannot be read or an unknown option: the review has said so itself, and all else was reviewed.
if (status !== 0 && status !== 2) fail('the review broke off; the messages above say where.');
