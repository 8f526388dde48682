/** `daemonlint/plan`: the script that turns off what is found on a host, or the one that takes it back. */
import { type PlanSystem, planSystems, systemTitles } from '../../../core/src/index.js';
import { type Files, type FoundHosts, hostsOf, type Member, parentOf, planFor, readHosts } from '../../../workspace/src/index.js';
import { asInEditor } from '../as-in-editor.js';
import type { Ground } from '../placed.js';
import { isRecord } from '../protocol.js';
import type { Session } from '../session.js';
import { pathOf } from '../uri.js';

/** What the client makes of it: a document to show, a choice to offer, or nothing to be done. */
export type PlanReply =
  | { readonly type: 'script'; readonly language: 'shellscript'; readonly text: string }
  | { readonly type: 'nothing' }
  | { readonly type: 'hosts'; readonly hosts: readonly { readonly label: string; readonly uri: string }[] }
  | { readonly type: 'systems'; readonly systems: readonly { readonly label: string; readonly id: PlanSystem }[] };

/** The open files outside of the workspace that are read together. */
const openMembers = (session: Session, { holds }: Ground): readonly Member[] =>
  session.documents.keys().flatMap((uri): Member[] => {
    const open = holds(uri) ? session.at(uri) : undefined;
    if (open === undefined) return [];
    const { document, reading } = open;
    const path = pathOf(uri);
    const source = { path, text: document.getText(), encoding: 'utf-8' as const };
    return [{ source, choice: reading.choice, project: session.trees.projectOf(uri), folder: parentOf(path) ?? path }];
  });

async function read(files: Files, session: Session, ground: Ground): Promise<FoundHosts> {
  if (ground.folder !== '') return readHosts(files, ground.folder);
  return { hosts: await hostsOf(files, openMembers(session, ground)), problems: [] };
}

const wordsOf = (systems: readonly PlanSystem[]) => systems.map((id) => ({ label: systemTitles[id], id }));

/** {uri, undo?, system?}: for the host that `uri` (a file, a folder, the root of a host) belongs to; null for what is no question. */
export async function plan(session: Session, version: string, params: unknown): Promise<PlanReply | null> {
  if (!isRecord(params) || typeof params.uri !== 'string') return null;
  const { uri } = params;
  const system = planSystems.find((name) => name === params.system);
  const ground = session.trees.groundOf(uri);
  const files = asInEditor(session, ground);
  const base = session.settings.baseFor(uri);
  const found = await read(files, session, ground);
  // The root itself is given where a person has chosen among several.
  const root = [pathOf(uri), ground.root].find((path) => found.hosts.some(({ host }) => host.root === path));
  const wish = { system, undo: params.undo === true, root };
  const answer = await planFor(files, found, wish, { version, from: root ?? ground.root }, base);
  for (const { path, message } of answer.problems) session.connection.console.warn(`${path}: ${message}`);
  if (answer.type === 'script') return { type: 'script', language: 'shellscript', text: answer.script };
  if (answer.type === 'nothing') return { type: 'nothing' };
  if (answer.type === 'hosts') return { type: 'hosts', hosts: answer.roots.map((root) => ({ label: root, uri: ground.uriOf(root) })) };
  return { type: 'systems', systems: wordsOf(answer.told.length > 1 ? answer.told : planSystems) };
}
