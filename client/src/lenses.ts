/** Code lenses above what a change newly enables, disables or reschedules: the document against the last commit. */
import {
  CodeLens,
  type CodeLensProvider,
  Disposable,
  type DocumentSelector,
  type Event,
  EventEmitter,
  languages,
  Range,
  type TextDocument,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type Git, gitExtension, originOf, textAt } from './git.js';
import { ask, type Comparison, methods } from './protocol.js';

/** The file as it was at a commit. */
interface Old {
  readonly commit: string;
  readonly origin: string;
  readonly text: string | null;
}

class ChangeLenses implements CodeLensProvider {
  private readonly fired = new EventEmitter<void>();
  readonly onDidChangeCodeLenses = this.fired.event;
  private readonly olds = new Map<string, Old>();
  /** Of repositories by their roots: the extension makes a new object each time that it is asked for one. */
  private readonly heard = new Map<string, Disposable>();

  constructor(private readonly client: BaseLanguageClient) {}

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    const { uri } = document;
    if (workspace.getConfiguration('daemonlint', uri).get('lens.changes') === false) return [];
    const old = await this.oldOf(uri).catch(() => undefined);
    if (old === undefined || old.text === document.getText()) return [];
    const at = this.client.code2ProtocolConverter.asUri(uri);
    const pairs = [{ uri: at, language: document.languageId, oldText: old.text, newText: document.getText() }];
    const reply = await ask<Comparison>(this.client, methods.compare, { title: '', pairs });
    const lines = reply?.files.find((file) => file.uri === at)?.lines ?? [];
    return lines.map(
      ({ line, text }) =>
        new CodeLens(new Range(line, 0, line, 0), {
          title: text,
          command: 'daemonlint.compareWithRef',
          arguments: [uri, 'HEAD'],
          tooltip: 'Show all that this change starts, stops and runs otherwise',
        }),
    );
  }

  forget(uri: TextDocument['uri']): void {
    this.olds.delete(uri.toString());
  }

  refresh = (): void => this.fired.fire();

  dispose(): void {
    Disposable.from(this.fired, ...this.heard.values()).dispose();
  }

  /** Undefined where it has no history, or is as it was. */
  private async oldOf(uri: TextDocument['uri']): Promise<Old | undefined> {
    const git = await this.findGit();
    const repository = git?.getRepository(uri);
    const commit = repository?.state.HEAD?.commit;
    // Without a commit there is no change yet, and the old side of a diff is none.
    if (!repository || commit === undefined || uri.scheme !== repository.rootUri.scheme) return undefined;
    this.listen(repository.rootUri.toString(), repository.state.onDidChange);
    const origin = originOf(repository, uri) ?? uri;
    const key = uri.toString();
    const known = this.olds.get(key);
    if (known?.commit === commit && known.origin === origin.toString()) return known;
    const text = await textAt(repository, commit, origin);
    // What git passes over is part of no change.
    if (text === null && originOf(repository, uri) === undefined) return undefined;
    const old = { commit, origin: origin.toString(), text };
    this.olds.set(key, old);
    return old;
  }

  /** Asked for anew each time: it may be turned on and off. */
  private async findGit(): Promise<Git | undefined> {
    const extension = await gitExtension();
    if (extension) this.listen('enabled', extension.onDidChangeEnablement);
    const git = extension?.enabled ? extension.getAPI(1) : undefined;
    if (git) this.listen('opened', git.onDidOpenRepository);
    return git;
  }

  /** Looks again whenever `event` happens. */
  private listen(what: string, event: Event<unknown>): void {
    if (!this.heard.has(what)) this.heard.set(what, event(this.refresh));
  }
}

export function changeLenses(client: BaseLanguageClient, selector: DocumentSelector): Disposable {
  const lenses = new ChangeLenses(client);
  return Disposable.from(
    lenses,
    languages.registerCodeLensProvider(selector, lenses),
    workspace.onDidCloseTextDocument(({ uri }) => lenses.forget(uri)),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('daemonlint')) lenses.refresh();
    }),
  );
}
