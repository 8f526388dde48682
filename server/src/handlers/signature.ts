/** textDocument/signatureHelp */
import { type SignatureHelp, type SignatureHelpParams, SignatureHelpTriggerKind } from 'vscode-languageserver';
import { signatureAt } from '../../../core/src/index.js';
import { toSignatureHelp } from '../convert/writing.js';
import type { Session } from '../session.js';

/** What ends a field. */
export const signatureTriggers = [' ', '\t'];

export function signatureHelp(session: Session, { textDocument, position, context }: SignatureHelpParams): SignatureHelp | null {
  const open = session.at(textDocument.uri);
  if (open === undefined) return null;
  const asked = (context?.triggerKind ?? SignatureHelpTriggerKind.Invoked) === SignatureHelpTriggerKind.Invoked;
  const help = signatureAt(open.reading, open.document.offsetAt(position), asked);
  return help ? toSignatureHelp(help) : null;
}
