/** The client in a browser: starts the server as a worker. */
import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';

/** As much of a worker as is known before a browser is there. */
declare const Worker: new (address: string) => object;

export function newClient({ extensionUri }: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const worker = new Worker(Uri.joinPath(extensionUri, 'dist', 'server.js').toString(true));
  return new LanguageClient('daemonlint', 'daemonlint', worker, options);
}
