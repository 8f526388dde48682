/** What client and server say to each other beyond LSP: names, shapes, and asking without throwing. */
import type { BaseLanguageClient } from 'vscode-languageclient';

export const methods = {
  read: 'daemonlint/files/read',
  list: 'daemonlint/files/list',
  stat: 'daemonlint/files/stat',
  status: 'daemonlint/status',
  choices: 'daemonlint/choices',
  choose: 'daemonlint/choose',
  language: 'daemonlint/language',
  rule: 'daemonlint/rule',
  rules: 'daemonlint/rules',
  weekMap: 'daemonlint/weekMap',
  plan: 'daemonlint/plan',
  compare: 'daemonlint/compare',
  known: 'daemonlint/known',
  hosts: 'daemonlint/hosts',
  hostPage: 'daemonlint/hostPage',
  hostsChanged: 'daemonlint/hostsChanged',
} as const;

/** What the server takes an open document for; it says so whenever that may have changed. */
export interface Status {
  readonly uri: string;
  /** Id of the kind, such as `inetd`. */
  readonly kind: string;
  /** Empty for a kind of one form. */
  readonly form: string;
  /** Kind and form in words, such as `crontab (system)`. */
  readonly name: string;
  readonly dialects: readonly string[];
  /** Who decided, in words. */
  readonly because: string;
}

/** A place that turns a service on or off; line and column 0-based. */
export interface HostPlace {
  readonly label: string;
  readonly text: string;
  readonly state: 'on' | 'off' | 'commented';
  readonly uri: string;
  readonly line: number;
  readonly column: number;
}

export interface HostService {
  readonly name: string;
  readonly state: 'on' | 'off' | 'commented';
  readonly level?: 'warning' | 'info' | 'hint';
  readonly verdict?: string;
  readonly why?: string;
  /** Those that turn it off where it is on, and on where it is off. */
  readonly commands: readonly { readonly system: string; readonly text: string }[];
  readonly places: readonly HostPlace[];
}

export interface HostSummary {
  /** URI of its root. */
  readonly root: string;
  readonly name: string;
  readonly services: readonly HostService[];
}

/** What texts start otherwise than they did; lines of the new side, 0-based. */
export interface Comparison {
  readonly markdown: string;
  readonly files: readonly {
    readonly uri: string;
    readonly lines: readonly { readonly line: number; readonly turn: 'on' | 'off' | 'changed'; readonly text: string }[];
  }[];
}

/** Those of files that are judged, and those of links whose folders are. */
export interface Known {
  readonly files: readonly string[];
  readonly links: readonly string[];
}

export interface RuleSummary {
  readonly id: string;
  readonly summary: string;
}

/** The server's answer; undefined when it has none or cannot be reached, which the output channel then tells. */
export async function ask<T>(client: BaseLanguageClient, method: string, params: object = {}): Promise<T | undefined> {
  try {
    return (await client.sendRequest<T | null>(method, params)) ?? undefined;
  } catch (error) {
    client.error(`${method} was not answered`, error, false);
    return undefined;
  }
}
