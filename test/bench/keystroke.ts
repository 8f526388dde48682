/** Times a keystroke in a crontab: from the change to its diagnostics, over a real connection. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { median } from './clock.js';
import { generated } from './texts.js';

const KEYS = 60;
/** The first ones find the server cold. */
const COLD = 15;

/** Milliseconds from a changed character in the middle of a crontab of `lines` lines to its diagnostics, median. `clean`: in a file without findings. */
export async function keystroke(lines: number, clean: boolean): Promise<number> {
  const server: ChildProcess = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  if (!server.stdin || !server.stdout) throw new Error('no pipes');
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.listen();
  const uri = 'file:///etc/cron.d/many';
  const capabilities = { textDocument: { diagnostic: {} } };
  await connection.sendRequest('initialize', { processId: process.pid, rootUri: null, capabilities });
  await connection.sendNotification('initialized', {});
  const made = generated('crontab', lines, 0);
  const text = (clean ? made.replaceAll('service snmpd restart', '/usr/local/bin/report') : made).replace(/^((?:\S+ ){5})/gm, '$1root ');
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'crontab', version: 1, text } });
  const line = Math.floor(lines / 2);
  const character = (text.split('\n')[line] ?? '').indexOf('job-');
  const times: number[] = [];
  for (let key = 0; key < KEYS; key++) {
    const start = performance.now();
    const range = { start: { line, character }, end: { line, character: character + 1 } };
    void connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: key + 2 },
      contentChanges: [{ range, text: key % 2 === 0 ? 'k' : 'j' }],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    if (key >= COLD) times.push(performance.now() - start);
    // A person pauses; what the server does then is not what they wait for.
    await new Promise((done) => setTimeout(done, 20));
  }
  await connection.sendRequest('shutdown');
  void connection.sendNotification('exit');
  await new Promise((done) => server.once('exit', done));
  connection.dispose();
  return median(times);
}
