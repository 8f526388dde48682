/** The server in a worker of a browser: messages come from, and go to, whoever started it. There is no disk: files are the client's to lend. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import type { Door } from './server.js';

export const door = (): Door => ({
  connection: createConnection(new BrowserMessageReader(globalThis as never), new BrowserMessageWriter(globalThis as never)),
  runtime: { pages: 'daemonlint-rule:/', zone: Intl.DateTimeFormat().resolvedOptions().timeZone, now: Date.now },
});
