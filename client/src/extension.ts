/** The editor's door, common to every place it runs in: what the client tells the server, its commands, its status item. No language logic. */
import { commands, type ExtensionContext, type TreeDataProvider, window } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { chooseForm } from './choose.js';
import { compareWithIndex, compareWithRef } from './compare.js';
import { checkSelectionAsCrontab, copyDisableCommand, disableEntry } from './entries.js';
import { answerForFiles } from './files.js';
import { hostReports } from './host-report.js';
import { hostView, type Node } from './host-view.js';
import { languages } from './languages.js';
import { changeLenses } from './lenses.js';
import { copy, noteTaker, openUntitled, useLineFeeds } from './notes.js';
import { showPlan } from './plan.js';
import { rulePages, showRule } from './rules.js';
import { statusBar } from './status.js';
import { taskProvider } from './tasks.js';
import { weekMaps } from './week-map.js';

/** As much of the extension's own package.json as the client reads. */
interface Manifest {
  readonly contributes: { readonly grammars: readonly { readonly language?: string }[] };
}

/** The languages of the manifest, which are those with a grammar. No scheme: diffs, virtual and remote files and untitled documents are judged like files of the disk. */
const languagesOf = ({ contributes }: Manifest): { readonly language: string }[] =>
  contributes.grammars.flatMap(({ language }) => (language === undefined ? [] : [{ language }]));

export const clientOptions = (manifest: Manifest): LanguageClientOptions => ({
  documentSelector: languagesOf(manifest),
  // Hovers lead to pages of rules by this command. All else in them, such as the words of a file, stays untrusted.
  markdown: { isTrusted: { enabledCommands: ['daemonlint.showRule'] } },
  initializationOptions: {
    client: 'vscode',
    files: true,
    commands: [
      'daemonlint.copy',
      'daemonlint.afterFix',
      'daemonlint.useLineFeeds',
      'daemonlint.showRule',
      'daemonlint.openUntitled',
      'daemonlint.showHost',
    ],
  },
});

const PASSING_MS = 3000;

/** Starts the server anew: also one that hangs (it is ended after a moment) or has crashed too often. */
async function restart(client: BaseLanguageClient): Promise<void> {
  try {
    // A server that does not answer the goodbye has been ended when this rejects.
    if (client.isRunning()) await client.stop().catch((error: unknown) => client.error('The server did not stop by itself', error, false));
    await client.start();
    window.setStatusBarMessage('daemonlint: the server is running anew', PASSING_MS);
  } catch {
    // The client has told why; once its first start has failed it cannot be started again.
    const reload = 'Reload Window';
    const picked = await window.showErrorMessage('The language server of daemonlint does not start in this window.', reload);
    if (picked === reload) await commands.executeCommand('workbench.action.reloadWindow');
  }
}

/** What other extensions may use: the tree of the host view, whose nodes the commands on hosts and places take. */
export interface Exports {
  readonly hosts: TreeDataProvider<Node>;
}

/** Ties commands, rule pages, file answers and status item to `client`, and starts it. Never throws. */
export async function start(context: ExtensionContext, client: BaseLanguageClient): Promise<Exports> {
  const weeks = weekMaps(client, context.extensionUri);
  const statuses = statusBar(client, (uri) => weeks.changed(uri));
  const view = hostView(client, () => reports.changed());
  const reports = hostReports(client, view.hosts);
  const note = noteTaker();
  const registered: Readonly<Record<string, (...given: unknown[]) => unknown>> = {
    'daemonlint.disableEntry': disableEntry,
    'daemonlint.copyDisableCommand': copyDisableCommand,
    'daemonlint.checkSelectionAsCrontab': checkSelectionAsCrontab,
    'daemonlint.showRule': (id) => showRule(client, id),
    'daemonlint.chooseForm': () => chooseForm(client, statuses),
    'daemonlint.restartServer': () => restart(client),
    'daemonlint.showWeekMap': (uri) => weeks.show(uri),
    'daemonlint.showPlan': (uri) => showPlan(client, uri, false),
    'daemonlint.showUndoPlan': (uri) => showPlan(client, uri, true),
    'daemonlint.compareWithIndex': (uri) => compareWithIndex(client, uri),
    'daemonlint.compareWithRef': (uri, ref) => compareWithRef(client, uri, ref),
    'daemonlint.showHost': (node) => reports.show(node),
    'daemonlint.openHostPlace': (node) => view.open(node),
    'daemonlint.fixHostPlace': (node) => view.fix(node),
    'daemonlint.copyHostCommand': (node) => view.copyCommand(node),
    'daemonlint.showOutput': () => client.outputChannel.show(),
    'daemonlint.copy': copy,
    'daemonlint.afterFix': note,
    'daemonlint.useLineFeeds': (uri, after) => useLineFeeds(uri, () => note(after)),
    'daemonlint.openUntitled': openUntitled,
  };
  context.subscriptions.push(
    statuses,
    weeks,
    view,
    reports,
    rulePages(client),
    taskProvider(),
    changeLenses(client, languagesOf(context.extension.packageJSON)),
    ...answerForFiles(client),
    ...Object.entries(registered).map(([name, run]) => commands.registerCommand(name, run)),
  );
  // A failed start is shown and logged by the client itself, and the commands must live on.
  await client.start().catch(() => undefined);
  context.subscriptions.push(languages(client));
  // Only now can views of the last session be filled: the server has the documents.
  context.subscriptions.push(weeks.restore(), reports.restore());
  return { hosts: view.tree };
}
