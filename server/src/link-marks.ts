/** Diagnostics for rc links in a folder of the workspace: each is shown at the link itself, since a folder has no text to show them in. */
import type { Connection, Diagnostic } from 'vscode-languageserver';
import type { Finding, Reading } from '../../core/src/index.js';
import { join } from '../../workspace/src/index.js';
import { severityOf } from './convert.js';

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

const diagnosticOf = ({ rule, severity, message }: Finding): Diagnostic => ({
  range: START,
  severity: severityOf(severity),
  code: rule,
  source: 'daemonlint',
  message,
});

export class LinkMarks {
  private readonly shown = new Map<string, ReadonlySet<string>>();

  constructor(private readonly connection: Connection) {}

  /** Shows the findings of `reading`, the listing of `folder`, and takes back those that it had before. */
  show(folder: string, uriOf: (path: string) => string, { document, findings }: Reading): void {
    const byUri = new Map<string, Diagnostic[]>();
    for (const finding of findings) {
      const start = document.text.lastIndexOf('\n', finding.span.start) + 1;
      const name = /^\S+/.exec(document.text.slice(start))?.[0];
      const uri = uriOf(name === undefined ? folder : join(folder, name));
      byUri.set(uri, [...(byUri.get(uri) ?? []), diagnosticOf(finding)]);
    }
    for (const uri of this.shown.get(folder) ?? []) if (!byUri.has(uri)) void this.connection.sendDiagnostics({ uri, diagnostics: [] });
    for (const [uri, diagnostics] of byUri) void this.connection.sendDiagnostics({ uri, diagnostics });
    this.shown.set(folder, new Set(byUri.keys()));
  }
}
