/** Tasks of the type `daemonlint`: the review of a whole folder by the command line, whose findings the matcher `$daemonlint` brings into the Problems panel. */
import { type Disposable, ProcessExecution, Task, TaskGroup, TaskScope, tasks, type WorkspaceFolder, workspace } from 'vscode';

const TYPE = 'daemonlint';

/** As package.json describes it. */
interface Definition {
  readonly type: string;
  readonly paths?: readonly string[];
  readonly args?: readonly string[];
  readonly program?: string;
}

/** The person's own definition must be given back as it is: by it the editor knows a task. */
function taskOf(definition: Definition, scope: WorkspaceFolder | TaskScope.Workspace): Task {
  const { program = 'daemonlint', paths = ['.'], args = [] } = definition;
  const execution = new ProcessExecution(program, ['check', ...args, '--', ...paths]);
  const task = new Task(definition, scope, 'check', TYPE, execution, '$daemonlint');
  task.group = TaskGroup.Test;
  return task;
}

/** Offers a review of each folder that is open, and carries out what tasks.json asks for. */
export const taskProvider = (): Disposable =>
  tasks.registerTaskProvider(TYPE, {
    provideTasks: () => (workspace.workspaceFolders ?? []).map((folder) => taskOf({ type: TYPE }, folder)),
    resolveTask: ({ definition, scope }) =>
      taskOf(definition, scope === undefined || scope === TaskScope.Global || scope === TaskScope.Workspace ? TaskScope.Workspace : scope),
  });
