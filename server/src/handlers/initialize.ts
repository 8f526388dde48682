/** The greeting: what the client said it can, and what the server offers. */
import { CodeActionKind, type InitializeParams, type InitializeResult, TextDocumentSyncKind } from 'vscode-languageserver';
import { actionKinds, FIX_ALL } from '../convert/actions.js';
import { legend } from '../convert/colours.js';
import { completionTriggers } from './completion.js';
import { FORMAT_TRIGGER } from './format.js';
import { signatureTriggers } from './signature.js';

/** What the client said it can. */
export interface Abilities {
  readonly pull: boolean;
  readonly refresh: boolean;
  readonly configuration: boolean;
  readonly configurationChanges: boolean;
  readonly folderChanges: boolean;
  readonly watch: boolean;
  /** It tells of documents that the server asks for, besides those of its own languages. */
  readonly syncs: boolean;
  readonly byVersion: boolean;
  readonly create: boolean;
  readonly augmentsSyntax: boolean;
  readonly recolour: boolean;
  readonly refreshHints: boolean;
  /** It asks for the tooltip of a hint when it shows it. */
  readonly resolveHints: boolean;
}

export const abilitiesOf = ({ textDocument, workspace }: InitializeParams['capabilities']): Abilities => ({
  // Some clients send null for what they leave out.
  pull: Boolean(textDocument?.diagnostic),
  refresh: workspace?.diagnostics?.refreshSupport === true,
  configuration: workspace?.configuration === true,
  configurationChanges: workspace?.didChangeConfiguration?.dynamicRegistration === true,
  folderChanges: workspace?.workspaceFolders === true,
  watch: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
  syncs: textDocument?.synchronization?.dynamicRegistration === true && textDocument.codeAction?.dynamicRegistration === true,
  byVersion: workspace?.workspaceEdit?.documentChanges === true,
  create: workspace?.workspaceEdit?.resourceOperations?.includes('create') === true,
  augmentsSyntax: textDocument?.semanticTokens?.augmentsSyntaxTokens === true,
  recolour: workspace?.semanticTokens?.refreshSupport === true,
  refreshHints: workspace?.inlayHint?.refreshSupport === true,
  resolveHints: textDocument?.inlayHint?.resolveSupport?.properties?.includes('tooltip') === true,
});

export const SAY = 'daemonlint.say';

export const initializeResult = (version: string, { pull }: Abilities, say: boolean): InitializeResult => ({
  serverInfo: { name: 'daemonlint', version },
  capabilities: {
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, ...Object.values(actionKinds), FIX_ALL] },
    documentSymbolProvider: { label: 'daemonlint' },
    foldingRangeProvider: true,
    completionProvider: { triggerCharacters: completionTriggers },
    signatureHelpProvider: { triggerCharacters: signatureTriggers },
    selectionRangeProvider: true,
    semanticTokensProvider: { legend, full: { delta: true }, range: true },
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: FORMAT_TRIGGER },
    inlayHintProvider: { resolveProvider: true },
    ...(say && { executeCommandProvider: { commands: [SAY] } }),
    ...(pull && { diagnosticProvider: { identifier: 'daemonlint', interFileDependencies: true, workspaceDiagnostics: false } }),
    workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
  },
});
