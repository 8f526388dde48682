/** Configs that are open in the editor: what is wrong in them as they are typed, and which of their ignores silence nothing. What they say counts for others once they are saved. */
import { idleness, judge, parseConfig, readHosts } from '../../workspace/src/index.js';
import { asInEditor } from './as-in-editor.js';
import { toConfigDiagnostic, toIdleDiagnostic } from './convert/config.js';
import { Later } from './later.js';
import type { Session } from './session.js';
import { isConfig, pathOf } from './uri.js';

/** In milliseconds: after a keystroke, and after other files changed. */
const QUIET = 100;
const CALM = 500;

/** Whether an ignore silences anything is told by reading what it is about: of larger workspaces the command line tells it. */
const MOST_FILES = 2000;

const NOTHING = { heeded: new Set<number>() };

export class OpenConfigs {
  private readonly later: Later;
  /** The mistakes that were told last, as JSON. */
  private readonly told = new Map<string, string>();

  constructor(private readonly session: Session) {
    this.later = new Later(session.connection, (uri) => this.show(uri));
  }

  /** `uri` was opened or changed. */
  changed(uri: string): void {
    this.later.soon(uri, this.told.has(uri) ? QUIET : 0);
  }

  /** Other files may say something else now. */
  refresh(): void {
    for (const uri of this.session.documents.keys()) if (isConfig(uri)) this.later.soon(uri, CALM);
  }

  /** What is on the disk counts again. */
  closed(uri: string): void {
    this.later.cancel(uri);
    this.told.delete(uri);
    void this.session.connection.sendDiagnostics({ uri, diagnostics: [] });
    this.session.trees.changed([{ uri, became: 'other' }]);
  }

  private async show(uri: string): Promise<void> {
    const { connection, documents } = this.session;
    const document = documents.get(uri);
    if (document === undefined) return;
    const { version } = document;
    const { config, problems } = parseConfig(pathOf(uri), document.getText());
    const mistakes = problems.map(toConfigDiagnostic);
    const words = JSON.stringify(mistakes);
    // Ignores that are marked stay so until more is known of them.
    if (this.told.get(uri) !== words) await connection.sendDiagnostics({ uri, version, diagnostics: mistakes });
    this.told.set(uri, words);
    const idle = config.ignore.length === 0 ? [] : await this.idleIn(uri);
    if (documents.get(uri)?.version !== version || this.later.isWaiting(uri)) return;
    const places = this.session.placesFrom(uri);
    await connection.sendDiagnostics({ uri, version, diagnostics: [...mistakes, ...idle.map((one) => toIdleDiagnostic(one, places))] });
  }

  /** The ignores of the config, as it is typed, that silence nothing in its workspace folder, as that is in the editor. */
  private async idleIn(uri: string) {
    const { session } = this;
    const path = pathOf(uri);
    const ground = session.trees.groundOf(uri);
    const count = session.trees.hosts().reduce((sum, { host }) => sum + host.files.length, 0);
    if (ground.folder === '' || count > MOST_FILES) return [];
    const { hosts, problems } = await readHosts(asInEditor(session, ground), ground.folder);
    // Nobody knows what is silenced in what cannot be read.
    if (problems.length > 0) return [];
    const base = session.settings.baseFor(uri);
    const watch = idleness({ severity: base.editor.severity });
    for (const { host, members } of hosts) {
      for (const member of members)
        if (member.project.path === path)
          watch.hear(member.project, member.source.path, () => judge({ host }, [member], base)[0]?.reading ?? NOTHING);
      // Others are served in between.
      await new Promise((done) => setTimeout(done));
    }
    return watch.idle([ground.folder]);
  }
}
