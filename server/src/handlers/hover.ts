/** textDocument/hover */
import type { Hover, HoverParams } from 'vscode-languageserver';
import { directiveHoverAt, hoverAt } from '../../../core/src/index.js';
import { toHover } from '../convert.js';
import { linkTo } from '../rule-pages.js';
import type { Session } from '../session.js';

export function hover(session: Session, { textDocument: { uri }, position }: HoverParams): Hover | null {
  const open = session.at(uri);
  if (open === undefined) return null;
  const { document, reading } = open;
  const { now, zone } = session.runtime;
  const offset = document.offsetAt(position);
  const found =
    hoverAt(reading, offset, now(), zone) ?? directiveHoverAt(reading, offset, (rule) => linkTo(rule, session.gifts, session.runtime));
  return found ? toHover(document, found) : null;
}
