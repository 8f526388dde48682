// A whole host: the tree of the side bar, what can be done from it, the report, and the plan with its undo, on the sample of Red Hat 6.1.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, extensionId, fixture, openFixture, waitFor, webviews } from './helpers.js';

const HOST = 'redhat-6.1';
const INETD = `${HOST}/etc/inetd.conf`;
const FINGER = /^finger .*$/m;

interface Shown {
  readonly node: unknown;
  readonly item: vscode.TreeItem;
}

async function tree(): Promise<vscode.TreeDataProvider<unknown>> {
  const extension = vscode.extensions.getExtension<{ readonly hosts: vscode.TreeDataProvider<unknown> }>(extensionId);
  assert.ok(extension);
  return (await extension.activate()).hosts;
}

/** What stands below a node, or at the top, as the side bar would show it. */
async function below(node?: unknown): Promise<readonly Shown[]> {
  const provider = await tree();
  const nodes = (await provider.getChildren(node)) ?? [];
  return Promise.all(nodes.map(async (each) => ({ node: each, item: await provider.getTreeItem(each) })));
}

const labelled = (all: readonly Shown[], label: string) => all.find(({ item }) => item.label === label);

/** The node of the host, once the server has read it. */
const host = () => waitFor(`the host ${HOST}`, async () => labelled(await below(), HOST));

/** A service of the host, once what is said of it in the tree reads so. */
const service = (name: string, said: string) =>
  waitFor(`${name}: ${said}`, async () => {
    const found = labelled(await below((await host()).node), name);
    return found?.item.description === said ? found : undefined;
  });

/** The place of a service in a file. */
async function placeOf(name: string, said: string, file: RegExp): Promise<Shown> {
  const found = (await below((await service(name, said)).node)).find(({ item }) => file.test(String(item.label)));
  assert.ok(found, `${name} has no place in ${file}`);
  return found;
}

/** The script in front, once it says so. */
const scriptOf = (sign: RegExp) =>
  waitFor(`a script with ${sign}`, () => {
    const shown = vscode.window.activeTextEditor?.document;
    return shown && sign.test(shown.getText()) ? shown : undefined;
  });

const line = (document: vscode.TextDocument, pattern: RegExp) => document.positionAt(document.getText().search(pattern)).line;

describe('a host', () => {
  afterEach(closeAll);

  it('stands in the side bar with its services, what is to be said of each, and where each is on', async () => {
    const wanted = { telnet: 'turn it off', sendmail: 'only if needed', kudzu: 'look at it', ftp: 'on', squid: 'off' };
    for (const [name, said] of Object.entries(wanted)) await service(name, said);
    const names = (await below((await host()).node)).map(({ item }) => item.label);
    const order = ['telnet', 'sendmail', 'kudzu', 'ftp', 'squid'].map((name) => names.indexOf(name));
    assert.deepEqual(
      order,
      [...order].sort((a, b) => a - b),
      'the worst stand first',
    );
    const places = ['chkconfig.txt:16 on in runlevels 3, 4, 5', 'etc/crontab:13 on by the clock', 'etc/rc.d/rc3.d.txt:23 on in runlevel 3'];
    // The files of a host are read one after the other.
    const [verdict] = await waitFor(`the places of snmpd: ${places}`, async () => {
      const [first, ...rest] = (await below((await service('snmpd', 'turn it off')).node)).map(
        ({ item }) => `${item.label} ${item.description ?? ''}`,
      );
      return JSON.stringify(rest) === JSON.stringify(places) ? [first] : undefined;
    });
    assert.match(verdict ?? '', /monitoring/);
  });

  it('is there beside another host of the same workspace', async () => {
    const names = await waitFor('two hosts', async () => {
      const all = (await below()).map(({ item }) => item.label);
      return all.length === 2 ? all : undefined;
    });
    assert.deepEqual(names, ['host', HOST]);
  });

  it('has places that open at their line', async () => {
    const { node, item } = await placeOf('snmpd', 'turn it off', /crontab/);
    assert.equal(item.command?.command, 'daemonlint.openHostPlace');
    await vscode.commands.executeCommand('daemonlint.openHostPlace', node);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), fixture(`${HOST}/etc/crontab`).toString());
    assert.match(editor?.document.lineAt(editor.selection.active.line).text ?? '', /snmpd restart$/);
  });

  it('has services whose command is copied', async () => {
    const local = await service('local', 'on');
    const snmpd = await service('snmpd', 'turn it off');
    assert.equal(local.item.contextValue, 'service');
    assert.equal(snmpd.item.contextValue, 'service.command');
    await vscode.env.clipboard.writeText('nothing');
    await vscode.commands.executeCommand('daemonlint.copyHostCommand', local.node);
    assert.equal(await vscode.env.clipboard.readText(), 'nothing');
    // It asks on which system; Red Hat stands first.
    const copied = vscode.commands.executeCommand('daemonlint.copyHostCommand', snmpd.node);
    await waitFor('the command of Red Hat on the clipboard', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return (await vscode.env.clipboard.readText()) === 'chkconfig snmpd off\n/etc/rc.d/init.d/snmpd stop' || undefined;
    });
    await copied;
  });

  it('is fixed from the tree, which follows', async () => {
    const { node } = await placeOf('finger', 'turn it off', /inetd/);
    await vscode.commands.executeCommand('daemonlint.fixHostPlace', node);
    const document = vscode.window.activeTextEditor?.document;
    assert.ok(document);
    const before = document.getText();
    assert.equal(vscode.window.activeTextEditor?.selection.active.line, line(document, FINGER));
    await waitFor('the fix from the menu', async () => {
      if (document.isDirty) return true;
      await vscode.commands.executeCommand('acceptSelectedCodeAction');
      return undefined;
    });
    assert.equal(document.getText(), before.replace(FINGER, '#$&'));
    await service('finger', 'commented out');
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), before);
    await service('finger', 'turn it off');
  });

  it('tells the side bar when it changes', async () => {
    const provider = await tree();
    await service('finger', 'turn it off');
    let told = 0;
    const listening = provider.onDidChangeTreeData?.(() => told++);
    try {
      const document = await openFixture(INETD);
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(line(document, FINGER), 0), '#');
      assert.ok(await vscode.workspace.applyEdit(edit));
      await waitFor('the word', () => told > 0 || undefined);
    } finally {
      listening?.dispose();
    }
  });

  it('has a report, one view for each host', async () => {
    const { node } = await host();
    await vscode.commands.executeCommand('daemonlint.showHost', node);
    await waitFor('the report', () => webviews('daemonlint.hostReport')[0]);
    await vscode.commands.executeCommand('daemonlint.showHost', node);
    assert.equal(webviews('daemonlint.hostReport').length, 1);
  });

  it('has a plan and an undo, as scripts to be read, and its files stay as they are', async () => {
    const file = fixture(INETD);
    const before = await vscode.workspace.fs.readFile(file);
    await vscode.commands.executeCommand('daemonlint.showPlan', file);
    const plan = await scriptOf(/^# Turns off what daemonlint found on this host/m);
    // With the plan in front, its undo is meant.
    await vscode.commands.executeCommand('daemonlint.showUndoPlan');
    const undo = await scriptOf(/^# Takes back what the plan/m);
    for (const { languageId, isUntitled } of [plan, undo]) assert.deepEqual([languageId, isUntitled], ['shellscript', true]);
    const read = /^# Read: .*chkconfig\.txt.*$/m;
    assert.equal(read.exec(undo.getText())?.[0], read.exec(plan.getText())?.[0] ?? 'none');
    assert.deepEqual(await vscode.workspace.fs.readFile(file), before);
  });
});
