/** Requests of daemonlint's own: pages of rules, the choices, the choice of kind and form for a document, the week of a crontab. */
import {
  type Authority,
  type Choice,
  kinds,
  rulePage,
  rules,
  type WeekPage,
  type Wish,
  weekMapMain,
  weekMapOf,
  weekMapPage,
} from '../../../core/src/index.js';
import { isRecord } from '../protocol.js';
import type { Session } from '../session.js';
import { pathOf } from '../uri.js';

/** `daemonlint/rule` {id} */
export function rulePageOf(params: unknown): { readonly markdown: string } | null {
  const id = isRecord(params) ? params.id : undefined;
  const rule = rules.find((candidate) => candidate.id === id);
  return rule ? { markdown: rulePage(rule) } : null;
}

/** `daemonlint/rules` */
export const ruleList = (): readonly { readonly id: string; readonly summary: string }[] =>
  rules.map(({ id, docs }) => ({ id, summary: docs.summary }));

/** `daemonlint/choices`: what a person may choose for a file, in words. */
export const choiceList = (): readonly { readonly label: string; readonly kind: string; readonly form?: string }[] =>
  kinds.flatMap(({ id, editor }) => editor.choices.map((choice) => ({ kind: id, ...choice })));

/** `daemonlint/choose` {uri, kind?, form?}: for this session; without kind and form the file is detected again. */
export function choose(session: Session, params: unknown): boolean {
  if (!isRecord(params) || typeof params.uri !== 'string') return false;
  const { uri, kind, form } = params;
  const wish: Wish = { ...(typeof kind === 'string' && { kind }), ...(typeof form === 'string' && { form }) };
  session.choose(uri, wish);
  return true;
}

/** `daemonlint/language` {uri}: the language of a file that the settings, or an image that takes it, make one of the kinds, whatever its name; null for others. */
export async function languageOf(session: Session, params: unknown): Promise<string | null> {
  if (!isRecord(params) || typeof params.uri !== 'string') return null;
  const { uri } = params;
  const choice = session.namedKindOf(uri, await session.trees.findProject(uri));
  return choice?.kind.editor.language?.id ?? null;
}

/** `daemonlint/weekMap` {uri, nonce?}: the week from today as a page with that nonce, or without one the inside of a page that is shown; null where the document is not open or no clock runs it. */
export function weekMap(session: Session, params: unknown): { readonly html: string } | null {
  if (!isRecord(params) || typeof params.uri !== 'string') return null;
  const { uri, nonce } = params;
  const reading = session.at(uri)?.reading;
  const map = reading && weekMapOf(reading.read, reading.context, session.runtime.now());
  if (map === undefined) return null;
  const page: WeekPage = { map, title: pathOf(uri).replace(/^.*\/(?=.)/, ''), keep: { uri } };
  return { html: typeof nonce === 'string' ? weekMapPage({ ...page, nonce }) : weekMapMain(page) };
}

const AUTHORITIES: Readonly<Record<Exclude<Authority, 'place'>, string>> = {
  flag: 'you chose it',
  comment: 'a comment in the file says so',
  project: '.daemonlint.json says so',
  editor: 'the editor says so',
  host: 'the rc.conf of its host says so',
  path: 'its path says so',
  content: 'its lines look like it',
  default: 'nothing says otherwise',
};

const because = ({ place }: Choice, by: Authority): string =>
  by === 'place' ? `.daemonlint.json or a Dockerfile puts it at ${place}` : AUTHORITIES[by];

/** The `daemonlint/status` notification for a document; undefined when it is of no known kind. */
export function statusOf(session: Session, uri: string): unknown {
  const choice = session.at(uri)?.reading.choice;
  if (choice === undefined) return undefined;
  const form = choice.kind.forms.length > 1 ? choice.form : '';
  return {
    uri,
    kind: choice.kind.id,
    form,
    name: `${choice.kind.title}${form === '' ? '' : ` (${form})`}`,
    dialects: choice.dialects,
    because: `${because(choice, choice.because.kind)}; form: ${because(choice, choice.because.form)}`,
  };
}
