/** Work on the disk, one thing after another: what was read later is what stays. */
export class Turns {
  private last: Promise<void> = Promise.resolve();
  isOver = false;

  /** `changed` follows each work that says that something is another now. */
  constructor(private readonly changed: () => void) {}

  /** Does `work` after all that was asked for before; rejects where it fails. */
  take(work: () => Promise<boolean>): Promise<void> {
    const done = this.last.then(async () => {
      if (!this.isOver && (await work())) this.changed();
    });
    this.last = done.catch(() => undefined);
    return done;
  }

  /** Once all that was asked for by now is done. */
  done = (): Promise<void> => this.last;

  /** Nothing that waits is done any more. */
  end(): void {
    this.isOver = true;
  }
}
