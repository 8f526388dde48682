/** A client for tests: starts the built server over stdio and speaks LSP to it. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  type CodeAction,
  createMessageConnection,
  type Diagnostic,
  type InitializeResult,
  type MessageConnection,
  type Range,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export interface Client {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** What the server wrote to its log. */
  readonly log: string[];
  /** Opens a text and gives its first diagnostics. */
  open(uri: string, languageId: string, text: string): Promise<Diagnostic[]>;
  /** Replaces `range` and gives the next diagnostics. */
  change(uri: string, range: Range, text: string): Promise<Diagnostic[]>;
  next(uri: string): Promise<Diagnostic[]>;
  text(uri: string): string;
  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]>;
  /** Carries an edit out on the open texts, as an editor would, telling the server. */
  apply(edit: WorkspaceEdit): Promise<void>;
  stop(): Promise<number | null>;
}

const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));

export async function start(
  options: {
    readonly capabilities?: object;
    readonly root?: string;
    readonly initializationOptions?: object;
    readonly settings?: object;
  } = {},
): Promise<Client> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const log: string[] = [];
  const texts = new Map<string, TextDocument>();
  const waiting = new Map<string, ((diagnostics: Diagnostic[]) => void)[]>();
  const arrived = new Map<string, Diagnostic[]>();
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => options.settings ?? null));
  connection.onRequest('client/registerCapability', () => null);
  connection.onNotification('textDocument/publishDiagnostics', ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
    const [first] = waiting.get(uri)?.splice(0, 1) ?? [];
    if (first) first(diagnostics);
    else arrived.set(uri, diagnostics);
  });
  connection.listen();
  const root = options.root ?? null;
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: root,
    workspaceFolders: root ? [{ uri: root, name: 'root' }] : null,
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  });
  await connection.sendNotification('initialized', {});

  const next = (uri: string): Promise<Diagnostic[]> => {
    const already = arrived.get(uri);
    arrived.delete(uri);
    if (already) return Promise.resolve(already);
    return new Promise((done) => waiting.set(uri, [...(waiting.get(uri) ?? []), done]));
  };
  const known = (uri: string): TextDocument => {
    const document = texts.get(uri);
    assert.ok(document, `${uri} is not open`);
    return document;
  };
  const send = async (uri: string, changes: { range: Range; text: string }[]) => {
    const document = TextDocument.update(known(uri), changes, known(uri).version + 1);
    texts.set(uri, document);
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: document.version },
      contentChanges: changes,
    });
  };
  return {
    connection,
    initialized,
    log,
    next,
    text: (uri) => known(uri).getText(),
    async open(uri, languageId, text) {
      texts.set(uri, TextDocument.create(uri, languageId, 1, text));
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      return next(uri);
    },
    async change(uri, range, text) {
      arrived.delete(uri);
      await send(uri, [{ range, text }]);
      return next(uri);
    },
    actions: (textDocument, range, only) =>
      connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: textDocument },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      }),
    async apply({ documentChanges }) {
      assert.ok(documentChanges, 'an edit by document');
      for (const change of documentChanges) {
        assert.ok('edits' in change && 'textDocument' in change);
        const { uri, version } = change.textDocument;
        if (version !== null) assert.equal(version, known(uri).version);
        const edits = change.edits.map((edit) => {
          assert.ok('newText' in edit);
          return { range: edit.range, text: edit.newText };
        });
        arrived.delete(uri);
        // From the end, so that each range still means what it meant in the text it was made for.
        await send(
          uri,
          edits.sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character),
        );
      }
    },
    async stop() {
      await connection.sendRequest('shutdown');
      void connection.sendNotification('exit');
      const code = await new Promise<number | null>((done) => child.once('exit', done));
      connection.dispose();
      return code;
    },
  };
}

/** The range of the first `word` in `text`. */
export function rangeOf(text: string, word: string): Range {
  const offset = text.indexOf(word);
  assert.notEqual(offset, -1, word);
  const document = TextDocument.create('x:', 'x', 1, text);
  return { start: document.positionAt(offset), end: document.positionAt(offset + word.length) };
}
