/** Files whose names tell no language, and that the settings or a Dockerfile make crontabs and the like: they get its language, so that they are judged as they are in CI. */
import { type Disposable, languages as editor, type TextDocument, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { ask, methods } from './protocol.js';

/** What the editor takes a text for that nothing tells of. */
const UNTOLD = 'plaintext';

export function languages(client: BaseLanguageClient): Disposable {
  // Once for each: a person may have chosen plain text since.
  const told = new Set<string>();
  const look = async (document: TextDocument): Promise<void> => {
    const uri = document.uri.toString();
    if (document.languageId !== UNTOLD || document.isUntitled || told.has(uri) || !client.isRunning()) return;
    const language = await ask<string>(client, methods.language, { uri: client.code2ProtocolConverter.asUri(document.uri) });
    if (language === undefined || document.isClosed || document.languageId !== UNTOLD) return;
    told.add(uri);
    await editor.setTextDocumentLanguage(document, language);
  };
  for (const document of workspace.textDocuments) void look(document);
  return workspace.onDidOpenTextDocument((document) => void look(document));
}
