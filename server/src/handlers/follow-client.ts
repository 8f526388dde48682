/** What the client tells of itself from its greeting on: its settings, its folders, its disk. */
import { DidChangeConfigurationNotification, FileChangeType } from 'vscode-languageserver';
import type { Became } from '../disk-changes.js';
import { attempt } from '../guard.js';
import { isRecord } from '../protocol.js';
import type { Session } from '../session.js';
import { type EditorSettings, editorSettings } from '../settings.js';
import { followConfigs } from './follow-configs.js';
import type { Abilities } from './initialize.js';

const BECAME: Readonly<Record<number, Became>> = { [FileChangeType.Created]: 'there', [FileChangeType.Deleted]: 'gone' };

/** Asks for the settings of each folder and of what is in none, or takes what was sent along; where neither says anything, what the greeting said. */
async function readSettings(
  { connection, trees, gifts }: Session,
  sent: unknown,
  can: boolean,
): Promise<ReadonlyMap<string, EditorSettings>> {
  if (!can) return new Map([['', editorSettings((isRecord(sent) ? sent.daemonlint : undefined) ?? gifts.settings)]]);
  const folders = trees.folders();
  const items = [{ section: 'daemonlint' }, ...folders.map((scopeUri) => ({ scopeUri, section: 'daemonlint' }))];
  const sections: unknown = await connection.workspace.getConfiguration(items);
  return new Map(
    ['', ...folders].map((folder, at) => [folder, editorSettings((Array.isArray(sections) ? sections[at] : undefined) ?? gifts.settings)]),
  );
}

/** `onSettings` follows when settings have come. */
export function followClient(session: Session, abilities: Abilities, onSettings: () => void): void {
  const { connection, trees } = session;
  const setUp = (sent: unknown) =>
    attempt(connection, 'reading the settings', async () => {
      session.settings.editors = await readSettings(session, sent, abilities.configuration);
      onSettings();
    });
  connection.onInitialized(async () => {
    if (abilities.configuration && abilities.configurationChanges)
      void attempt(connection, 'asking to be told of changed settings', () =>
        connection.client.register(DidChangeConfigurationNotification.type, { section: 'daemonlint' }),
      );
    if (abilities.syncs) void attempt(connection, 'asking to be told of configs', () => followConfigs(session));
    if (abilities.folderChanges)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
        attempt(connection, 'changing folders', async () => {
          const changed = trees.change(
            added.map(({ uri }) => uri),
            removed.map(({ uri }) => uri),
          );
          session.resettle();
          if (abilities.configuration) await setUp(undefined);
          await changed;
        }),
      );
    await setUp(undefined);
    await trees.scan();
  });
  connection.onDidChangeConfiguration((params) => setUp(params?.settings));
  connection.onDidChangeWatchedFiles(({ changes }) =>
    trees.changed(changes.map(({ uri, type }) => ({ uri, became: BECAME[type] ?? 'other' }))),
  );
}
