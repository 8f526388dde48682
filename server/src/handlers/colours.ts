/** textDocument/semanticTokens: all, the difference to the last, and a range */
import type {
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensParams,
  SemanticTokensRangeParams,
} from 'vscode-languageserver';
import { coloursOf } from '../../../core/src/index.js';
import { tokenEdits, toTokens } from '../convert/colours.js';
import { toSpan } from '../convert.js';
import type { Session } from '../session.js';

interface Given {
  readonly id: string;
  readonly data: readonly number[];
}

export class Colours {
  /** What the client was given last, by URI. */
  private readonly given = new Map<string, Given>();
  private count = 0;

  constructor(private readonly session: Session) {}

  all({ textDocument }: SemanticTokensParams): SemanticTokens {
    const data = this.dataOf(textDocument.uri);
    return { resultId: this.remember(textDocument.uri, data), data };
  }

  /** Everything anew where the client names a result that is not the last one. */
  delta({ textDocument, previousResultId }: SemanticTokensDeltaParams): SemanticTokens | SemanticTokensDelta {
    const last = this.given.get(textDocument.uri);
    const data = this.dataOf(textDocument.uri);
    const resultId = this.remember(textDocument.uri, data);
    return last?.id === previousResultId ? { resultId, edits: tokenEdits(last.data, data) } : { resultId, data };
  }

  within({ textDocument, range }: SemanticTokensRangeParams): SemanticTokens {
    const open = this.session.at(textDocument.uri);
    if (open === undefined) return { data: [] };
    const span = toSpan(open.document, range);
    return { data: toTokens(open.document.getText(), coloursOf(open.reading, this.session.augmentsSyntax, span)) };
  }

  /** `uri` is not open any more. */
  forget(uri: string): void {
    this.given.delete(uri);
  }

  private dataOf(uri: string): number[] {
    const open = this.session.at(uri);
    return open ? toTokens(open.document.getText(), coloursOf(open.reading, this.session.augmentsSyntax)) : [];
  }

  private remember(uri: string, data: readonly number[]): string {
    const id = String(++this.count);
    // A document that is closed by now would never be forgotten.
    if (this.session.documents.get(uri) !== undefined) this.given.set(uri, { id, data });
    return id;
  }
}
