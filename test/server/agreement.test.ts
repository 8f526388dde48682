// The editor says what CI says: the findings of whole hosts, from the server and from the command line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { type Client, start, stopAll } from './client.js';
import { type Folder, folder } from './disk.js';

interface Told {
  readonly path: string;
  readonly kind: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly link?: string;
    readonly start: { readonly line: number; readonly column: number };
    readonly end: { readonly line: number; readonly column: number };
  }[];
}

const program = path.resolve('dist/cli.js');

function byCommandLine({ path: cwd }: Folder): readonly Told[] {
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'check', '--format', 'json', '.'], { cwd, encoding: 'utf8' });
  assert.equal(stderr, '');
  return (JSON.parse(stdout) as { readonly files: readonly Told[] }).files;
}

const levels = new Map<number | undefined, string>([
  [DiagnosticSeverity.Error, 'error'],
  [DiagnosticSeverity.Warning, 'warning'],
  [DiagnosticSeverity.Information, 'info'],
  [DiagnosticSeverity.Hint, 'hint'],
]);

/** `FROM-TO SEVERITY RULE: MESSAGE`, lines and columns from 1. */
const words = ({ range: { start: from, end: to }, severity, code, message }: Diagnostic): string =>
  `${from.line + 1}:${from.character + 1}-${to.line + 1}:${to.character + 1} ${levels.get(severity)} ${code}: ${message}`;

const wordsOf = ({ start: from, end: to, severity, rule, message }: Told['findings'][number]): string =>
  `${from.line}:${from.column}-${to.line}:${to.column} ${severity} ${rule}: ${message}`;

/** Opens each file that the command line judged, and waits until it says the same. */
async function agrees(client: Client, host: Folder, files: readonly Told[]): Promise<void> {
  for (const file of files) {
    const uri = host.uri(file.path);
    await client.open(uri, 'plaintext', readFileSync(path.join(host.path, file.path), 'utf8'));
  }
  for (const file of files) {
    const wanted = file.findings.map(wordsOf);
    const says = (shown: readonly Diagnostic[]) => JSON.stringify(shown.map(words)) === JSON.stringify(wanted);
    // What it says instead is the better message.
    await client.until(host.uri(file.path), says).catch(() => undefined);
    const last = client.pushes.filter(({ uri }) => uri === host.uri(file.path)).at(-1);
    assert.deepEqual(last?.diagnostics.map(words), wanted);
  }
}

describe('editor and command line', function () {
  this.timeout(60_000);
  afterEach(stopAll);

  for (const name of ['debian', 'redhat-6.1', 'redhat-7', 'freebsd', 'busybox-router'])
    it(`say the same of ${name}`, async () => {
      const host = folder({}, name);
      cpSync(path.resolve('samples', name), host.path, { recursive: true });
      const files = byCommandLine(host);
      assert.ok(files.some(({ findings }) => findings.length > 0));
      await agrees(await start({ root: host.root }), host, files);
    });

  it('say the same of hosts side by side', async () => {
    const host = folder(
      {
        'web/inetd.conf': '#finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n',
        'web/chkconfig.txt': 'sshd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n',
        'db/inetd.conf': 'telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n',
        'db/chkconfig.txt': 'inet 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n',
        'mail/chkconfig.txt': 'inet 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n',
      },
      'racks',
    );
    const files = byCommandLine(host);
    assert.deepEqual(
      files.flatMap(({ path: at, findings }) => findings.map(({ rule }) => `${at} ${rule}`)),
      ['db/inetd.conf cleartext-login', 'db/inetd.conf last-login'],
    );
    await agrees(await start({ root: host.root }), host, files);
  });

  it('say the same where the project has its own mind', async () => {
    const host = folder({}, 'redhat-6.1');
    cpSync(path.resolve('samples/redhat-6.1'), host.path, { recursive: true });
    const before = byCommandLine(host);
    host.write(
      '.daemonlint.json',
      `{
        "keep": ["telnet"],
        "severity": { "unneeded-daemon": "off", "crontab/clash": "error" },
        "files": { "etc/crontab": { "kind": "crontab", "form": "system", "dialect": "cronie" } },
        "ignore": [{ "path": "etc/rc.d/*", "rule": "risky-daemon", "reason": "the console of the lab" }],
        "zone": "Europe/Berlin"
      }`,
    );
    const files = byCommandLine(host);
    assert.notDeepEqual(files, before);
    await agrees(await start({ root: host.root, settings: { keep: [], severity: { 'unneeded-daemon': 'error' } } }), host, files);
  });
});
