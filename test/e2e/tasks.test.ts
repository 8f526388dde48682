// The task of a whole folder, run by the editor itself: what the command line finds comes into the Problems panel by `$daemonlint`.
import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as vscode from 'vscode';
import { closeAll, diagnosticOn, extensionId, fixture, openFixture, pause, waitFor } from './helpers.js';

const TRIES = 4;
const LOOK_MS = 3000;
const STEP_MS = 50;

describe('the task “daemonlint: check”', () => {
  const settings = fixture('.vscode/tasks.json');
  // Nobody has opened them yet: the editor keeps what was open for a while.
  const closed = fixture('task/etc/inetd.conf');
  const open = fixture('task/etc/crontab');

  before(() => {
    const program = join(vscode.extensions.getExtension(extensionId)?.extensionPath ?? '', 'dist', 'cli.js');
    const tasks = [
      { type: 'daemonlint', label: 'review', program, paths: ['task'], args: ['--fail-on=warning'], problemMatcher: '$daemonlint' },
    ];
    for (const { fsPath } of [settings, closed]) mkdirSync(dirname(fsPath), { recursive: true });
    writeFileSync(closed.fsPath, 'telnet stream tcp nowait root /usr/sbin/telnetd telnetd\n');
    writeFileSync(open.fsPath, '61 * * * * root /usr/bin/true\n');
    writeFileSync(settings.fsPath, JSON.stringify({ version: '2.0.0', tasks }));
  });
  afterEach(closeAll);
  after(() => {
    for (const { fsPath } of [settings, fixture('task')]) rmSync(fsPath, { recursive: true, force: true });
  });

  const told = () => vscode.languages.getDiagnostics(closed).filter(({ source }) => source === 'daemonlint');

  it('is offered for each folder that is open', async () => {
    await openFixture('etc/inetd.conf');
    const offered = await waitFor('the task', async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: 'daemonlint' });
      return tasks.find(({ name }) => name === 'check');
    });
    assert.ok(offered.execution instanceof vscode.ProcessExecution);
    assert.deepEqual([offered.execution.process, offered.execution.args], ['daemonlint', ['check', '--', '.']]);
  });

  /** Runs the task of tasks.json, and gives its exit code. */
  async function run(): Promise<number | undefined> {
    const task = await waitFor('the task of tasks.json', async () => {
      const tasks = await vscode.tasks.fetchTasks({ type: 'daemonlint' });
      return tasks.find(({ name }) => name === 'review');
    });
    const ended = new Promise<number | undefined>((done) => {
      const listening = vscode.tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
        if (execution.task.name !== 'review') return;
        listening.dispose();
        done(exitCode);
      });
    });
    await vscode.tasks.executeTask(task);
    return ended;
  }

  /** Its problems in the closed file. Of a task that ends at once the editor may lose what it said (microsoft/vscode#92868): then it is run again. */
  async function problems(): Promise<readonly vscode.Diagnostic[]> {
    for (let times = 0; times < TRIES; times++) {
      assert.equal(await run(), 1, 'findings fail it');
      for (const end = Date.now() + LOOK_MS; Date.now() < end && told().length === 0; ) await pause(STEP_MS);
      if (told().length > 0) return told();
    }
    return assert.fail(`no problems of ${closed.fsPath} in ${TRIES} runs`);
  }

  it('leaves open files to the language server: nothing is told twice', async () => {
    const document = await openFixture('task/etc/crontab');
    await diagnosticOn(document, /^61/);
    const before = vscode.languages.getDiagnostics(open).length;
    await problems();
    assert.equal(vscode.languages.getDiagnostics(open).length, before);
  });

  it('runs as tasks.json has it, and its findings are problems of files that are closed', async () => {
    const found = await problems();
    const document = await vscode.workspace.openTextDocument(closed);
    const telnet = found.find(({ code }) => (typeof code === 'object' ? code.value : code) === 'cleartext-login');
    assert.ok(telnet);
    assert.equal(telnet.severity, vscode.DiagnosticSeverity.Warning);
    assert.match(document.lineAt(telnet.range.start).text, /^telnet/);
  });
});
