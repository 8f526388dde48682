/** A handler may fail; the session may not. */
import type { CancellationToken, Connection } from 'vscode-languageserver';

/** Wraps `work`: an error is logged with what was being done, and `fallback` is the answer, as it is to a request that was cancelled. */
export function guard<P, R>(connection: Connection, what: string, fallback: R, work: (params: P) => R | Promise<R>) {
  return async (params: P, token?: CancellationToken): Promise<R> => {
    if (token?.isCancellationRequested) return fallback;
    try {
      return await work(params);
    } catch (error) {
      connection.console.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
      return fallback;
    }
  };
}
