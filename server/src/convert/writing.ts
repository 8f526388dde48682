/** Core to LSP: what helps while one writes. */
import {
  type CompletionItem,
  CompletionItemKind,
  type SignatureHelp as LspSignatureHelp,
  MarkupKind,
  type SelectionRange,
  type TextEdit,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Completion, Edit, SignatureHelp, Span } from '../../../core/src/index.js';
import { toRange } from '../convert.js';
import { toTextEdit } from './edits.js';

/** By semantic token type. */
const itemKinds: Readonly<Record<string, CompletionItemKind>> = {
  comment: CompletionItemKind.Text,
  enumMember: CompletionItemKind.EnumMember,
  function: CompletionItemKind.Function,
  keyword: CompletionItemKind.Keyword,
  number: CompletionItemKind.Value,
  operator: CompletionItemKind.Operator,
  string: CompletionItemKind.Constant,
  type: CompletionItemKind.Class,
  variable: CompletionItemKind.Variable,
};

/** Editors sort by this text: the place in our own order, with as many digits as any list of ours needs. */
const place = (index: number): string => String(index).padStart(5, '0');

export const toCompletions = (document: TextDocument, completions: readonly Completion[]): CompletionItem[] =>
  completions.map(({ label, insert, filter, detail, about, span, tokenType }, index) => ({
    label,
    kind: itemKinds[tokenType] ?? CompletionItemKind.Text,
    sortText: place(index),
    ...(filter !== undefined && { filterText: filter }),
    ...(detail !== undefined && { detail }),
    ...(about !== undefined && { documentation: { kind: MarkupKind.Markdown, value: about } }),
    textEdit: { range: toRange(document, span), newText: insert ?? label },
  }));

export const toSignatureHelp = ({ forms, form, active }: SignatureHelp): LspSignatureHelp => ({
  signatures: forms.map(({ label, parameters }) => ({
    label,
    parameters: parameters.map(({ start, end, about }) => ({
      label: [start, end],
      documentation: { kind: MarkupKind.Markdown, value: about },
    })),
  })),
  activeSignature: form,
  activeParameter: active,
});

/** `spans`: from the narrowest on; each becomes the child of the one behind it. */
export const toSelectionRange = (document: TextDocument, spans: readonly Span[]): SelectionRange =>
  spans.reduceRight<SelectionRange | undefined>(
    (parent, span) => ({ range: toRange(document, span), ...(parent && { parent }) }),
    undefined,
  ) ?? {
    range: toRange(document, { start: 0, end: 0 }),
  };

export const toTextEdits = (document: TextDocument, edits: readonly Edit[]): TextEdit[] => edits.map((edit) => toTextEdit(document, edit));
