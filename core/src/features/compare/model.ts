/** What became of a tree of configuration: services, jobs, settings and findings, before and after. */
import type { Reading } from '../../lint/lint.js';
import type { Silence } from '../../lint/suppress.js';
import type { Finding } from '../../model/finding.js';
import type { Host } from '../../model/host.js';
import type { Agenda } from '../../model/kind.js';
import type { HostPlace, HostService } from '../inventory.js';

/** A file of one side. */
export interface ComparedFile {
  /** As people are told of it: the same on both sides for what is the same file. */
  readonly path: string;
  /** Where its lines are to be found, if that is elsewhere. */
  readonly from?: string;
  /** In a directory of links, whose listing is read: the name of the link that an offset is about. */
  readonly linkAt?: (offset: number) => string | undefined;
  readonly reading: Reading;
}

export interface ComparedHost {
  /** Tells hosts of a side apart; '' where there is one. */
  readonly name: string;
  /** The name that its folder had before, where that was another one. */
  readonly was?: string;
  readonly host: Host;
  /** Names of what the project says is meant to be on. */
  readonly keep: readonly string[];
  readonly files: readonly ComparedFile[];
}

/** A job that the clock runs, or did before it was commented out. */
export interface Job {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly on: boolean;
  /** True for a comment that could be one: it is, where the other side runs the same command. */
  readonly isComment?: true;
  /** Whom it runs as: of the entry, or of the crontab's owner; absent where the path does not tell. */
  readonly user?: string;
  /** As people are told of it: its secrets are masked. The agenda has it as it is written. */
  readonly command: string;
  readonly agenda: Agenda;
  /** The variables that its file sets above it, which it runs with. */
  readonly variables: Sayings;
}

/** What two sides say of one thing; one that says nothing is absent. */
export interface Pair<T> {
  readonly before?: T;
  readonly after?: T;
}

/** `on`: it runs now and did not before; `off`: the other way round; `changed`: it runs on both sides, otherwise. */
export type Turn = 'on' | 'off' | 'changed';

/** One thing that is said otherwise of what runs on both sides. */
export interface Facet extends Pair<string> {
  readonly of: 'user' | 'reach' | 'runlevels' | 'program' | 'schedule' | 'command' | 'file' | 'setting';
  /** Of a setting. */
  readonly name?: string;
}

/** Where something is said, as people are told of it: as seen from the side, not from the root of its host. */
export interface Whereabouts {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** In a directory of links, which has no lines that anybody sees: the name of the link. */
  readonly link?: string;
}

/** What a file says of something, and what people are told of it. */
export interface Saying {
  readonly written: string;
  /** Without its secrets. */
  readonly told: string;
}

/** By their names. */
export type Sayings = ReadonlyMap<string, Saying>;

/** A place of a service: its own `file` and `place` are seen from the root of its host, `at` is what people are told. */
export interface SeenPlace extends HostPlace {
  readonly at: Whereabouts;
  /** What its entry says besides. */
  sayings(): Sayings;
  /** Its first line, without its secrets. */
  entry(): string;
}

/** A service of one side. */
export interface SeenService extends HostService {
  readonly places: readonly SeenPlace[];
}

export interface ServiceChange extends Pair<SeenService> {
  /** Where it is on: now, or before where it went off. */
  readonly where: readonly Whereabouts[];
  readonly turn: Turn;
  readonly facets: readonly Facet[];
}

export interface JobChange extends Pair<Job> {
  readonly turn: Turn;
  readonly facets: readonly Facet[];
}

/** A variable of a crontab and the like, which holds for the entries below it. */
export interface SettingChange extends Pair<string> {
  readonly file: string;
  readonly name: string;
}

/** A script in a folder that cron runs whole: only its name and its bits are looked at. */
export interface ScriptChange {
  readonly file: string;
  readonly turn: Turn;
}

/** A finding that one side has and the other has not. */
export interface FindingChange extends Whereabouts {
  readonly finding: Finding;
}

/** A finding of the new side that a comment or the settings put aside, and that the old side did not. */
export interface PutAside extends FindingChange {
  readonly silence: Silence;
}

export interface HostComparison {
  readonly name: string;
  /** The name of its folder before, where that was another one. */
  readonly was?: string;
  /** Files that have another name now, altered or not. */
  readonly renamed: readonly Required<Pair<string>>[];
  readonly services: readonly ServiceChange[];
  readonly jobs: readonly JobChange[];
  readonly settings: readonly SettingChange[];
  readonly scripts: readonly ScriptChange[];
  readonly appeared: readonly FindingChange[];
  /** What is put aside now is none of them. */
  readonly solved: readonly FindingChange[];
  readonly putAside: readonly PutAside[];
}

/** What to tell of runs. */
export interface ComparedRuns {
  /** Milliseconds since 1970; runs after it are told. */
  readonly from: number;
  readonly count: number;
}
