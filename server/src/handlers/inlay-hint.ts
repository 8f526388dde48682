/** textDocument/inlayHint and inlayHint/resolve */
import type { InlayHint, InlayHintParams } from 'vscode-languageserver';
import { hintAbout, hintsIn } from '../../../core/src/index.js';
import { toInlayHint, toSpan, withTooltip } from '../convert.js';
import type { HintClock } from '../hint-clock.js';
import type { Session } from '../session.js';

/** Those of the range that was asked for; `clock` is told when they will be out of date. `resolves`: the client asks for a tooltip when it shows one. */
export function inlayHints(session: Session, clock: HintClock, resolves: boolean, { textDocument, range }: InlayHintParams): InlayHint[] {
  const open = session.at(textDocument.uri);
  if (open === undefined) return [];
  const { document, reading } = open;
  const { now, zone } = session.runtime;
  const found = hintsIn(reading, toSpan(document, range), session.settings.editorFor(document.uri).hints, now());
  clock.note(document.uri, Math.min(...found.map(({ until }) => until ?? Number.POSITIVE_INFINITY)));
  return found.map((hint) => toInlayHint(document, hint, resolves ? undefined : hintAbout(reading, hint.offset, now(), zone)));
}

/** The hint with its tooltip; unchanged when its document is not open any more. */
export function resolveHint(session: Session, hint: InlayHint): InlayHint {
  const open = typeof hint.data === 'string' ? session.at(hint.data) : undefined;
  if (open === undefined) return hint;
  const { now, zone } = session.runtime;
  return { ...hint, ...withTooltip(hintAbout(open.reading, open.document.offsetAt(hint.position), now(), zone)) };
}
