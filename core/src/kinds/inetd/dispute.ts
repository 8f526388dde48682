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
  /** What decided it, where that is little. */
  readonly gist?: Gist;
}

/** What a port number is to the dialects; `name` where there is none. */
export type Port = 'name' | 'zero' | 'port' | 'beyond';

/** What decides about a line, besides the dialects and its wait field: lines that agree in it are judged alike. */
export interface Gist {
  readonly socket: string;
  readonly protocol: string;
  readonly port: Port;
  /** By the dialects. */
  readonly judged: WeakMap<readonly Dialect[], Judged>;
}
