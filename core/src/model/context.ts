/** What a check may know besides the text. Never read from the machine: doors hand it in. */
import type { Host } from './host.js';

export interface Context {
  /** Path as far as known, with `/`; empty for unnamed input. */
  readonly path: string;
  readonly kind: string;
  readonly form: string;
  /** Dialects in question: one when named, several when the path leaves it open. */
  readonly dialects: readonly string[];
  /** IANA name of the zone that the host keeps. */
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What disabling an inetd entry puts before it. */
  readonly offMark: string;
  readonly host: Host;
}
