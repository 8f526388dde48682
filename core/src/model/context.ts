/** What a check may know besides the text. Never read from the machine: doors hand it in. */
import type { Host } from './host.js';

/** The names that comments to daemonlint may use. */
export interface Vocabulary {
  readonly kinds: readonly string[];
  readonly forms: readonly string[];
  readonly dialects: readonly string[];
  readonly rules: readonly string[];
  /** From the names that rules had before to those that they have. */
  readonly renamed: Readonly<Record<string, string>>;
  /** Rules that say more to auditors than to others. */
  readonly audited: readonly string[];
}

export interface Context {
  /** Path as far as known, with `/`, where the daemon has the file; empty for unnamed input. */
  readonly path: string;
  /** Where the file lies for whoever edits it, and for its host; absent where that is the same. */
  readonly file?: string;
  /** The permission bits of the file, as `stat` has them (07777 at most); absent where nobody knows. */
  readonly mode?: number;
  readonly kind: string;
  readonly form: string;
  /** Dialects in question: one when named, several when the path leaves it open. */
  readonly dialects: readonly string[];
  /** Those that are not in question and speak all the same, as hints: for auditors, where nobody named the one. */
  readonly audited: readonly string[];
  /** IANA name of the zone that the host keeps. */
  readonly zone: string;
  /** True where somebody said that this is the zone; it may be that of the machine else. */
  readonly zoneNamed?: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What disabling an inetd entry puts before it. */
  readonly offMark: string;
  readonly host: Host;
  readonly vocabulary: Vocabulary;
}
