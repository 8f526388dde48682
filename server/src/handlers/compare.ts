/** `daemonlint/compare`: what texts start, stop and run otherwise than they did. The client knows both sides: here nothing is asked of a version control. */
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type ComparedHost,
  compareHosts,
  comparisonMarkdown,
  type Host,
  type LineChange,
  lineChanges,
  lineStarts,
  settledFiles,
  sheetOf,
  summarise,
} from '../../../core/src/index.js';
import { isLinkPath, onHost, relativeTo, seenOn } from '../../../workspace/src/index.js';
import { isRecord } from '../protocol.js';
import type { Session } from '../session.js';
import { pathOf } from '../uri.js';
import { type Pair, withFolders } from './compare-links.js';
import { keptOn } from './hosts.js';

export interface CompareReply {
  readonly markdown: string;
  /** The new sides of which something is to be told; lines are 0-based. */
  readonly files: readonly {
    readonly uri: string;
    readonly lines: readonly { readonly line: number; readonly turn: LineChange['turn']; readonly text: string }[];
  }[];
}

/** So many of the next runs are told. */
const RUNS = 3;

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null);

function pairOf(session: Session, sent: unknown): readonly Pair[] {
  if (!isRecord(sent) || typeof sent.uri !== 'string') return [];
  const { uri, language, oldText, newText } = sent;
  const open = session.openAt(uri);
  const named = open?.languageId ?? (typeof language === 'string' ? language : undefined);
  return [{ uri, language: named, before: textOr(oldText), after: open?.getText() ?? textOr(newText) }];
}

/** The URI of the root of the host that `uri` belongs to. */
function rootUriOf({ trees }: Session, uri: string): string {
  const { root, uriOf } = trees.groundOf(uri);
  return uriOf(root);
}

/** The pairs of each host, by the URI of its root. */
function byHost(session: Session, pairs: readonly Pair[]): ReadonlyMap<string, readonly Pair[]> {
  const found = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = rootUriOf(session, pair.uri);
    found.set(key, [...(found.get(key) ?? []), pair]);
  }
  return found;
}

/** One side of a host: its other files are the same on both. */
function sideOf(session: Session, name: string, pairs: readonly Pair[], side: 'before' | 'after'): ComparedHost {
  const uri = pairs[0]?.uri ?? '';
  const { files, ...rest } = session.trees.hostFor(uri);
  const { root } = rest;
  const own = new Set(pairs.map((pair) => pathOf(pair.uri)));
  const read = pairs.flatMap((pair) => {
    const text = pair[side];
    const choice = text === null ? undefined : session.choiceOf(pair.uri, text, pair.language);
    const path = pathOf(pair.uri);
    return text === null || choice === undefined
      ? []
      : [{ uri: pair.uri, path: relativeTo(root, path) || path, seen: seenOn(root, path), text, choice }];
  });
  const summaries = read.map(({ path, text, choice }) => summarise(path, choice.kind.read(text, choice).document));
  const known: Host = { ...rest, files: [...files.filter(({ path }) => !own.has(onHost(root, path))), ...summaries] };
  const host: Host = { ...known, files: settledFiles(known) };
  return {
    name,
    host,
    keep: keptOn(session, rootUriOf(session, uri)),
    files: read.map(({ uri: at, seen, text, choice }) => ({ path: seen, reading: session.readAs(at, text, choice, host) })),
  };
}

/** Lines as the editor counts them: to it a lone CR ends one too. */
function linesOf({ uri, after }: Pair, root: string, changes: readonly LineChange[]) {
  const text = after ?? '';
  const document = TextDocument.create(uri, '', 0, text);
  const starts = lineStarts(text);
  return changes
    .filter(({ file }) => file === seenOn(root, pathOf(uri)))
    .map(({ line, turn, text: said }) => ({ line: document.positionAt(starts[line - 1] ?? 0).line, turn, text: said }));
}

/**
 * {title, pairs: [{uri, language?, oldText: string | null, newText?: string | null}]}: a text that is open counts as the editor has it. Null for what is no question.
 */
export async function compare(session: Session, params: unknown): Promise<CompareReply | null> {
  if (!isRecord(params) || !Array.isArray(params.pairs)) return null;
  const sent = params.pairs.flatMap((one: unknown) => pairOf(session, one));
  const [open] = sent.flatMap(({ uri }) => session.openAt(uri)?.uri ?? []);
  if (open !== undefined) await session.settleAll(open);
  const hosts = [...byHost(session, withFolders(session, sent))];
  const told = hosts.map(([key, own]) => {
    const name = hosts.length === 1 ? '' : session.trees.inFolder(key);
    const [before, after] = [sideOf(session, name, own, 'before'), sideOf(session, name, own, 'after')];
    const comparisons = compareHosts([before], [after], { from: session.runtime.now(), count: RUNS });
    const changes = comparisons.flatMap(lineChanges);
    return { comparisons, files: own.map((pair) => ({ uri: pair.uri, lines: linesOf(pair, after.host.root, changes) })) };
  });
  const title = typeof params.title === 'string' ? params.title : 'Comparison';
  return {
    markdown: comparisonMarkdown(sheetOf(told.flatMap(({ comparisons }) => comparisons)), title),
    files: told.flatMap(({ files }) => files).filter(({ lines }) => lines.length > 0),
  };
}

export interface KnownReply {
  readonly files: readonly string[];
  /** Of those, too: what they are asked of is where they led, and not what is read through them. */
  readonly links: readonly string[];
}

export const NO_FILES: KnownReply = { files: [], links: [] };

/** `daemonlint/known` {uris}: those of files that are judged, by what their paths, the project and the editor tell of them, or by what is open there; and those of links that start something. */
export function known(session: Session, params: unknown): KnownReply {
  const sent: readonly unknown[] = isRecord(params) && Array.isArray(params.uris) ? params.uris : [];
  const uris = sent.filter((uri): uri is string => typeof uri === 'string');
  const isJudged = (uri: string): boolean => {
    const open = session.openAt(uri);
    return (open ? session.readingOf(open) : session.choiceOf(uri, '', undefined)) !== undefined;
  };
  const links = uris.filter((uri) => isLinkPath(pathOf(uri)));
  return { files: uris.filter((uri) => !links.includes(uri) && isJudged(uri)), links };
}
