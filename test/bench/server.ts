/** Times a language server from its start to its first diagnostics, ours beside one that does nothing. */
import { type ChildProcess, spawn } from 'node:child_process';
import { build } from 'esbuild';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';

const BARE = `
import { createConnection, ProposedFeatures, TextDocuments, TextDocumentSyncKind } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
connection.onInitialize(() => ({ capabilities: { textDocumentSync: TextDocumentSyncKind.Incremental } }));
documents.onDidChangeContent(({ document }) => connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
documents.listen(connection);
connection.listen();
`;

const TEXT = 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n';

/** Milliseconds from spawn to the first publishDiagnostics for one small inetd.conf. */
async function once(module: string): Promise<number> {
  const start = performance.now();
  const server: ChildProcess = spawn(process.execPath, [module, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (!server.stdin || !server.stdout) throw new Error('no pipes');
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  const arrived = new Promise<number>((done) =>
    connection.onNotification('textDocument/publishDiagnostics', () => done(performance.now() - start)),
  );
  connection.listen();
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri: 'file:///host/etc/inetd.conf', languageId: 'inetd-conf', version: 1, text: TEXT },
  });
  const time = await arrived;
  await connection.sendRequest('shutdown');
  void connection.sendNotification('exit');
  await new Promise((done) => server.once('exit', done));
  connection.dispose();
  return time;
}

/** Both servers `count` times each, turn by turn. */
export async function firstDiagnostics(count: number): Promise<{ readonly ours: number[]; readonly bare: number[] }> {
  await build({
    stdin: { contents: BARE, resolveDir: process.cwd(), loader: 'ts' },
    outfile: 'out/bench/bare.cjs',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    logLevel: 'error',
  });
  const ours: number[] = [];
  const bare: number[] = [];
  for (let round = 0; round < count; round++) {
    ours.push(await once('dist/server.js'));
    bare.push(await once('out/bench/bare.cjs'));
  }
  return { ours, bare };
}
