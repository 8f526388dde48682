/** Work on documents that waits until their keys have been quiet: of what is asked for one of them meanwhile, the last counts. */
import { attempt } from './guard.js';
import type { Session } from './session.js';

export class Later {
  private readonly waiting = new Map<string, ReturnType<typeof setTimeout>>();

  /** What goes wrong in `work` is told in the log, and is no end of the server. */
  constructor(
    private readonly connection: Session['connection'],
    private readonly work: (uri: string) => void | Promise<void>,
  ) {}

  /** Has it done `wait` milliseconds from now. */
  soon(uri: string, wait: number): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.set(
      uri,
      setTimeout(() => {
        this.waiting.delete(uri);
        void attempt(this.connection, `reading ${uri}`, () => this.work(uri));
      }, wait),
    );
  }

  isWaiting(uri: string): boolean {
    return this.waiting.has(uri);
  }

  cancel(uri: string): void {
    clearTimeout(this.waiting.get(uri));
    this.waiting.delete(uri);
  }
}
