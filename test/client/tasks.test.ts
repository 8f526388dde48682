// Tasks: what is offered and what tasks.json asks for, by the words of package.json; and the matcher, over what the command line prints.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { findings, told } from '../report/support.js';
import { started } from './editor.js';

interface Matcher {
  readonly name: string;
  readonly severity: string;
  readonly pattern: { readonly regexp: string } & Readonly<Record<'file' | 'line' | 'column' | 'severity' | 'message' | 'code', number>>;
}

const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  contributes: {
    problemMatchers: readonly Matcher[];
    taskDefinitions: readonly { type: string; properties: Readonly<Record<string, unknown>> }[];
  };
};
const [matcher] = contributes.problemMatchers;
const [definition] = contributes.taskDefinitions;

describe('tasks', () => {
  it('review each folder that is open', async () => {
    const { on } = await started();
    assert.deepEqual(on.taskProvider?.provideTasks(), []);
    on.folder = '/w';
    const [task] = on.taskProvider?.provideTasks() ?? [];
    assert.deepEqual(
      [task?.execution.process, task?.execution.args, task?.matchers],
      ['daemonlint', ['check', '--', '.'], `$${matcher?.name}`],
    );
  });

  it('do what tasks.json asks for, and stay the tasks that were asked for', async () => {
    const { on } = await started();
    const asked = { type: definition?.type ?? '', program: '/opt/daemonlint', paths: ['a b', '-x'], args: ['--audience=auditor'] };
    assert.deepEqual(Object.keys(asked).slice(1).sort(), Object.keys(definition?.properties ?? {}).sort());
    const scope = { uri: 'file:/w' };
    const task = on.taskProvider?.resolveTask({ definition: asked, scope });
    assert.equal(task?.definition, asked);
    assert.equal(task?.scope, scope);
    assert.deepEqual(
      [task?.execution.process, task?.execution.args],
      ['/opt/daemonlint', ['check', '--audience=auditor', '--', 'a b', '-x']],
    );
    assert.equal(on.taskProvider?.resolveTask({ definition: asked })?.scope, 2);
  });

  it('have a matcher that reads what the command line prints', async () => {
    assert.ok(matcher);
    const { regexp, file, line, column, severity, message, code } = matcher.pattern;
    const matched = (await told('text')).text.split('\n').flatMap((printed) => {
      const found = new RegExp(regexp).exec(printed);
      return found ? [[file, line, column, severity, message, code].map((group) => found[group])] : [];
    });
    const all = await findings();
    assert.ok(all.some(({ link }) => link !== undefined));
    assert.deepEqual(
      matched,
      all.map(({ path, link, start, ...one }) =>
        link === undefined
          ? [path, `${start.line}`, `${start.column}`, one.severity, one.message, one.rule]
          : [`${path}/${link}`, '1', '1', one.severity, one.message, one.rule],
      ),
    );
  });
});
