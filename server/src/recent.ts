/** How many answers are kept: more than anybody has documents open. */
const MOST = 4096;

/** What `make` gives for a text, remembered for the texts that were asked for of late: each refresh asks the same of every open document. */
export class Recent<T extends object> {
  private readonly known = new Map<string, T>();

  constructor(private readonly make: (text: string) => T) {}

  of(text: string): T {
    const known = this.known.get(text);
    if (known !== undefined) return known;
    if (this.known.size >= MOST) this.known.clear();
    const made = this.make(text);
    this.known.set(text, made);
    return made;
  }

  /** What was given may be wrong now. */
  clear(): void {
    this.known.clear();
  }
}
