/** What client and server say to each other beyond LSP: names, shapes, and asking without throwing. */
import type { BaseLanguageClient } from 'vscode-languageclient';

export const methods = {
  read: 'daemonlint/files/read',
  list: 'daemonlint/files/list',
  stat: 'daemonlint/files/stat',
  status: 'daemonlint/status',
  choices: 'daemonlint/choices',
  choose: 'daemonlint/choose',
  rule: 'daemonlint/rule',
  rules: 'daemonlint/rules',
  weekMap: 'daemonlint/weekMap',
  plan: 'daemonlint/plan',
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
