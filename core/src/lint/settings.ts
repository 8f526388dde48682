/** What a person may set; frozen and passed by value. */
import type { Vocabulary } from '../model/context.js';
import type { Severity } from '../model/finding.js';
import type { Host } from '../model/host.js';

/** Who reads the findings: `auditor` wants to hear of dialects, too, that are not plausible for a file. */
export const audiences = ['regular', 'auditor'] as const;
export type Audience = (typeof audiences)[number];

/** Findings that a project does not want to hear of, and says why. Absent parts leave it open. */
export interface Ignored {
  /** True for the paths that are meant. */
  readonly covers: (path: string) => boolean;
  readonly rule?: string;
  /** A name of a daemon or service; aliases count. */
  readonly subject?: string;
  readonly reason?: string;
}

export interface Settings {
  /** Names of daemons and services that are meant to be on; aliases count. */
  readonly keep: readonly string[];
  /** By rule id. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  /** For files without comments, such as listings, above all. */
  readonly ignore?: readonly Ignored[];
  readonly audience: Audience;
  readonly offMark: '#' | '#<off># ';
  /** IANA name of the zone that the host keeps. */
  readonly zone: string;
  /** True where the project says which zone the host keeps; rules about changes of the clocks are silent else. */
  readonly zoneNamed?: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly host: Host;
}

class Zoned {
  readonly #ask: () => string;

  constructor(ask: () => string) {
    this.#ask = ask;
  }

  get zone(): string {
    return this.#ask();
  }
}

/**
 * `rest` with a zone that is asked for when somebody wants it: not every door knows it without asking the machine, and few rules want to know.
 * It is of a class, since V8 makes a hidden class for each object literal with a getter: it would keep all that the getter sees, a whole host,
 * until the next full collection.
 */
export const withZone = <T extends object>(rest: T, zone: () => string): T & Pick<Settings, 'zone'> => Object.assign(new Zoned(zone), rest);

export const defaultSettings: Settings = {
  keep: [],
  severity: {},
  audience: 'regular',
  offMark: '#',
  zone: 'UTC',
  now: 0,
  host: { root: '', files: [] },
};

/** False for a rule whose silence tells nothing: it is switched off, or says more to others than to who reads now. */
export const mayBeIdle = (
  rule: string,
  { severity, audience }: Pick<Settings, 'severity' | 'audience'>,
  { audited }: Pick<Vocabulary, 'audited'>,
): boolean => severity[rule] !== 'off' && (audience === 'auditor' || !audited.includes(rule));
