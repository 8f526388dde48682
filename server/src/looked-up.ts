/** Facts of the disk that are looked up when somebody asks: given at once as far as they are known. */
export class LookedUp<T> {
  private readonly known = new Map<string, T | undefined>();

  /** `inTurn` does work after all other work on the disk, and tells of a change where it says so. `isSame`: where it tells two values alike, the first one stays. */
  constructor(
    private readonly look: (path: string) => Promise<T | undefined>,
    private readonly inTurn: (work: () => Promise<boolean>) => Promise<void>,
    private readonly isSame: (one: T | undefined, other: T | undefined) => boolean = Object.is,
  ) {}

  /** What is known of `path`; who asks first is told when it turns out to be something. */
  of(path: string): T | undefined {
    if (!this.known.has(path)) {
      this.known.set(path, undefined);
      // What cannot be looked at stays unknown.
      void this.inTurn(async () => this.note(path, await this.look(path).catch(() => undefined)));
    }
    return this.known.get(path);
  }

  /** Takes `value` for what is known of `path` now; true when somebody was told something else. */
  note(path: string, value: T | undefined): boolean {
    const isKnown = this.known.has(path);
    if (isKnown && this.isSame(this.known.get(path), value)) return false;
    this.known.set(path, value);
    return isKnown;
  }

  /** True where somebody asked for it, or it was noted. */
  isKnown = (path: string): boolean => this.known.has(path);

  keys = (): readonly string[] => [...this.known.keys()];

  forget(path: string): void {
    this.known.delete(path);
  }
}
