/** The program `daemonlint`: arguments in, exit code out. */
import process from 'node:process';
import { nodeArguments, nodeIo } from './node-io.js';
import { run } from './run.js';

const io = nodeIo();

/** A reader that has gone away, as `head` does, wants no complaint; what it did not take was not delivered, hence the 2. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') io.stderr(`daemonlint: standard output cannot be written: ${error.code ?? error.message}\n`);
  process.exit(2);
});

void run(nodeArguments(), io).then((status) => {
  process.exitCode = status;
});
