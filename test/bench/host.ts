/** A host of 3,000 files: the first full picture beside a Node program that only reads them, and an edit of one of them. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMessageConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver-protocol/node';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { median, timed } from './clock.js';

const FILES = 3000;

const READER = `
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');
let bytes = 0;
const visit = (folder) => {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    entry.isDirectory() ? visit(join(folder, entry.name)) : (bytes += readFileSync(join(folder, entry.name)).length);
};
visit(process.argv[1]);
`;

const crontab = (number: number): string =>
  Array.from(
    { length: 12 },
    (_, line) => `${(number + line) % 60} ${line} * * ${number % 7} root /usr/local/sbin/job-${number}-${line} --quiet\n`,
  ).join('');

/** Writes the host; gives its folder. */
function built(): string {
  const root = temporaryFolder('daemonlint-bench-');
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  };
  write('etc/inetd.conf', 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n'.repeat(3));
  write('etc/crontab', '17 * * * * root run-parts /etc/cron.hourly\n');
  write(
    'etc/rc.d/rc3.d.txt',
    '/etc/rc.d/rc3.d:\nK30sendmail -> ../init.d/sendmail\nS50inet -> ../init.d/inet\nS40crond -> ../init.d/crond\n',
  );
  for (let number = 0; number < FILES - 3; number++)
    write(number % 2 === 0 ? `etc/cron.d/job${number}` : `var/spool/cron/user${number}`, crontab(number));
  return root;
}

/** Milliseconds from an edit of an open file to its diagnostics, the host being read, and to the answer to a question that costs nothing. */
async function edits(root: string, count: number): Promise<{ readonly edit: number; readonly empty: number; readonly first: number }> {
  const begun = performance.now();
  const server = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const connection = createMessageConnection(new StreamMessageReader(server.stdout), new StreamMessageWriter(server.stdin));
  connection.onRequest(() => null);
  connection.listen();
  const rootUri = pathToFileURL(root).href;
  await connection.sendRequest('initialize', {
    processId: process.pid,
    rootUri,
    workspaceFolders: [{ uri: rootUri, name: 'host' }],
    capabilities: { textDocument: { diagnostic: {} } },
  });
  await connection.sendNotification('initialized', {});
  const uri = `${rootUri}/etc/cron.d/job0`;
  await connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'crontab', version: 1, text: crontab(0) } });
  const hosts = () => connection.sendRequest<readonly { readonly services: readonly object[] }[]>('daemonlint/hosts');
  while (((await hosts())[0]?.services.length ?? 0) < 4) await new Promise((done) => setTimeout(done, 5));
  const first = performance.now() - begun;
  const times: number[] = [];
  const empties: number[] = [];
  for (let version = 2; version < count + 2; version++) {
    const range = { start: { line: 3, character: 0 }, end: { line: 3, character: version === 2 ? 1 : 2 } };
    const start = performance.now();
    await connection.sendNotification('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: String(10 + (version % 50)) }],
    });
    await connection.sendRequest('textDocument/diagnostic', { textDocument: { uri } });
    const done = performance.now();
    await connection.sendRequest('daemonlint/rule', {});
    times.push(done - start);
    empties.push(performance.now() - done);
  }
  await connection.sendRequest('shutdown');
  void connection.sendNotification('exit');
  await new Promise((done) => server.once('exit', done));
  connection.dispose();
  return { edit: median(times), empty: median(empties), first };
}

export interface HostTimes {
  /** Milliseconds, process and all. */
  readonly picture: number;
  readonly reading: number;
  /** From the start of the server until it knows the whole host. */
  readonly first: number;
  readonly edit: number;
  readonly empty: number;
}

export async function hostTimes(rounds: number): Promise<HostTimes> {
  const root = built();
  const run = (args: readonly string[]) => timed(() => execFileSync(process.execPath, args, { stdio: 'ignore', maxBuffer: 1 << 30 }));
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let round = 0; round < rounds; round++) {
    theirs.push(run(['-e', READER, root]));
    ours.push(run(['dist/cli.js', 'report', '--format', 'json', root]));
  }
  return { picture: median(ours), reading: median(theirs), ...(await edits(root, 41)) };
}
