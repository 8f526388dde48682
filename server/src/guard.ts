/** A handler may fail; the session may not. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { isRecord } from './protocol.js';

/** ` of URI` for the document that `params` are about; empty where they name none. */
function ofWhat(params: unknown): string {
  if (!isRecord(params)) return '';
  const uri = isRecord(params.textDocument) ? params.textDocument.uri : params.uri;
  return typeof uri === 'string' ? ` of ${uri}` : '';
}

function complain({ console }: Pick<Connection, 'console'>, what: string, error: unknown): void {
  console.error(`${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
}

/** Wraps `work`: an error is logged with what was being done and to which document, and `fallback` is the answer, as it is to a request that was cancelled. */
export function guard<P, R>(connection: Pick<Connection, 'console'>, what: string, fallback: R, work: (params: P) => R | Promise<R>) {
  return async (params: P, token?: CancellationToken): Promise<R> => {
    if (token?.isCancellationRequested) return fallback;
    try {
      return await work(params);
    } catch (error) {
      complain(connection, `${what}${ofWhat(params)}`, error);
      return fallback;
    }
  };
}

/** Does `work`, which nobody waits for: a timer's, a notification's, a question to the client. Never rejects; an error is logged. */
export async function attempt(connection: Pick<Connection, 'console'>, what: string, work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    complain(connection, what, error);
  }
}
