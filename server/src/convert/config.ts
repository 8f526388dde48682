/** What is wrong in a `.daemonlint.json`, and what can be added to one. */
import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  DiagnosticSeverity,
  DiagnosticTag,
  type Position,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Edit, Finding, Place } from '../../../core/src/index.js';
import { CONFIG_NAME, type Idle, ignoreEdits, ignoringConfig, type Problem, unignoreEdits } from '../../../workspace/src/index.js';
import { type Places, toDiagnostic, toRange } from '../convert.js';

/** A place without an end: editors mark the word there. */
export function toConfigDiagnostic({ message, place }: Problem): Diagnostic {
  const start = { line: place?.line ?? 0, character: place?.column ?? 0 };
  return { range: { start, end: start }, severity: DiagnosticSeverity.Warning, source: 'daemonlint', message };
}

/** The rule that says the same of comments, and explains it. */
const IDLE = 'unused-ignore';

const toPosition = ({ line, column }: Place): Position => ({ line, character: column });

export const toIdleDiagnostic = ({ at, message }: Idle, { page }: Pick<Places, 'page'>): Diagnostic => ({
  range: { start: toPosition(at.start), end: toPosition(at.end) },
  severity: DiagnosticSeverity.Information,
  source: 'daemonlint',
  code: IDLE,
  codeDescription: { href: page(IDLE) },
  message,
  tags: [DiagnosticTag.Unnecessary],
});

const START = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** A config as a file of the editor; `text` is absent where it is to be made. */
export interface ConfigTarget {
  readonly uri: string;
  /** The path of the file with the finding, as the config sees it. */
  readonly inside: string;
  readonly text?: string;
}

const changesOf = (document: TextDocument, edits: readonly Edit[]): WorkspaceEdit => ({
  changes: { [document.uri]: edits.map((edit) => ({ range: toRange(document, edit.span), newText: edit.text })) },
});

/** What mends the diagnostics of a config itself. */
export const toConfigActions = (document: TextDocument, diagnostics: readonly Diagnostic[]): CodeAction[] =>
  diagnostics.flatMap((diagnostic): CodeAction[] => {
    const edits = diagnostic.code === IDLE ? unignoreEdits(document.getText(), document.offsetAt(diagnostic.range.start)) : undefined;
    if (edits === undefined) return [];
    const edit = changesOf(document, edits);
    return [{ title: 'Delete this entry', kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], isPreferred: true, edit }];
  });

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
  return edits && changesOf(TextDocument.create(uri, '', 0, text), edits);
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
