/** Requests of daemonlint's own: pages of rules, and the choice of kind and form for a document. */
import { type Choice, rulePage, rules, type Wish } from '../../../core/src/index.js';
import { isRecord } from '../protocol.js';
import type { Session } from '../session.js';

/** `daemonlint/rule` {id} */
export function rulePageOf(params: unknown): { readonly markdown: string } | null {
  const id = isRecord(params) ? params.id : undefined;
  const rule = rules.find((candidate) => candidate.id === id);
  return rule ? { markdown: rulePage(rule) } : null;
}

/** `daemonlint/rules` */
export const ruleList = (): readonly { readonly id: string; readonly summary: string }[] =>
  rules.map(({ id, docs }) => ({ id, summary: docs.summary }));

/** `daemonlint/choose` {uri, kind?, form?}: for this session; without kind and form the file is detected again. */
export function choose(session: Session, params: unknown): boolean {
  if (!isRecord(params) || typeof params.uri !== 'string') return false;
  const { uri, kind, form } = params;
  const wish: Wish = { ...(typeof kind === 'string' && { kind }), ...(typeof form === 'string' && { form }) };
  session.choose(uri, wish);
  return true;
}

const because: Readonly<Record<Choice['because']['kind'], string>> = {
  flag: 'you chose it',
  comment: 'a comment in the file says so',
  project: '.daemonlint.json says so',
  editor: 'the editor says so',
  path: 'its path says so',
  content: 'its lines look like it',
  default: 'nothing says otherwise',
};

/** The `daemonlint/status` notification for a document; undefined when it is of no known kind. */
export function statusOf(session: Session, uri: string): unknown {
  const choice = session.at(uri)?.reading.choice;
  if (choice === undefined) return undefined;
  return {
    uri,
    kind: choice.kind.id,
    form: choice.kind.forms.length > 1 ? choice.form : '',
    dialects: choice.dialects,
    because: `${because[choice.because.kind]}; form: ${because[choice.because.form]}`,
  };
}
