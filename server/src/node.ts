/** The server on Node: over stdio for any editor, over IPC for VS Code. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { version } from '../../package.json';
import { diskFiles } from '../../workspace/src/node.js';
import { startServer } from './server.js';

// Editors start the server with --stdio or --node-ipc; without either, stdio is what a person means.
if (!process.argv.some((argument) => /^--(?:stdio|node-ipc|socket|pipe)\b/.test(argument))) process.argv.push('--stdio');

startServer(
  createConnection(ProposedFeatures.all),
  version,
  {
    pages: `${pathToFileURL(join(__dirname, '..', 'docs', 'rules')).href}/`,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: Date.now,
  },
  diskFiles,
);
