/** Configs as documents: they are of no language of ours, so the client must be asked for them. */
import {
  CodeActionRequest,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { CONFIG_NAME } from '../../../workspace/src/index.js';
import type { Session } from '../session.js';

/** Asks the client to tell of configs that are open, and to ask for what mends them. */
export function followConfigs({ connection: { client } }: Pick<Session, 'connection'>): Promise<unknown> {
  const documentSelector = [{ pattern: `**/${CONFIG_NAME}` }];
  return Promise.all([
    client.register(DidOpenTextDocumentNotification.type, { documentSelector }),
    client.register(DidChangeTextDocumentNotification.type, { documentSelector, syncKind: TextDocumentSyncKind.Incremental }),
    client.register(DidCloseTextDocumentNotification.type, { documentSelector }),
    client.register(CodeActionRequest.type, { documentSelector, codeActionKinds: ['quickfix'] }),
  ]);
}
