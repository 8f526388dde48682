/** The client on Node: starts the server as a process of its own and talks to it over IPC. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, type Exports, start } from './extension.js';

let client: LanguageClient | undefined;

export async function activate(context: ExtensionContext): Promise<Exports> {
  const module = context.asAbsolutePath('dist/server.js');
  const options = clientOptions(context.extension.packageJSON);
  const started = new LanguageClient('daemonlint', 'daemonlint', { module, transport: TransportKind.ipc }, options);
  client = started;
  return start(context, started);
}

/** The editor waits for the server to leave. */
export async function deactivate(): Promise<void> {
  if (client?.isRunning()) await client.dispose();
}
