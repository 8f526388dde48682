/** Choosing kind and form of the active file: for this session, or for good in the settings of its folder. */
import { ConfigurationTarget, type QuickPickItem, QuickPickItemKind, type Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Choice, globOf } from './choices.js';
import { ask, methods, type Status } from './protocol.js';
import type { StatusBar } from './status.js';

interface Wish {
  readonly kind?: string;
  readonly form?: string;
}

interface Item extends QuickPickItem {
  readonly run?: () => Promise<void>;
}

/** Puts `wish` into the setting `daemonlint.files` of the folder that holds `uri`, or takes out what was put there. */
async function remember(uri: Uri, wish: Wish | undefined): Promise<void> {
  const section = workspace.getConfiguration('daemonlint', uri);
  const files: Readonly<Record<string, unknown>> = section.inspect<Record<string, unknown>>('files')?.workspaceFolderValue ?? {};
  const glob = globOf(workspace.asRelativePath(uri, false));
  if (wish === undefined && !(glob in files)) return;
  const { [glob]: _, ...others } = files;
  const next = wish === undefined ? others : { ...others, [glob]: wish };
  try {
    await section.update('files', Object.keys(next).length === 0 ? undefined : next, ConfigurationTarget.WorkspaceFolder);
  } catch (error) {
    void window.showErrorMessage(`daemonlint could not write the workspace settings: ${error instanceof Error ? error.message : error}`);
  }
}

function items(client: BaseLanguageClient, choices: readonly Choice[], uri: Uri, status: Status | undefined): readonly Item[] {
  const inFolder = workspace.getWorkspaceFolder(uri) !== undefined;
  const choose = async (wish: Wish) => {
    await ask(client, methods.choose, { uri: client.code2ProtocolConverter.asUri(uri), ...wish });
  };
  const named: readonly Item[] = choices.map(({ label, kind, form }) => ({
    label,
    ...(status?.kind === kind && (form === undefined || status.form === form) && { description: 'as read now' }),
    run: () => choose({ kind, ...(form !== undefined && { form }) }),
  }));
  const detected: Item = {
    label: 'As detected',
    detail: 'Forget what was chosen for this file',
    run: async () => {
      if (inFolder) await remember(uri, undefined);
      await choose({});
    },
  };
  if (!inFolder || status === undefined) return [...named, detected];
  const { kind, form, name } = status;
  const keep: Item = {
    label: 'Remember in workspace settings',
    detail: `Read this file as ${name} from now on`,
    run: () => remember(uri, { kind, ...(form !== '' && { form }) }),
  };
  return [...named, detected, { label: '', kind: QuickPickItemKind.Separator }, keep];
}

export async function chooseForm(client: BaseLanguageClient, statuses: StatusBar): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) return void window.showInformationMessage('Open a file first: daemonlint then lets you choose what it is.');
  const choices = (await ask<readonly Choice[]>(client, methods.choices)) ?? [];
  const picked = await window.showQuickPick(items(client, choices, document.uri, statuses.of(document.uri)), {
    title: 'daemonlint: what is this file?',
    placeHolder: 'Choose for this session',
  });
  await picked?.run?.();
}
