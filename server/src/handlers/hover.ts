/** textDocument/hover */
import type { Hover, HoverParams } from 'vscode-languageserver';
import { hoverAt } from '../../../core/src/index.js';
import { toHover } from '../convert.js';
import type { Session } from '../session.js';

export function hover(session: Session, { textDocument, position }: HoverParams): Hover | null {
  const open = session.at(textDocument.uri);
  const { now, zone } = session.runtime;
  const found = open && hoverAt(open.reading, open.document.offsetAt(position), now(), zone);
  return open && found ? toHover(open.document, found) : null;
}
