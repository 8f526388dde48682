/** The client on Node: starts the server as a process of its own and talks to it over IPC. */
import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';

export function newClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const module = context.asAbsolutePath('dist/server.js');
  return new LanguageClient('daemonlint', 'daemonlint', { module, transport: TransportKind.ipc }, options);
}
