/** The program `daemonlint`: arguments in, exit code out. */
import process from 'node:process';
import { meaningOf } from '../../workspace/src/node.js';
import { nodeArguments, nodeIo } from './node-io.js';
import { run } from './run.js';

const io = nodeIo();

/** True where more is written than standard output: a report into a file, or the summary of a CI's job. */
const hasOtherReaders = (): boolean =>
  nodeArguments().some((argument) => /^(?:--format=)?[a-z]+=./.test(argument)) || Boolean(io.env.GITHUB_STEP_SUMMARY);

let isCutOff = false;

/** A reader that has gone away, as `head` does, wants no complaint; what it did not take was not delivered, hence the 2. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (!isCutOff && error.code !== 'EPIPE')
    io.stderr(`daemonlint: standard output cannot be written: ${meaningOf(error.code ?? '') ?? error.code ?? error.message}\n`);
  isCutOff = true;
  if (!hasOtherReaders()) process.exit(2);
});

void run(nodeArguments(), io).then((status) => {
  process.exitCode = isCutOff ? 2 : status;
});
