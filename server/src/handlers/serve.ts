/** Which request is answered by what. */
import { type Connection, type ExecuteCommandParams, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import { attempt, guard } from '../guard.js';
import { HintClock, timers } from '../hint-clock.js';
import type { Session } from '../session.js';
import { codeActions } from './code-action.js';
import type { Colours } from './colours.js';
import { compare, known, NO_FILES } from './compare.js';
import { completions } from './completion.js';
import { format, formatOnType, formatRange } from './format.js';
import { hostList, hostReport } from './hosts.js';
import { hover } from './hover.js';
import { type Abilities, SAY } from './initialize.js';
import { inlayHints, resolveHint } from './inlay-hint.js';
import { documentSymbols, foldingRanges } from './outline.js';
import { choiceList, choose, languageOf, ruleList, rulePageOf, weekMap } from './own.js';
import { plan } from './plan.js';
import { selectionRanges } from './selection.js';
import { signatureHelp } from './signature.js';

/** Shows the text that a command carries: what has to be done after a fix is said once, not after each. */
function say(connection: Connection): (params: ExecuteCommandParams) => null {
  const said = new Set<string>();
  return ({ command, arguments: [text] = [] }) => {
    if (command !== SAY || typeof text !== 'string' || said.has(text)) return null;
    said.add(text);
    void connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message: text });
    return null;
  };
}

/** What is asked of a document at hand, and daemonlint's own requests; `refresh` follows a choice. */
export function serve(session: Session, version: string, refresh: () => void): void {
  const { connection } = session;
  connection.onHover(guard(connection, 'hover', null, (params) => hover(session, params)));
  connection.onCodeAction(guard(connection, 'code actions', [], (params) => codeActions(session, params)));
  connection.onDocumentSymbol(guard(connection, 'symbols', [], (params) => documentSymbols(session, params)));
  connection.onFoldingRanges(guard(connection, 'folding', [], (params) => foldingRanges(session, params)));
  connection.onExecuteCommand(guard(connection, 'a command', null, say(connection)));
  connection.onRequest('daemonlint/rule', guard(connection, 'a rule page', null, rulePageOf));
  connection.onRequest('daemonlint/rules', guard(connection, 'the rules', [], ruleList));
  connection.onRequest('daemonlint/choices', guard(connection, 'the choices', [], choiceList));
  connection.onRequest(
    'daemonlint/compare',
    guard(connection, 'a comparison', null, (params) => compare(session, params)),
  );
  connection.onRequest(
    'daemonlint/known',
    guard(connection, 'the known files', NO_FILES, (params) => known(session, params)),
  );
  connection.onRequest(
    'daemonlint/plan',
    guard(connection, 'a plan', null, (params) => plan(session, version, params)),
  );
  connection.onRequest(
    'daemonlint/language',
    guard(connection, 'a language', null, (params) => languageOf(session, params)),
  );
  connection.onRequest(
    'daemonlint/weekMap',
    guard(connection, 'the week map', null, (params) => weekMap(session, params)),
  );
  connection.onRequest(
    'daemonlint/hosts',
    guard(connection, 'the hosts', [], () => hostList(session)),
  );
  connection.onRequest(
    'daemonlint/hostPage',
    guard(connection, 'the report on a host', null, (params) => hostReport(session, params)),
  );
  const chosen = (params: unknown) => {
    const done = choose(session, params);
    refresh();
    return done;
  };
  connection.onRequest('daemonlint/choose', guard(connection, 'a choice', false, chosen));
}

/** The features that help while one writes. */
export function serveWriting(session: Session, colours: Colours): void {
  const { connection } = session;
  const { semanticTokens } = connection.languages;
  connection.onCompletion(guard(connection, 'completion', [], (params) => completions(session, params)));
  connection.onSignatureHelp(guard(connection, 'signature help', null, (params) => signatureHelp(session, params)));
  connection.onSelectionRanges(guard(connection, 'selection ranges', null, (params) => selectionRanges(session, params)));
  connection.onDocumentFormatting(guard(connection, 'formatting', [], (params) => format(session, params)));
  connection.onDocumentRangeFormatting(guard(connection, 'formatting', [], (params) => formatRange(session, params)));
  connection.onDocumentOnTypeFormatting(guard(connection, 'formatting', [], (params) => formatOnType(session, params)));
  semanticTokens.on(guard(connection, 'colours', { data: [] }, (params) => colours.all(params)));
  semanticTokens.onDelta(guard(connection, 'colours', { data: [] }, (params) => colours.delta(params)));
  semanticTokens.onRange(guard(connection, 'colours', { data: [] }, (params) => colours.within(params)));
}

/** Serves hints, and gives what has them asked for anew. */
export function serveHints(session: Session, { refreshHints, resolveHints }: Abilities): HintClock {
  const { connection, runtime } = session;
  const { inlayHint } = connection.languages;
  const refresh = () => void attempt(connection, 'asking for hints to be asked for', () => inlayHint.refresh());
  const clock = new HintClock(timers(runtime.now), refreshHints ? refresh : undefined);
  inlayHint.on(guard(connection, 'hints', [], (params) => inlayHints(session, clock, resolveHints, params)));
  inlayHint.resolve(async (hint) => guard(connection, 'a hint', hint, () => resolveHint(session, hint))(hint));
  return clock;
}
