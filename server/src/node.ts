/** The server on Node: over stdio for any editor, over IPC for VS Code. */
import { Console } from 'node:console';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Connection, createConnection, ProposedFeatures, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { diskFiles } from '../../workspace/src/node.js';
import { encoded } from './encoding.js';
import type { Door } from './server.js';

// Editors start the server with --stdio or --node-ipc; without either, stdio is what a person means.
const way = process.argv.find((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument)) ?? '--stdio';

/** Over stdio, written as we write it. Given a writer, the library leaves to us when to end, and what becomes of what is printed. */
function overStdio(): Connection {
  const writer = new StreamMessageWriter(process.stdout, {
    contentTypeEncoder: { name: 'application/json', encode: async (message) => encoded(message) },
  });
  const connection = createConnection(ProposedFeatures.all, new StreamMessageReader(process.stdin), writer);
  let isShutDown = false;
  connection.onShutdown(() => {
    isShutDown = true;
  });
  for (const gone of ['end', 'close']) process.stdin.on(gone, () => process.exit(isShutDown ? 0 : 1));
  // What a library prints must not get among the messages.
  Object.assign(console, new Console(process.stderr));
  return connection;
}

export const door = (): Door => ({
  connection: way === '--stdio' ? overStdio() : createConnection(ProposedFeatures.all),
  runtime: {
    pages: `${pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href}/`,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: Date.now,
  },
  local: diskFiles,
});
