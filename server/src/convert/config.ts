/** What is wrong in a `.daemonlint.json`, and what can be added to one. */
import { type CodeAction, CodeActionKind, type Diagnostic, DiagnosticSeverity, type WorkspaceEdit } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../../../core/src/index.js';
import { CONFIG_NAME, ignoreEdits, ignoringConfig, type Problem } from '../../../workspace/src/index.js';
import { type Places, toDiagnostic, toRange } from '../convert.js';

/** A place without an end: editors mark the word there. */
export function toConfigDiagnostic({ message, place }: Problem): Diagnostic {
  const start = { line: place?.line ?? 0, character: place?.column ?? 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Warning, source: 'daemonlint', message };
}

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A config as a file of the editor; `text` is absent where it is to be made. */
export interface ConfigTarget {
  readonly uri: string;
  /** The path of the file with the finding, as the config sees it. */
  readonly inside: string;
  readonly text?: string;
}

/** `canCreate`: the client can make files. Undefined where the config cannot be added to. */
function editOf({ uri, inside, text }: ConfigTarget, { rule, subject }: Finding, canCreate: boolean): WorkspaceEdit | undefined {
  const entry = { path: inside, rule, ...(subject !== undefined && { subject }) };
  if (text === undefined) {
    if (!canCreate) return undefined;
    const textDocument = { uri, version: null };
    return {
      documentChanges: [
        { kind: 'create', uri, options: { ignoreIfExists: true } },
        { textDocument, edits: [{ range: START, newText: ignoringConfig(entry) }] },
      ],
    };
  }
  const edits = ignoreEdits(text, entry);
  const document = TextDocument.create(uri, '', 0, text);
  return edits && { changes: { [uri]: edits.map((edit) => ({ range: toRange(document, edit.span), newText: edit.text })) } };
}

/** The action that writes `finding` of `document` into a config, for a person to say why. */
export function toIgnoreInConfig(
  document: TextDocument,
  finding: Finding,
  config: ConfigTarget,
  places: Places,
  canCreate: boolean,
): CodeAction[] {
  const edit = editOf(config, finding, canCreate);
  if (edit === undefined) return [];
  const title = `Ignore ${finding.rule} of this file in ${CONFIG_NAME}: write the reason there`;
  return [{ title, kind: `${CodeActionKind.QuickFix}.daemonlint.ignore`, diagnostics: [toDiagnostic(document, finding, places)], edit }];
}
