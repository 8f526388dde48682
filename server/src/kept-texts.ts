/** Texts of files that are judged although no editor shows them to the server, by path. */
export interface Kept {
  readonly text: string;
  /** Grows when the text changes. */
  readonly version: number;
}

export class KeptTexts {
  private readonly texts = new Map<string, Kept>();

  /** Takes what the file at `path` says now; true when it said something else. */
  put(path: string, text: string): boolean {
    const before = this.texts.get(path);
    if (before?.text === text) return false;
    this.texts.set(path, { text, version: (before?.version ?? 0) + 1 });
    return true;
  }

  get = (path: string): Kept | undefined => this.texts.get(path);

  remove = (path: string): boolean => this.texts.delete(path);

  [Symbol.iterator] = (): Iterator<readonly [path: string, kept: Kept]> => this.texts.entries();
}
