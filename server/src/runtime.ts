/** What differs between the places a server runs in. */
export interface Runtime {
  /** URI of the folder that holds the rules' pages, with a `/` at the end. */
  readonly pages: string;
  readonly zone: string;
  now(): number;
}
