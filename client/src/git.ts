/** What the editor's own Git extension knows of texts as they were. Nothing here runs git: the extension does, where it is there and turned on. */
import { type Event, extensions, type Uri } from 'vscode';

interface Change {
  readonly uri: Uri;
  readonly originalUri: Uri;
  readonly renameUri?: Uri | undefined;
}

/** As much of the interface of `vscode.git` as is used. */
export interface Repository {
  readonly rootUri: Uri;
  readonly state: {
    readonly HEAD?: { readonly commit?: string | undefined } | undefined;
    readonly indexChanges: readonly Change[];
    readonly workingTreeChanges: readonly Change[];
    readonly mergeChanges: readonly Change[];
    readonly untrackedChanges?: readonly Change[] | undefined;
    readonly onDidChange: Event<void>;
  };
  getCommit(ref: string): Promise<{ readonly hash: string }>;
  getObjectDetails(ref: string, path: string): Promise<unknown>;
  show(ref: string, path: string): Promise<string>;
  diffWith(ref: string): Promise<readonly Change[]>;
}

export interface Git {
  readonly repositories: readonly Repository[];
  readonly onDidOpenRepository: Event<Repository>;
  getRepository(uri: Uri): Repository | null;
}

interface GitExtension {
  /** Also false while the extension has not found its program yet. */
  readonly enabled: boolean;
  readonly onDidChangeEnablement: Event<boolean>;
  getAPI(version: 1): Git;
}

/** Undefined where there is no such extension, as in a browser. */
export async function gitExtension(): Promise<GitExtension | undefined> {
  try {
    return await extensions.getExtension<GitExtension>('vscode.git')?.activate();
  } catch {
    // It has told itself what it lacks.
    return undefined;
  }
}

/** Undefined where there is no such extension, it is turned off, or no git is installed. */
export async function gitApi(): Promise<Git | undefined> {
  const extension = await gitExtension();
  return extension?.enabled ? extension.getAPI(1) : undefined;
}

/** The files of the index have no commit. */
export const INDEX = '';

/** What `uri` said at `commit`, or in the {@link INDEX}; null where it was not there. */
export async function textAt(repository: Repository, commit: string, uri: Uri): Promise<string | null> {
  try {
    await repository.getObjectDetails(commit, uri.fsPath);
  } catch (error) {
    if ((error as { readonly gitErrorCode?: unknown } | undefined)?.gitErrorCode === 'UnknownPath') return null;
    throw error;
  }
  return repository.show(commit, uri.fsPath);
}

const NEW = 'untrackedChanges';

/** What is not as it is in the index, files that git does not know yet among it. */
const besidesIndex = ({ state }: Repository): readonly Change[] => [
  ...state.workingTreeChanges,
  ...state.mergeChanges,
  ...(state[NEW] ?? []),
];

/** The file that `uri` was at the last commit, by another name or by its own; undefined where git passes it over, or it is as it was. */
export function originOf({ state }: Repository, uri: Uri): Uri | undefined {
  const at = uri.toString();
  const all = [...state.indexChanges, ...state.workingTreeChanges, ...state.mergeChanges, ...(state[NEW] ?? [])];
  const change = all.find((each) => (each.renameUri ?? each.uri).toString() === at);
  return change?.renameUri ? change.originalUri : change?.uri;
}

/** The addresses, old and new ones, of files that are not as they were at `commit`, or in the {@link INDEX}. */
export async function changedSince(repository: Repository, commit: string): Promise<readonly Uri[]> {
  const tracked = commit === INDEX ? [] : await repository.diffWith(commit);
  const all = [...tracked, ...besidesIndex(repository)].flatMap(({ uri, originalUri, renameUri }) => [originalUri, renameUri ?? uri]);
  return [...new Map(all.map((uri) => [uri.toString(), uri])).values()];
}
