/** What each command may be asked: the arguments once they are read. */
import type { Audience, PlanSystem } from '../../core/src/index.js';

export const formats = ['text', 'json', 'jsonl', 'sarif', 'github', 'gitlab', 'rdjson', 'checkstyle', 'junit', 'markdown', 'html'] as const;
export type FormatName = (typeof formats)[number];
export const listFormats = ['text', 'json'] as const;
export type ListFormat = (typeof listFormats)[number];
export const failLevels = ['error', 'warning', 'info', 'never'] as const;
export const compareFormats = ['text', 'markdown', 'json', 'html'] as const;
export const scheduleFormats = ['text', 'json', 'html'] as const;

export const reportFormats = ['html', 'markdown', 'json'] as const;

/** What the person says that files are. */
export interface WishOptions {
  readonly kind?: string;
  readonly form?: string;
  readonly dialect?: string;
  readonly stdinFilename?: string;
}

/** One report that is asked for; without a file it goes to standard output. */
export interface ReportWish {
  readonly format: FormatName;
  /** As it was written. */
  readonly file?: string;
}

export interface ProjectOptions extends WishOptions {
  /** A file of settings that counts instead of those that are found. */
  readonly config?: string;
}

/** `unsafe`: fixes as well that a person should look at. */
export const fixLevels = ['safe', 'unsafe'] as const;
export type FixLevel = (typeof fixLevels)[number];

export interface CheckOptions extends ProjectOptions {
  /** In the order in which they were asked for; one at most without a file, and none twice for the same file. */
  readonly format: readonly ReportWish[];
  readonly fix?: FixLevel;
  readonly diff?: FixLevel;
  readonly audience?: Audience;
  /** As it was written. */
  readonly root?: string;
  /** What is named and is no kind of file that we know is passed over. */
  readonly ignoreUnknown?: true;
  /** A file of findings that are put up with. */
  readonly baseline?: string;
  /** A commit, branch or tag. */
  readonly changedSince?: string;
  /** A unified diff, or `-`. */
  readonly changedIn?: string;
  readonly failOn: (typeof failLevels)[number];
}

export interface BaselineOptions extends ProjectOptions {
  readonly audience?: Audience;
  readonly output?: string;
}

export interface ParseOptions extends WishOptions {
  readonly bits?: true;
}

export interface CompareOptions extends ProjectOptions {
  readonly format: (typeof compareFormats)[number];
  /** IANA name. */
  readonly zone?: string;
  /** As it was written. */
  readonly from?: string;
  /** So many runs are told of a job. */
  readonly count: number;
  readonly exitCode?: true;
}

export interface ReportOptions {
  readonly format: (typeof reportFormats)[number];
  readonly dialect?: string;
  /** All below the folder is one host. */
  readonly one?: true;
}

export interface ScheduleOptions extends WishOptions {
  readonly format: (typeof scheduleFormats)[number];
  /** IANA name. */
  readonly zone?: string;
  /** As it was written. */
  readonly from?: string;
  /** 1 to 1000. */
  readonly count: number;
}

export interface PlanOptions {
  readonly for?: PlanSystem;
  readonly undo?: true;
}

export type Call =
  | { readonly type: 'check'; readonly paths: readonly string[]; readonly options: CheckOptions }
  | { readonly type: 'baseline'; readonly paths: readonly string[]; readonly options: BaselineOptions }
  | { readonly type: 'init' }
  | { readonly type: 'compare'; readonly before: string; readonly after: string; readonly options: CompareOptions }
  | { readonly type: 'parse'; readonly path: string; readonly options: ParseOptions }
  | { readonly type: 'schedule'; readonly words: readonly string[]; readonly options: ScheduleOptions }
  | { readonly type: 'plan'; readonly dir: string; readonly options: PlanOptions }
  | { readonly type: 'report'; readonly folder: string; readonly options: ReportOptions }
  | { readonly type: 'rules'; readonly format: ListFormat }
  | { readonly type: 'explain'; readonly name: string }
  /** Nothing is left to do: help was shown, or what is wrong was said. */
  | { readonly type: 'done'; readonly status: 0 | 2 };
