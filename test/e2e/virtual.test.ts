// A file system that only the editor knows, as of a virtual or a remote workspace: configuration and hosts are read through it.
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, diagnosticOn, diagnosticsOf, show, silence, waitFor } from './helpers.js';

const TELNET = 'telnet stream tcp nowait root /usr/sbin/telnetd telnetd\n';
const FINGER = 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n';

/** Files by their paths; nothing is on a disk. */
class Memory implements vscode.FileSystemProvider {
  private readonly changes = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.changes.event;
  readonly asked = new Set<string>();

  constructor(private readonly files: Map<string, string>) {}

  watch = () => new vscode.Disposable(() => undefined);

  stat({ path }: vscode.Uri): vscode.FileStat {
    const text = this.files.get(path);
    if (text === undefined && !this.namesIn(path).length) throw vscode.FileSystemError.FileNotFound(path);
    return {
      type: text === undefined ? vscode.FileType.Directory : vscode.FileType.File,
      ctime: 0,
      mtime: this.files.size,
      size: text?.length ?? 0,
    };
  }

  readDirectory({ path }: vscode.Uri): [string, vscode.FileType][] {
    return this.namesIn(path).map((name) => [
      name,
      this.files.has(`${path.replace(/\/$/, '')}/${name}`) ? vscode.FileType.File : vscode.FileType.Directory,
    ]);
  }

  readFile({ path }: vscode.Uri): Uint8Array {
    this.asked.add(path);
    const text = this.files.get(path);
    if (text === undefined) throw vscode.FileSystemError.FileNotFound(path);
    return new TextEncoder().encode(text);
  }

  writeFile = (): never => this.refuse();
  createDirectory = (): never => this.refuse();
  delete = (): never => this.refuse();
  rename = (): never => this.refuse();

  private namesIn(path: string): string[] {
    const folder = `${path.replace(/\/$/, '')}/`;
    return [
      ...new Set(
        [...this.files.keys()].flatMap((each) => (each.startsWith(folder) ? (each.slice(folder.length).split('/')[0] ?? []) : [])),
      ),
    ];
  }

  private refuse(): never {
    throw vscode.FileSystemError.NoPermissions();
  }
}

describe('a file system of the editor alone', () => {
  const files = new Map([
    ['/box/.daemonlint.json', '{"keep": ["telnet"], "severity": {"risky-daemon": "error"}}\n'],
    ['/box/etc/inetd.conf', TELNET + FINGER],
    ['/other/etc/inetd.conf', TELNET],
  ]);
  const memory = new Memory(files);
  let registered: vscode.Disposable;
  before(() => {
    registered = vscode.workspace.registerFileSystemProvider('daemonlint-memory', memory, { isCaseSensitive: true, isReadonly: true });
  });
  afterEach(closeAll);
  after(() => registered.dispose());

  const open = async (path: string) => show(await vscode.workspace.openTextDocument(vscode.Uri.parse(`daemonlint-memory:${path}`)));

  it('has its configuration read through the editor, and each file by its own', async () => {
    const document = await open('/box/etc/inetd.conf');
    await waitFor('what the configuration says of finger', async () => {
      const { severity } = await diagnosticOn(document, /^finger/);
      return severity === vscode.DiagnosticSeverity.Error || undefined;
    });
    await silence(document, /^telnet/);
    assert.ok(memory.asked.has('/box/.daemonlint.json'));
    const other = await open('/other/etc/inetd.conf');
    assert.equal((await diagnosticsOf(other, /^telnet/)).length, 1);
  });
});
