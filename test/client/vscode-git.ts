// As much of the editor's Git extension, and of code lenses, as the client uses.
import assert from 'node:assert/strict';
import type { Address } from './address.js';
import { type Listeners, listeners } from './side-bar.js';

interface ChangeOfDesk {
  readonly uri: Address;
  readonly originalUri: Address;
  readonly renameUri?: Address;
}

/** One repository: what its commits and its index (by '') hold, and what is not as it is there. */
export interface RepositoryOfDesk {
  readonly rootUri: Address;
  /** By hash, then by path. */
  readonly commits: Record<string, Readonly<Record<string, string>>>;
  /** Hashes by what people call them. */
  readonly refs: Readonly<Record<string, string>>;
  head: string | undefined;
  /** What a diff with a commit names. */
  changed: readonly ChangeOfDesk[];
  indexed: readonly ChangeOfDesk[];
  working: readonly ChangeOfDesk[];
  readonly onChange: Listeners<void>;
  /** How often the text of a file was asked for. */
  shown: number;
}

export interface GitOfDesk {
  readonly repositories: readonly RepositoryOfDesk[];
  readonly onOpen: Listeners<void>;
  isOff?: boolean;
  readonly onEnabled: Listeners<boolean>;
}

export interface LensProvider {
  readonly onDidChangeCodeLenses: (heard: () => void) => unknown;
  provideCodeLenses(document: object): Promise<readonly LensOfDesk[]>;
}

export class RangeOfDesk {
  constructor(readonly line: number) {}
}

export class LensOfDesk {
  constructor(
    readonly range: RangeOfDesk,
    readonly command: { readonly title: string; readonly command: string; readonly arguments: readonly unknown[] },
  ) {}
}

export class FileSystemError extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

export const gitOf = (...repositories: readonly RepositoryOfDesk[]): GitOfDesk => ({
  repositories,
  onOpen: listeners(),
  onEnabled: listeners(),
});

export const repository = (root: Address, more: Partial<RepositoryOfDesk>): RepositoryOfDesk => ({
  rootUri: root,
  commits: {},
  refs: {},
  head: undefined,
  changed: [],
  indexed: [],
  working: [],
  onChange: listeners(),
  shown: 0,
  ...more,
});

/** The extension gives a new object each time that it is asked. */
function lent(one: RepositoryOfDesk): object {
  const textAt = (commit: string, path: string) => one.commits[commit]?.[path];
  return {
    rootUri: one.rootUri,
    state: {
      HEAD: one.head === undefined ? undefined : { commit: one.head },
      indexChanges: one.indexed,
      workingTreeChanges: one.working,
      mergeChanges: [],
      onDidChange: one.onChange.on,
    },
    getCommit: async (ref: string) => {
      const hash = one.refs[ref];
      if (hash === undefined) throw new Error(`unknown revision ${ref}`);
      return { hash };
    },
    getObjectDetails: async (commit: string, path: string) => {
      if (!(commit in one.commits)) throw new Error('bad object');
      if (textAt(commit, path) === undefined) throw Object.assign(new Error('not known'), { gitErrorCode: 'UnknownPath' });
      return {};
    },
    show: async (commit: string, path: string) => {
      one.shown++;
      return textAt(commit, path);
    },
    diffWith: async () => one.changed,
  };
}

/** The parts of `vscode` that know the Git extension, code lenses and diagnostics. */
export const gitPart = (
  git: () => GitOfDesk | undefined,
  take: (provider: LensProvider) => void,
  diagnostics: () => readonly object[],
  setLanguage: (document: { languageId: string }, language: string) => void,
): object => ({
  extensions: {
    getExtension: (id: string) => {
      assert.equal(id, 'vscode.git');
      const here = git();
      const api = () => ({
        repositories: here?.repositories.map(lent),
        onDidOpenRepository: here?.onOpen.on,
        getRepository: ({ path }: Address) => {
          const found = here?.repositories.find(({ rootUri }) => path.startsWith(`${rootUri.path}/`));
          return found ? lent(found) : null;
        },
      });
      const getAPI = () => (here?.isOff ? assert.fail('Git model not found') : api());
      return here && { activate: async () => ({ enabled: !here.isOff, onDidChangeEnablement: here.onEnabled.on, getAPI }) };
    },
  },
  languages: {
    getDiagnostics: diagnostics,
    setTextDocumentLanguage: async (document: { languageId: string }, language: string) => setLanguage(document, language),
    registerCodeLensProvider: (selector: object, provider: LensProvider) => {
      assert.deepEqual(selector, [{ language: 'crontab' }]);
      take(provider);
      return { dispose: () => undefined };
    },
  },
  Range: RangeOfDesk,
  CodeLens: LensOfDesk,
});
