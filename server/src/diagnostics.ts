/** Diagnostics by both of LSP's ways, behind one small interface: pulled where the client can, pushed elsewhere. */
import type { Diagnostic, DocumentDiagnosticParams, FullDocumentDiagnosticReport } from 'vscode-languageserver';
import { toDiagnostic } from './convert.js';
import { guard } from './guard.js';
import type { Session } from './session.js';

/** Quiet time after a keystroke before pushed diagnostics are computed, in milliseconds. */
const QUIET = 100;

export interface Diagnostics {
  /** `uri` changed. */
  changed(uri: string): void;
  /** Something that all depend on changed: settings, the host. */
  refresh(): void;
  closed(uri: string): void;
}

function diagnose(session: Session, uri: string): Diagnostic[] {
  const open = session.at(uri);
  if (open === undefined) return [];
  const places = session.placesFrom(uri);
  return open.reading.findings.map((finding) => toDiagnostic(open.document, finding, places));
}

export function pulled(session: Session, canRefresh: boolean): Diagnostics {
  const { connection } = session;
  const full = (items: Diagnostic[]): FullDocumentDiagnosticReport => ({ kind: 'full', items });
  connection.languages.diagnostics.on(
    guard(connection, 'diagnostics', full([]), ({ textDocument }: DocumentDiagnosticParams) => full(diagnose(session, textDocument.uri))),
  );
  return {
    changed: () => undefined,
    closed: () => undefined,
    refresh: () => {
      if (canRefresh) connection.languages.diagnostics.refresh();
    },
  };
}

export function pushed(session: Session): Diagnostics {
  const { connection } = session;
  const waiting = new Map<string, NodeJS.Timeout>();
  const send = (uri: string) => {
    waiting.delete(uri);
    const version = session.documents.get(uri)?.version;
    try {
      void connection.sendDiagnostics({ uri, diagnostics: diagnose(session, uri), ...(version !== undefined && { version }) });
    } catch (error) {
      connection.console.error(`diagnostics of ${uri} failed: ${String(error)}`);
    }
  };
  const soon = (uri: string, wait: number) => {
    clearTimeout(waiting.get(uri));
    waiting.set(uri, setTimeout(send, wait, uri));
  };
  return {
    changed: (uri) => soon(uri, session.documents.get(uri)?.version === 1 ? 0 : QUIET),
    refresh: () => {
      for (const uri of session.documents.keys()) soon(uri, 0);
    },
    closed: (uri) => {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
