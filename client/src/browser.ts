/** The client in a browser: starts the server as a worker. */
import { type ExtensionContext, Uri } from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type LanguageClientOptions } from 'vscode-languageclient/browser';

/** As much of a browser's workers as is used. */
interface Ended {
  terminate(): void;
}
declare const Worker: new (address: string) => Ended;

export function newClient({ extensionUri }: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const address = Uri.joinPath(extensionUri, 'dist', 'server.js').toString(true);
  let worker: Ended | undefined;
  // A new one for each start: a worker does not leave when it is told goodbye, and one that hangs does not even hear that.
  const start = async () => {
    worker?.terminate();
    worker = new Worker(address);
    // The editor has put a function in the place of Worker, so that the library would not know it for one.
    return { reader: new BrowserMessageReader(worker as never), writer: new BrowserMessageWriter(worker as never) };
  };
  return new LanguageClient('daemonlint', 'daemonlint', start, options);
}
