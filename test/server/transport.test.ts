/** How the server is started and how it leaves: stdio, IPC, exit codes. */
import assert from 'node:assert/strict';
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type MessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

const server = fileURLToPath(new URL('../../dist/server.js', import.meta.url));
const greeting = { processId: null, rootUri: null, capabilities: {} };
const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';

const codeOf = (child: ChildProcess) =>
  new Promise<number | null>((done) => (child.exitCode === null ? child.once('exit', done) : done(child.exitCode)));

describe('transport', function () {
  this.timeout(120_000);
  const children: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) {
      child.kill();
      await codeOf(child);
    }
  });

  function overStdio(...flags: string[]): { readonly child: ChildProcess; readonly connection: MessageConnection } {
    const child = spawn(process.execPath, [server, ...flags], { stdio: ['pipe', 'pipe', 'pipe'] });
    children.push(child);
    const connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    connection.listen();
    return { child, connection };
  }

  for (const flags of [['--stdio'], [], ['--clientProcessId', String(process.pid)], ['--stdio', `--clientProcessId=${process.pid}`]])
    it(`speaks over stdio when started with ${flags.join(' ').replace(/\d+/, 'PID') || 'nothing'}`, async () => {
      const { child, connection } = overStdio(...flags);
      assert.ok(await connection.sendRequest('initialize', greeting));
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      assert.equal(await codeOf(child), 0);
    });

  it('speaks over IPC, from the greeting to diagnostics and goodbye', async () => {
    const child = fork(server, ['--node-ipc'], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], execArgv: [] });
    children.push(child);
    let printed = '';
    child.stdout?.on('data', (piece) => (printed += String(piece)));
    const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    const pushed = new Promise<{ diagnostics: { code: string }[] }>((done) =>
      connection.onNotification('textDocument/publishDiagnostics', done),
    );
    connection.listen();
    const { serverInfo } = await connection.sendRequest<{ serverInfo: object }>('initialize', greeting);
    assert.deepEqual(Object.keys(serverInfo), ['name', 'version']);
    await connection.sendNotification('initialized', {});
    await connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri: 'file:///host/etc/inetd.conf', languageId: 'inetd-conf', version: 1, text: FINGER },
    });
    assert.deepEqual(
      (await pushed).diagnostics.map(({ code }) => code),
      ['risky-daemon'],
    );
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.equal(await codeOf(child), 0);
    assert.equal(printed, '');
  });

  it('leaves with 1 when told to exit without a shutdown before', async () => {
    const { child, connection } = overStdio('--stdio');
    await connection.sendRequest('initialize', greeting);
    await connection.sendNotification('exit');
    assert.equal(await codeOf(child), 1);
  });

  it('leaves with 1 when the client is gone', async () => {
    const { child, connection } = overStdio('--stdio');
    await connection.sendRequest('initialize', greeting);
    await connection.sendNotification('initialized', {});
    child.stdin?.end();
    assert.equal(await codeOf(child), 1);
  });

  it('refuses work before the greeting and after the goodbye with an error of the protocol, and lives', async () => {
    const { child, connection } = overStdio('--stdio');
    await connection.sendRequest('initialize', greeting);
    await connection.sendRequest('shutdown');
    const hover = connection.sendRequest('textDocument/hover', { textDocument: { uri: 'file:///x' }, position: { line: 0, character: 0 } });
    assert.equal(await hover, null);
    await connection.sendNotification('exit');
    assert.equal(await codeOf(child), 0);
  });
});
