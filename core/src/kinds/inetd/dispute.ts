/** How dialects differ on an entry, as a value. */
import type { Dialect } from './dialects.js';
import type { Misreading, Refusal } from './refusal.js';

export type Refused = readonly (readonly [Dialect, Refusal])[];

/** How dialects differ on an entry. */
export interface Dispute {
  readonly refused: Refused;
  /** Those that take the line and misread its wait field. */
  readonly misread: readonly (readonly [Dialect, Misreading])[];
  /** Those that read it as it stands. */
  readonly taking: readonly Dialect[];
}

/** What `dialects` make of a line. */
export interface Judged {
  readonly dialects: readonly Dialect[];
  readonly dispute: Dispute;
}
