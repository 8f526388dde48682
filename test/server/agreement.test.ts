// The editor says what CI says: the findings of whole hosts, from the server and from the command line.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { rules } from '../../core/src/index.js';
import { type Client, start, stopAll } from './client.js';
import { type Folder, folder } from './disk.js';

/** From 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

interface Told {
  readonly path: string;
  readonly kind: string;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly link?: string;
    readonly start: Place;
    readonly end: Place;
  }[];
}

const program = path.resolve('dist/cli.js');

function byCommandLine({ path: cwd }: Folder): readonly Told[] {
  const { stdout, stderr } = spawnSync(process.execPath, [program, 'check', '--format', 'json', '.'], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
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

/** The same with the places as an editor counts: to it a CR ends a line, and no place is within the end of one. */
const asShown =
  (host: Folder) =>
  (file: Told): Told => {
    const text = readFileSync(path.join(host.path, file.path), 'utf8');
    if (!text.includes('\r')) return file;
    const document = TextDocument.create('', '', 1, text);
    const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
    const shown = ({ line, column }: Place): Place => {
      const { line: from, character } = document.positionAt((starts[line - 1] ?? 0) + column - 1);
      return { line: from + 1, column: character + 1 };
    };
    return { ...file, findings: file.findings.map((finding) => ({ ...finding, start: shown(finding.start), end: shown(finding.end) })) };
  };

describe('editor and command line', function () {
  this.timeout(300_000);
  afterEach(stopAll);

  for (const name of ['debian', 'redhat-6.1', 'redhat-7', 'freebsd', 'busybox-router'])
    it(`say the same of ${name}`, async () => {
      const host = folder({}, name);
      cpSync(path.resolve('samples', name), host.path, { recursive: true });
      const files = byCommandLine(host);
      assert.ok(files.some(({ findings }) => findings.length > 0));
      await agrees(await start({ root: host.root }), host, files);
    });

  it('say the same of the examples of all rules', async () => {
    const host = folder({}, 'examples');
    const examples = rules.flatMap(({ docs }) => [...docs.bad, docs.nearMiss, ...docs.good]);
    for (const [index, { path: at, text, host: others = {}, mode }] of examples.entries()) {
      for (const [file, other] of Object.entries({ ...others, [at]: text })) host.write(`host${index}/${file}`, other);
      if (mode !== undefined) chmodSync(path.join(host.path, `host${index}`, at), mode);
    }
    const files = byCommandLine(host).filter(({ path: at }) => statSync(path.join(host.path, at)).isFile());
    assert.ok(files.length >= examples.length);
    await agrees(await start({ root: host.root }), host, files.map(asShown(host)));
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
