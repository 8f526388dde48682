/** The comparison of the working tree with the index or a commit, as a new document. */
import { FileSystemError, Uri, window, workspace } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { changedSince, type Git, gitApi, INDEX, type Repository, textAt } from './git.js';
import { openUntitled } from './notes.js';
import { nameOf } from './pages.js';
import { ask, type Comparison, type Known, methods } from './protocol.js';

const say = (message: string): void => void window.showInformationMessage(message);
const warn = (message: string): void => void window.showWarningMessage(message);

/** What to do where the editor has no git to ask. */
const ELSEWHERE = 'On a checkout, “daemonlint compare HEAD .” does the same from a shell.';

/** The repository of `given`, of the active editor, or the one that is open or picked; says so where there is none. */
async function repositoryOf(git: Git | undefined, given: unknown): Promise<Repository | undefined> {
  if (git === undefined) {
    warn(
      `Comparing asks the editor’s own Git extension, which is not there or is turned off (setting git.enabled), as it is in a virtual workspace. ${ELSEWHERE}`,
    );
    return undefined;
  }
  const here = given instanceof Uri ? given : window.activeTextEditor?.document.uri;
  const own = here && git.getRepository(here);
  if (own) return own;
  const [first, ...others] = git.repositories;
  if (first === undefined) warn(`Nothing that is open here is in a Git repository, so there is nothing to compare with. ${ELSEWHERE}`);
  if (others.length === 0) return first;
  const items = git.repositories.map((repository) => ({
    label: nameOf(repository.rootUri),
    description: repository.rootUri.path,
    repository,
  }));
  return (await window.showQuickPick(items, { title: 'Compare the files of which repository?' }))?.repository;
}

/** What the editor has of `uri`: unsaved edits count; null where there is no such file. */
async function textOf(uri: Uri): Promise<{ readonly text: string | null; readonly language?: string }> {
  try {
    await workspace.fs.stat(uri);
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') return { text: null };
    throw error;
  }
  const document = await workspace.openTextDocument(uri);
  return { text: document.getText(), language: document.languageId };
}

/** Files of `repository` that are edited and not saved. */
const unsaved = (git: Git, repository: Repository): readonly Uri[] =>
  workspace.textDocuments.flatMap(({ isDirty, uri }) =>
    isDirty && uri.scheme === repository.rootUri.scheme && git.getRepository(uri)?.rootUri.toString() === repository.rootUri.toString()
      ? [uri]
      : [],
  );

/** Compares with `commit`, which people call `name`. */
async function compareWith(client: BaseLanguageClient, git: Git, repository: Repository, commit: string, name: string): Promise<void> {
  const { asUri } = client.code2ProtocolConverter;
  const changed = [...(await changedSince(repository, commit)), ...unsaved(git, repository)];
  const byName = new Map(changed.map((uri) => [asUri(uri), uri]));
  const named = await ask<Known>(client, methods.known, { uris: [...byName.keys()] });
  if (named === undefined) return warn('The language server of daemonlint does not answer. “daemonlint: Restart Server” starts it anew.');
  const pairs: object[] = [];
  const unread: string[] = [];
  const links = new Set(named.links);
  for (const uri of [...named.files, ...named.links]) {
    const at = byName.get(uri);
    if (at === undefined) continue;
    try {
      // What a link led to is its text in git; where it leads now the server knows.
      const { text, language } = links.has(uri) ? { text: null } : await textOf(at);
      pairs.push({ uri, language, oldText: await textAt(repository, commit, at), newText: text });
    } catch {
      unread.push(nameOf(at));
    }
  }
  if (unread.length > 0) warn(`Left out of the comparison, because it cannot be read: ${unread.join(', ')}`);
  if (pairs.length === 0) return say(`No file that daemonlint reads is other than in ${name}.`);
  const title = `${name} to the working tree`;
  const reply = await ask<Comparison>(client, methods.compare, { title, pairs });
  if (reply) await openUntitled({ language: 'markdown', text: reply.markdown });
}

/** Shows what of the working tree is not as it is in the index. */
export async function compareWithIndex(client: BaseLanguageClient, given: unknown): Promise<void> {
  const git = await gitApi();
  const repository = await repositoryOf(git, given);
  if (git && repository) await compareWith(client, git, repository, INDEX, 'the index');
}

/** What is no name of one commit, in words; undefined for what may be one. */
const wrongRef = (ref: string): string | undefined => {
  if (ref.trim() === '') return 'Name a branch, a tag or a commit.';
  return /^\s*-|\.\.|\s\S/.test(ref.trimStart())
    ? 'This names no commit: write one branch, tag or hash, such as main or HEAD~2.'
    : undefined;
};

/** Shows what of the working tree is not as it was at `ref`; asks for it where it is not given. */
export async function compareWithRef(client: BaseLanguageClient, given: unknown, ref: unknown): Promise<void> {
  const git = await gitApi();
  const repository = await repositoryOf(git, given);
  if (git === undefined || repository === undefined) return;
  const prompt = 'Compare the files with which branch, tag or commit?';
  const asked = typeof ref === 'string' ? ref : await window.showInputBox({ prompt, value: 'HEAD', validateInput: wrongRef });
  if (asked === undefined) return;
  const name = asked.trim();
  const wrong = wrongRef(name);
  if (wrong !== undefined) return warn(wrong);
  const commit = await repository.getCommit(name).then(
    ({ hash }) => hash,
    () => undefined,
  );
  if (commit === undefined)
    return warn(
      `Git knows no commit “${name}” in ${nameOf(repository.rootUri)}. In a shallow clone, or before a fetch, it may not be there yet.`,
    );
  await compareWith(client, git, repository, commit, name);
}
