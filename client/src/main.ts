/** The extension, wherever it runs: one bundle for Node and for browsers. */
import type { ExtensionContext } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { clientOptions, type Exports, start } from './extension.js';

/** Only workers load scripts this way, and in a browser extensions run in one. */
const isWorker = 'importScripts' in globalThis;

let client: BaseLanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<Exports> {
  const { newClient } = await (isWorker ? import('./browser.js') : import('./node.js'));
  const started = newClient(context, clientOptions(context.extension.packageJSON));
  client = started;
  return start(context, started);
}

/** The editor waits for the server to leave. */
export async function deactivate(): Promise<void> {
  if (client?.isRunning()) await client.dispose();
}
