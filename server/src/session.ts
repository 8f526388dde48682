/** What the server knows while it runs: open documents, their readings, the settings, the hosts. Readings are cached here and nowhere else. */
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Choice, type Host, identify, lint, type Reading, type Settings, type Wish } from '../../core/src/index.js';
import { type Project, wishFor, wishOf } from '../../workspace/src/index.js';
import { type Places, toRange } from './convert.js';
import { attempt } from './guard.js';
import { LaidSettings } from './laid-settings.js';
import { type ClientGifts, NO_GIFTS } from './protocol.js';
import { pageOf } from './rule-pages.js';
import type { Runtime } from './runtime.js';
import type { Trees } from './trees.js';
import { isConfig, isUnsaved, pathOf, spelledAlike } from './uri.js';

interface Cached {
  readonly version: number;
  readonly settings: Settings;
  readonly wishes: string;
  readonly mode: number | undefined;
  readonly reading: Reading | undefined;
}

export class Session {
  gifts: ClientGifts = NO_GIFTS;
  /** The client takes edits that name versions. */
  byVersion = false;
  /** The client takes edits that make files. */
  canCreate = false;
  /** The client has a grammar that colours as well. */
  augmentsSyntax = false;
  readonly settings: LaidSettings;
  private readonly readings = new Map<string, Cached>();
  private readonly chosen = new Map<string, Wish>();
  /** What the hosts were told of each open document. */
  private readonly noted = new Map<string, Reading['document']>();

  constructor(
    readonly connection: Connection,
    readonly documents: TextDocuments<TextDocument>,
    readonly trees: Trees,
    readonly runtime: Runtime,
  ) {
    this.settings = new LaidSettings(trees, runtime, (text) => connection.console.info(text));
  }

  /** The document and its reading; undefined when it is not open or no kind is known for it. */
  at(uri: string): { readonly document: TextDocument; readonly reading: Reading } | undefined {
    const document = this.documents.get(uri);
    const reading = document && this.readingOf(document);
    return document && reading ? { document, reading } : undefined;
  }

  /** The open document for the file at `uri`, however the editor spells it. */
  openAt(uri: string): TextDocument | undefined {
    const alike = spelledAlike(uri);
    return this.documents.get(uri) ?? this.documents.all().find((document) => spelledAlike(document.uri) === alike);
  }

  readingOf(document: TextDocument): Reading | undefined {
    const { uri, version } = document;
    const settings = this.settings.holdingFor(uri);
    const path = pathOf(uri);
    const wishes = JSON.stringify([this.wishesFor(uri), document.languageId]);
    const cached = this.readings.get(uri);
    if (
      cached &&
      cached.version === version &&
      cached.settings === settings &&
      cached.wishes === wishes &&
      cached.mode === this.modeOf(uri, cached.reading)
    )
      return cached.reading;
    const text = document.getText();
    const choice = this.choiceOf(uri, text, document.languageId);
    const mode = this.modeOf(uri, choice);
    const reading = choice && lint(path, text, choice, settings, mode);
    this.readings.set(uri, { version, settings, wishes, mode, reading });
    return reading;
  }

  /** What `text` is at `uri`; undefined where no kind is known for it, or nothing is to be judged there. */
  choiceOf(uri: string, text: string, language: string | undefined): Choice | undefined {
    const { enable, ...wishes } = this.wishesFor(uri);
    const input = { path: pathOf(uri), text, sniff: true, ...wishes, ...(language !== undefined && { language }) };
    return enable && !isConfig(uri) ? identify(input) : undefined;
  }

  /** What the file at `uri` is by its name and the settings alone, `project` among them. */
  namedKindOf(uri: string, project: Project): Choice | undefined {
    const { enable, files } = this.settings.editorFor(uri);
    const path = pathOf(uri);
    const wishes = { project: wishOf(project, path), editor: wishFor(files, this.trees.inFolder(uri)) };
    return enable && !isConfig(uri) ? identify({ path, text: '', sniff: false, ...wishes }) : undefined;
  }

  /** `text` as it would be read at `uri` with `host` in view. */
  readAs(uri: string, text: string, choice: Choice, host: Host): Reading {
    return lint(pathOf(uri), text, choice, { ...this.settings.holdingFor(uri), host }, this.modeOf(uri, choice));
  }

  /** For this session: read `uri` as `wish` says. */
  choose(uri: string, wish: Wish): void {
    this.chosen.set(uri, wish);
  }

  /** Lets the host of `uri` know what the open document says now. */
  settle(uri: string): void {
    const document = this.at(uri)?.reading.alone;
    if (document === undefined || this.noted.get(uri) === document) return;
    this.noted.set(uri, document);
    this.trees.note(uri, document);
  }

  /** The same for all open documents, and for files that the client does not watch: before an edit of `uri` that leads to others. */
  async settleAll(uri: string): Promise<void> {
    if (this.documents.get(uri) === undefined) return;
    for (const each of this.documents.keys()) await attempt(this.connection, `reading ${each}`, () => this.settle(each));
    await this.trees.freshen(uri);
  }

  /** Folders came or went: open documents may belong to other hosts. */
  resettle(): void {
    this.noted.clear();
  }

  /** `uri` is not open any more. */
  forget(uri: string): void {
    this.drop(uri);
    this.noted.delete(uri);
    // The next document that nobody has saved yet may get the same name.
    if (isUnsaved(uri)) this.chosen.delete(uri);
    this.trees.release(uri);
  }

  /** Forgets what was read at `uri`. */
  drop(uri: string): void {
    this.readings.delete(uri);
    this.settings.drop(uri);
  }

  can(command: string): boolean {
    return this.gifts.commands.includes(command);
  }

  /** The places as seen from `uri`: other files are those of its host. */
  placesFrom(uri: string): Places {
    return {
      byVersion: this.byVersion,
      page: (rule) => pageOf(rule, this.gifts, this.runtime),
      elsewhere: (file, span) => {
        const other = this.trees.fileOf(uri, file);
        if (other === undefined) return undefined;
        const open = this.openAt(other.uri);
        if (open) return { uri: open.uri, version: open.version, range: toRange(open, span) };
        const place = other.placeAt(span.start);
        if (place === undefined) return undefined;
        const { line, column } = place;
        const range = { start: { line, character: column }, end: { line, character: column + span.end - span.start } };
        return { uri: other.uri, version: null, range };
      },
    };
  }

  private wishesFor(uri: string) {
    const { enable, files } = this.settings.editorFor(uri);
    const flag = this.chosen.get(uri);
    const project = wishOf(this.trees.projectOf(uri), pathOf(uri));
    return { enable, project, editor: wishFor(files, this.trees.inFolder(uri)), ...(flag && { flag }) };
  }

  private modeOf(uri: string, reading: Pick<Reading, 'kind'> | undefined): number | undefined {
    return reading?.kind.heedsMode ? this.trees.modeFor(uri) : undefined;
  }
}
