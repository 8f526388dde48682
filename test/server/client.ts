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
  ResponseError,
  StreamMessageReader,
  StreamMessageWriter,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export type Answers = Readonly<Record<string, (params: never) => unknown>>;

export interface Options {
  readonly capabilities?: object;
  /** URI of the only workspace folder. */
  readonly root?: string;
  readonly roots?: readonly string[];
  readonly initializationOptions?: object;
  /** The section `daemonlint`, or what gives it for a folder. */
  readonly settings?: unknown;
  /** Answers to requests of the server by method; one that throws is answered with an error. */
  readonly answers?: Answers;
}

export interface Client {
  readonly connection: MessageConnection;
  readonly initialized: InitializeResult;
  /** What the server wrote to its log. */
  readonly log: string[];
  /** Requests and notifications of the server other than log and diagnostics, in their order. */
  readonly heard: { readonly method: string; readonly params: unknown }[];
  /** Each push of diagnostics, in their order. */
  readonly pushes: { readonly uri: string; readonly diagnostics: Diagnostic[]; readonly version?: number }[];
  /** Opens a text and gives its first diagnostics. */
  open(uri: string, languageId: string, text: string): Promise<Diagnostic[]>;
  close(uri: string): Promise<void>;
  /** Replaces `range` and gives the next diagnostics. */
  change(uri: string, range: Range, text: string): Promise<Diagnostic[]>;
  /** Replaces `range` and waits for nothing. */
  type(uri: string, range: Range, text: string): Promise<void>;
  next(uri: string): Promise<Diagnostic[]>;
  /** The diagnostics of `uri` once those that are shown pass `test`. */
  until(uri: string, test: (diagnostics: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]>;
  /** Tells of files that changed on disk. */
  changedOnDisk(...uris: string[]): Promise<void>;
  text(uri: string): string;
  actions(uri: string, range: Range, only?: string[]): Promise<CodeAction[]>;
  /** Carries an edit out on the open texts, as an editor would, telling the server. Gives what is for files that are not open. */
  apply(edit: WorkspaceEdit): Promise<ReadonlyMap<string, readonly { readonly range: Range; readonly text: string }[]>>;
  /** Says goodbye, and gives the exit code. */
  stop(): Promise<number | null>;
  /** The exit code, once there is one. */
  readonly exited: Promise<number | null>;
}

const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const running = new Set<Client>();

/** For `after` and `afterEach`: servers that a test started and did not stop would keep mocha from ending. */
export const stopAll = async (): Promise<void> => {
  await Promise.all([...running].map((client) => client.stop()));
};

/** Waits until `test` gives something, and fails with `what` when it does not for a while. */
export async function eventually<T>(what: () => string, test: () => T | undefined | false): Promise<T> {
  for (const start = Date.now(); Date.now() - start < 30_000; await new Promise((done) => setTimeout(done, 10))) {
    const found = test();
    if (found !== undefined && found !== false) return found;
  }
  return assert.fail(what());
}

const edits = { workspace: { workspaceEdit: { documentChanges: true } } };

export async function start(options: Options = {}): Promise<Client> {
  const child = spawn(process.execPath, [server, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  const log: string[] = [];
  const heard: Client['heard'] = [];
  const pushes: Client['pushes'] = [];
  const shown = new Map<string, Diagnostic[]>();
  const texts = new Map<string, TextDocument>();
  const waiting = new Map<string, ((diagnostics: Diagnostic[]) => void)[]>();
  const arrived = new Map<string, Diagnostic[]>();
  const answers: Answers = {
    'workspace/configuration': ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => (typeof options.settings === 'function' ? options.settings(scopeUri) : (options.settings ?? null))),
    'client/registerCapability': () => null,
    'workspace/diagnostic/refresh': () => null,
    ...options.answers,
  };
  for (const [method, answer] of Object.entries(answers))
    connection.onRequest(method, (params: never) => {
      heard.push({ method, params });
      try {
        return answer(params);
      } catch (error) {
        return new ResponseError(-32603, String(error));
      }
    });
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  for (const method of ['window/showMessage', 'daemonlint/status'])
    connection.onNotification(method, (params: unknown) => void heard.push({ method, params }));
  connection.onNotification('textDocument/publishDiagnostics', (push: Client['pushes'][number]) => {
    const { uri, diagnostics } = push;
    pushes.push(push);
    shown.set(uri, diagnostics);
    const [first] = waiting.get(uri)?.splice(0, 1) ?? [];
    if (first) first(diagnostics);
    else arrived.set(uri, diagnostics);
  });
  connection.listen();
  const roots = options.roots ?? (options.root === undefined ? [] : [options.root]);
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: process.pid,
    rootUri: roots[0] ?? null,
    workspaceFolders: roots.length > 0 ? roots.map((uri) => ({ uri, name: uri })) : null,
    capabilities: options.capabilities ?? edits,
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
  const client: Client = {
    connection,
    initialized,
    log,
    heard,
    pushes,
    next,
    exited,
    text: (uri) => known(uri).getText(),
    async open(uri, languageId, text) {
      texts.set(uri, TextDocument.create(uri, languageId, 1, text));
      arrived.delete(uri);
      await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
      return next(uri);
    },
    async close(uri) {
      texts.delete(uri);
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    async change(uri, range, text) {
      arrived.delete(uri);
      await send(uri, [{ range, text }]);
      return next(uri);
    },
    type: (uri, range, text) => send(uri, [{ range, text }]),
    until: (uri, test) =>
      eventually(
        () => `${uri} still shows ${JSON.stringify(shown.get(uri))}; log: ${log.join('\n')}`,
        () => {
          const now = shown.get(uri);
          return now !== undefined && test(now) && now;
        },
      ),
    changedOnDisk: (...uris) =>
      connection.sendNotification('workspace/didChangeWatchedFiles', { changes: uris.map((uri) => ({ uri, type: 2 })) }),
    actions: (textDocument, range, only) =>
      connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        textDocument: { uri: textDocument },
        range,
        context: { diagnostics: [], ...(only && { only }) },
      }),
    async apply({ documentChanges }) {
      assert.ok(documentChanges, 'an edit by document');
      const elsewhere = new Map<string, readonly { readonly range: Range; readonly text: string }[]>();
      for (const change of documentChanges) {
        assert.ok('edits' in change && 'textDocument' in change);
        const { uri, version } = change.textDocument;
        const edits = change.edits.map((edit) => {
          assert.ok('newText' in edit);
          return { range: edit.range, text: edit.newText };
        });
        if (!texts.has(uri)) {
          assert.equal(version, null, `${uri} is not open`);
          elsewhere.set(uri, edits);
          continue;
        }
        if (version !== null) assert.equal(version, known(uri).version);
        arrived.delete(uri);
        // From the end, so that each range still means what it meant in the text it was made for.
        await send(
          uri,
          edits.sort((a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character),
        );
      }
      return elsewhere;
    },
    async stop() {
      running.delete(client);
      if (child.exitCode === null) {
        await Promise.race([connection.sendRequest('shutdown'), exited]);
        void connection.sendNotification('exit').catch(() => undefined);
      }
      const code = await exited;
      connection.dispose();
      return code;
    },
  };
  running.add(client);
  return client;
}

/** The range of the first `word` in `text`. */
export function rangeOf(text: string, word: string): Range {
  const offset = text.indexOf(word);
  assert.notEqual(offset, -1, word);
  const document = TextDocument.create('x:', 'x', 1, text);
  return { start: document.positionAt(offset), end: document.positionAt(offset + word.length) };
}

/** The position before everything, as a range. */
export const TOP: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** Ids of the rules that speak, in the order of the text. */
export const codesOf = (diagnostics: readonly Diagnostic[]): string[] => diagnostics.map(({ code }) => String(code));

/** True for diagnostics of these rules, in this order, and of no others. */
export const spoken =
  (...codes: readonly string[]) =>
  (now: readonly { code?: unknown }[]): boolean =>
    JSON.stringify(now.map(({ code }) => code)) === JSON.stringify(codes);
