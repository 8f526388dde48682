// As much of the editor's tasks as the client uses.
import assert from 'node:assert/strict';

/** A task as it was made. */
export class TaskOfDesk {
  group: unknown;

  constructor(
    readonly definition: object,
    readonly scope: unknown,
    readonly name: string,
    readonly source: string,
    readonly execution: ProcessOfDesk,
    readonly matchers: string,
  ) {}
}

/** A program and its arguments: no shell reads them. */
export class ProcessOfDesk {
  constructor(
    readonly process: string,
    readonly args: readonly string[],
  ) {}
}

export interface Provider {
  provideTasks(): TaskOfDesk[];
  resolveTask(task: { definition: object; scope?: unknown }): TaskOfDesk;
}

/** The part of `vscode` that knows tasks; `take` gets the provider. */
export const tasksOf = (take: (provider: Provider) => void): object => ({
  tasks: {
    registerTaskProvider: (type: string, provider: Provider) => {
      assert.equal(type, 'daemonlint');
      take(provider);
      return { dispose: () => undefined };
    },
  },
  Task: TaskOfDesk,
  ProcessExecution: ProcessOfDesk,
  TaskScope: { Global: 1, Workspace: 2 },
  TaskGroup: { Test: 'test' },
});
