/** What others hear of an open document once its keys have been quiet: the other files of its host, and the client's status item. */
import { attempt } from './guard.js';
import { statusOf } from './handlers/own.js';
import type { Session } from './session.js';

/** In milliseconds. */
const QUIET = 300;

export class Quiet {
  /** The client shows what a document is taken for. */
  tellsStatus = false;
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** The status that was told last, as JSON; empty for none. */
  private readonly told = new Map<string, string>();

  constructor(private readonly session: Session) {}

  /** `uri` was opened or changed. */
  changed(uri: string): void {
    this.soon(uri, this.told.has(uri) ? QUIET : 0);
  }

  /** Something changed that all depend on: each document is read anew. */
  refresh(): void {
    for (const uri of this.session.documents.keys()) this.soon(uri, 0);
  }

  /** The client forgot what it was told: it does when settings change. */
  forgotten(): void {
    for (const uri of this.told.keys()) this.told.set(uri, '');
  }

  closed(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
    this.told.delete(uri);
  }

  private soon(uri: string, wait: number): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.set(
      uri,
      setTimeout(() => {
        this.waiting.delete(uri);
        void attempt(this.session.connection, `reading ${uri}`, () => this.tell(uri));
      }, wait),
    );
  }

  private tell(uri: string): void {
    const { session } = this;
    session.settle(uri);
    const status = this.tellsStatus ? statusOf(session, uri) : undefined;
    const now = status === undefined ? '' : JSON.stringify(status);
    if (status !== undefined && now !== this.told.get(uri)) void session.connection.sendNotification('daemonlint/status', status);
    this.told.set(uri, now);
  }
}
