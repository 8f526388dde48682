/** The status bar's word on the active file: its kind and form, why, and a way to change them. */
import { Disposable, StatusBarAlignment, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { methods, type Status } from './protocol.js';

const PRIORITY = 100;

export interface StatusBar extends Disposable {
  /** What the server said last of an open document. */
  of(uri: Uri): Status | undefined;
}

const isStatus = (value: unknown): value is Status => {
  const { uri, kind, form, name, dialects, because } = (value ?? {}) as Partial<Status>;
  return [uri, kind, form, name, because].every((each) => typeof each === 'string') && Array.isArray(dialects);
};

const tooltipOf = ({ name, dialects, because }: Status): string =>
  [
    `daemonlint reads this file as ${name}: ${because}.`,
    ...(dialects.length > 0 ? [`Judged as read by ${dialects.join(', ')}.`] : []),
    'Click to choose otherwise.',
  ].join('\n');

/** `told` hears of each document that the server says something of. */
export function statusBar(client: BaseLanguageClient, told: (uri: Uri) => void): StatusBar {
  const statuses = new Map<string, Status>();
  const item = window.createStatusBarItem('daemonlint.status', StatusBarAlignment.Right, PRIORITY);
  item.name = 'daemonlint: kind and form of the file';
  item.command = 'daemonlint.chooseForm';

  const show = () => {
    const uri = window.activeTextEditor?.document.uri;
    const status = uri && statuses.get(uri.toString());
    if (status === undefined) return item.hide();
    item.text = `$(server-process) ${status.name}`;
    item.tooltip = tooltipOf(status);
    item.accessibilityInformation = { label: `daemonlint: ${status.name}, kind and form of the file` };
    item.show();
  };
  const forget = () => {
    statuses.clear();
    show();
  };

  const parts = Disposable.from(
    item,
    client.onNotification(methods.status, (status: unknown) => {
      if (!isStatus(status)) return;
      const uri = client.protocol2CodeConverter.asUri(status.uri);
      statuses.set(uri.toString(), status);
      show();
      told(uri);
    }),
    client.onDidChangeState(() => {
      if (!client.isRunning()) forget();
    }),
    window.onDidChangeActiveTextEditor(show),
    workspace.onDidCloseTextDocument(({ uri }) => {
      statuses.delete(uri.toString());
      show();
    }),
    // The server answers changed settings with the status of each file that is still judged; the others have none any more.
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('daemonlint')) forget();
    }),
  );
  return { of: (uri) => statuses.get(uri.toString()), dispose: () => parts.dispose() };
}
