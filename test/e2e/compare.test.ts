// A real repository: what the change since the last commit does, by lenses, by commands, and on both sides of a diff.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { actionAt, actionsAt, closeAll, diagnosticOn, fixture, lineOf, show, waitFor } from './helpers.js';

const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';
const TELNET = 'telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n';

/** As much of the Git extension as is used here. */
interface Git {
  openRepository(root: vscode.Uri): Promise<unknown>;
  getRepository(uri: vscode.Uri): unknown;
  toGitUri(uri: vscode.Uri, ref: string): vscode.Uri;
}

describe('a change in a repository', () => {
  const root = fixture('change');
  const conf = fixture('change/etc/inetd.conf');
  let git: Git;

  const run = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.org', '-c', 'commit.gpgsign=false', ...args], {
      cwd: root.fsPath,
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' },
    });

  before(async () => {
    mkdirSync(join(root.fsPath, 'etc'), { recursive: true });
    writeFileSync(conf.fsPath, `${FINGER}#${TELNET}`);
    run('init', '-q', '-b', 'main');
    run('add', '.');
    run('commit', '-q', '-m', 'before');
    writeFileSync(conf.fsPath, `#${FINGER}${TELNET}`);
    const extension = vscode.extensions.getExtension<{ readonly enabled: boolean; getAPI(version: 1): Git }>('vscode.git');
    assert.ok(extension, 'the editor has no Git extension');
    // The workbench of the tests turns it off.
    await vscode.workspace.getConfiguration('git').update('enabled', true, vscode.ConfigurationTarget.Global);
    const exported = await extension.activate();
    await waitFor('the Git extension', () => exported.enabled || undefined);
    git = exported.getAPI(1);
    await git.openRepository(root);
    await waitFor('the repository', () => git.getRepository(conf) ?? undefined);
  });
  afterEach(closeAll);
  after(async () => {
    await vscode.workspace.getConfiguration('git').update('enabled', undefined, vscode.ConfigurationTarget.Global);
    rmSync(root.fsPath, { recursive: true, force: true });
  });

  const opened = () => vscode.workspace.openTextDocument(conf).then(show);

  const comparison = (words: RegExp) =>
    waitFor(`a comparison with ${words}`, () =>
      vscode.workspace.textDocuments.find((document) => document.languageId === 'markdown' && words.test(document.getText())),
    );

  it('has lenses above the lines that it switches', async () => {
    const document = await opened();
    const lenses = await waitFor('the lenses', async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 9);
      return found.length > 1 ? found : undefined;
    });
    const said = lenses.map(({ range, command }) => `${range.start.line}: ${command?.title}`);
    assert.match(said.join('\n'), /^0: Disabled in this change: finger\n1: Newly enabled in this change: telnet, runs as root/);
    const command = lenses[0]?.command;
    assert.ok(command);
    await vscode.commands.executeCommand(command.command, ...(command.arguments ?? []));
    await comparison(/HEAD to the working tree: 1 service newly on \(telnet\)/);
  });

  it('is told against the index, as far as it is not staged, unsaved edits included', async () => {
    run('add', '.');
    const document = await opened();
    const edit = new vscode.WorkspaceEdit();
    edit.insert(conf, new vscode.Position(0, 0), 'chargen dgram udp wait root internal\n');
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('daemonlint.compareWithIndex', conf);
    const told = await comparison(/the index to the working tree/);
    assert.match(told.getText(), /1 service newly on \(chargen\)/);
    assert.doesNotMatch(told.getText(), /telnet/);
  });

  it('shows findings on both sides of a diff, and ways to mend them only where the file can be edited', async () => {
    const old = git.toGitUri(conf, 'HEAD');
    await vscode.commands.executeCommand('vscode.diff', old, conf);
    const [left, right] = await Promise.all([old, conf].map((uri) => vscode.workspace.openTextDocument(uri)));
    assert.ok(left && right);
    assert.equal(left.uri.scheme, 'git');
    await diagnosticOn(left, /^finger/);
    await diagnosticOn(right, /^telnet/);
    assert.ok((await actionAt(right, lineOf(right, /^telnet/), /./, vscode.CodeActionKind.QuickFix)).edit);
    const offered = await actionsAt(left, lineOf(left, /^finger/));
    assert.deepEqual(
      offered.filter(({ edit }) => edit).map(({ title }) => title),
      [],
    );
  });
});
