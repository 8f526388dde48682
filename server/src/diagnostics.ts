/** Diagnostics by both of LSP's ways, behind one small interface: pulled where the client can, pushed elsewhere. */
import type { Diagnostic, DocumentDiagnosticParams, DocumentDiagnosticReport } from 'vscode-languageserver';
import type { Reading } from '../../core/src/index.js';
import { sameDiagnostics, toDiagnostics } from './convert.js';
import { attempt, guard } from './guard.js';
import type { Session } from './session.js';
import { isConfig } from './uri.js';

/** Quiet time after a keystroke before pushed diagnostics are computed, in milliseconds. */
const QUIET = 100;

export interface Diagnostics {
  /** `uri` changed. */
  changed(uri: string): void;
  /** Something that all depend on changed: settings, the host. */
  refresh(): void;
  closed(uri: string): void;
}

/** The diagnostics of `uri`; those of `before`, which it had, that are still right are among them as they are. */
function diagnose(session: Session, uri: string, before: readonly Diagnostic[] | undefined): Diagnostic[] {
  const open = session.at(uri);
  return open ? toDiagnostics(open.document, open.reading.findings, session.placesFrom(uri), before) : [];
}

/** What a client was given when it last asked for a document, and the name by which it says so. */
interface Given {
  readonly resultId: string;
  readonly items: Diagnostic[];
}

export function pulled(session: Session, canRefresh: boolean): Diagnostics {
  const { connection } = session;
  const given = new Map<string, Given>();
  let count = 0;
  /** Most keystrokes change no finding: then a client that names what it has is not sent all of it again. */
  const report = ({ textDocument: { uri }, previousResultId }: DocumentDiagnosticParams): DocumentDiagnosticReport => {
    const before = given.get(uri);
    const items = diagnose(session, uri, before?.items);
    const same = before !== undefined && sameDiagnostics(before.items, items) ? before : undefined;
    if (same?.resultId === previousResultId && same !== undefined) return { kind: 'unchanged', resultId: same.resultId };
    const { resultId } = same ?? { resultId: String(++count) };
    given.set(uri, { resultId, items });
    return { kind: 'full', resultId, items };
  };
  connection.languages.diagnostics.on(guard(connection, 'diagnostics', { kind: 'full', items: [] }, report));
  return {
    changed: () => undefined,
    closed: (uri) => void given.delete(uri),
    refresh: () => {
      if (canRefresh) void attempt(connection, 'asking for diagnostics to be pulled', () => connection.languages.diagnostics.refresh());
    },
  };
}

export function pushed(session: Session): Diagnostics {
  const { connection } = session;
  const waiting = new Map<string, ReturnType<typeof setTimeout>>();
  /** What was shown last; no reading for a document of no kind. */
  const sent = new Map<string, { readonly reading: Reading | undefined; readonly diagnostics: Diagnostic[] }>();
  const send = (uri: string) => {
    waiting.delete(uri);
    void attempt(connection, `diagnostics of ${uri}`, async () => {
      const version = session.documents.get(uri)?.version;
      const reading = session.at(uri)?.reading;
      const before = sent.get(uri);
      if (before && before.reading === reading) return;
      const diagnostics = diagnose(session, uri, before?.diagnostics);
      sent.set(uri, { reading, diagnostics });
      await connection.sendDiagnostics({ uri, diagnostics, ...(version !== undefined && { version }) });
    });
  };
  const soon = (uri: string, wait: number) => {
    clearTimeout(waiting.get(uri));
    waiting.set(uri, setTimeout(send, wait, uri));
  };
  return {
    changed: (uri) => soon(uri, sent.has(uri) ? QUIET : 0),
    refresh: () => {
      for (const uri of session.documents.keys()) if (!isConfig(uri)) soon(uri, 0);
    },
    closed: (uri) => {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      sent.delete(uri);
      void connection.sendDiagnostics({ uri, diagnostics: [] });
    },
  };
}
