/** What others hear of an open document once its keys have been quiet: the other files of its host, and the client's status item. */
import { statusOf } from './handlers/own.js';
import { Later } from './later.js';
import type { Session } from './session.js';

/** In milliseconds. */
const QUIET = 300;

export class Quiet {
  /** The client shows what a document is taken for. */
  tellsStatus = false;
  private readonly later: Later;
  /** The status that was told last, as JSON; empty for none. */
  private readonly told = new Map<string, string>();

  constructor(private readonly session: Session) {
    this.later = new Later(session.connection, (uri) => this.tell(uri));
  }

  /** `uri` was opened or changed. */
  changed(uri: string): void {
    this.later.soon(uri, this.told.has(uri) ? QUIET : 0);
  }

  /** Something changed that all depend on: each document is read anew. */
  refresh(): void {
    for (const uri of this.session.documents.keys()) this.later.soon(uri, 0);
  }

  /** The client forgot what it was told: it does when settings change. */
  forgotten(): void {
    for (const uri of this.told.keys()) this.told.set(uri, '');
  }

  closed(uri: string): void {
    this.later.cancel(uri);
    this.told.delete(uri);
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
