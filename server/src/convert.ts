/** Core to LSP: places, diagnostics, and what is shown of a document. The rest is in convert/; nothing else knows both. */
import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type InlayHint,
  type Hover as LspHover,
  MarkupKind,
  type Position,
  type Range,
  SymbolKind,
  SymbolTag,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding, Fold, Hover, OutlineEntry, PlacedHint, Severity, Span } from '../../core/src/index.js';

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export const toRange = (document: TextDocument, { start, end }: Span): Range => ({
  start: document.positionAt(start),
  end: document.positionAt(end),
});

export const toSpan = (document: TextDocument, { start, end }: Range): Span => ({
  start: document.offsetAt(start),
  end: document.offsetAt(end),
});

/** Where other files and rule pages are, and how the client wants edits of them. */
export interface Places {
  /** The client takes edits that name the version of a document which they are for. */
  readonly byVersion: boolean;
  /** The URI of a rule's page. */
  page(rule: string): string;
  /** The range of `span` in `file` (a path under the host's root), with its URI; undefined when it is not known any more. */
  elsewhere(file: string, span: Span): { readonly uri: string; readonly range: Range; readonly version: number | null } | undefined;
}

export function toDiagnostic(document: TextDocument, finding: Finding, places: Places): Diagnostic {
  const related = finding.related.flatMap(({ file, span, message }) => {
    const location = file === undefined ? { uri: document.uri, range: toRange(document, span) } : places.elsewhere(file, span);
    return location ? [{ location: { uri: location.uri, range: location.range }, message }] : [];
  });
  return {
    range: toRange(document, finding.span),
    severity: severities[finding.severity],
    code: finding.rule,
    codeDescription: { href: places.page(finding.rule) },
    source: 'daemonlint',
    message: finding.message,
    ...(related.length > 0 && { relatedInformation: related }),
  };
}

/** True where `offset` of the document is shown as this position, and no other that is brought back into the text. */
const isThere = (document: TextDocument, { line, character }: Position, offset: number): boolean =>
  line < document.lineCount &&
  document.offsetAt({ line, character: 0 }) + character === offset &&
  document.offsetAt({ line, character }) === offset;

const isAt = (document: TextDocument, { start, end }: Range, span: Span): boolean =>
  isThere(document, start, span.start) && isThere(document, end, span.end);

/** True where a diagnostic of `document` shows `finding` as it is now: to see that takes less than to make another. */
function shows(document: TextDocument, shown: Diagnostic | undefined, { message, rule, severity, span, related }: Finding): boolean {
  if (shown?.message !== message || shown.code !== rule || shown.severity !== severities[severity]) return false;
  if (!isAt(document, shown.range, span) || (shown.relatedInformation?.length ?? 0) !== related.length) return false;
  return related.every((place, index) => {
    const there = shown.relatedInformation?.[index];
    // Of another file it is not known whether it is still the same.
    return place.file === undefined && there?.message === place.message && isAt(document, there.location.range, place.span);
  });
}

/** Those of `before` that show the same stay as they are; `before`: what was made of the findings of an earlier version of `document`. */
export function toDiagnostics(
  document: TextDocument,
  findings: readonly Finding[],
  places: Places,
  before: readonly Diagnostic[] = [],
): Diagnostic[] {
  const fewer = before.length - findings.length;
  return findings.map((finding, index) => {
    // Most keystrokes change something at one place, and around it all stand where they stood, counted from one end.
    for (const shown of [before[index], before[index + fewer]]) if (shown && shows(document, shown, finding)) return shown;
    return toDiagnostic(document, finding, places);
  });
}

const sameRange = (a: Range, b: Range): boolean =>
  a.start.line === b.start.line &&
  a.start.character === b.start.character &&
  a.end.line === b.end.line &&
  a.end.character === b.end.character;

const sameRelated = (a: Diagnostic['relatedInformation'], b: Diagnostic['relatedInformation']): boolean =>
  a === b ||
  (a?.length === b?.length &&
    (a ?? []).every(({ message, location }, index) => {
      const other = b?.[index];
      return message === other?.message && location.uri === other.location.uri && sameRange(location.range, other.location.range);
    }));

/** True for two lists that {@link toDiagnostic} made of one document and that show the same. */
export const sameDiagnostics = (some: readonly Diagnostic[], others: readonly Diagnostic[]): boolean =>
  some.length === others.length &&
  some.every((one, index) => {
    const other = others[index];
    if (other === one) return true;
    if (other === undefined || one.message !== other.message || one.code !== other.code || one.severity !== other.severity) return false;
    if (one.codeDescription?.href !== other.codeDescription?.href) return false;
    return sameRange(one.range, other.range) && sameRelated(one.relatedInformation, other.relatedInformation);
  });

const markdown = (value: string) => ({ kind: MarkupKind.Markdown, value });

export const toHover = (document: TextDocument, { span, markdown: text }: Hover): LspHover => ({
  range: toRange(document, span),
  contents: markdown(text),
});

/** `about`: the tooltip, where it is known already; else it is left to be asked for, and `data` is the document. */
export const toInlayHint = (document: TextDocument, { offset, text }: PlacedHint, about: string | undefined): InlayHint => ({
  position: document.positionAt(offset),
  label: text,
  paddingLeft: true,
  data: document.uri,
  ...withTooltip(about),
});

export const withTooltip = (about: string | undefined): Pick<InlayHint, 'tooltip'> =>
  about === undefined ? {} : { tooltip: markdown(about) };

const symbolKinds: Readonly<Record<OutlineEntry['state'], SymbolKind>> = {
  on: SymbolKind.Event,
  off: SymbolKind.Event,
  commented: SymbolKind.Event,
  setting: SymbolKind.Variable,
};

export const toSymbol = (document: TextDocument, { name, detail, state, span, selection }: OutlineEntry): DocumentSymbol => ({
  name,
  detail,
  kind: symbolKinds[state],
  ...((state === 'off' || state === 'commented') && { tags: [SymbolTag.Deprecated] }),
  range: toRange(document, span),
  selectionRange: toRange(document, selection),
});

/** `starts`: the offsets of the lines that the core counts; the editor ends a line at a lone CR too. */
export const toFold = (document: TextDocument, starts: readonly number[], { first, last, type }: Fold): FoldingRange => ({
  startLine: document.positionAt(starts[first] ?? 0).line,
  endLine: document.positionAt((starts[last + 1] ?? document.getText().length) - 1).line,
  kind: type === 'comment' ? FoldingRangeKind.Comment : FoldingRangeKind.Region,
});
