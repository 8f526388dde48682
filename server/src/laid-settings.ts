/** The settings that hold for each file: those of the editor and of the project, laid together with its host. */
import type { Host, Settings } from '../../core/src/index.js';
import { type Base, CONFIG_NAME, type Config, join, settingsOf } from '../../workspace/src/index.js';
import type { Runtime } from './runtime.js';
import { defaultEditorSettings, type EditorSettings, overruled } from './settings.js';
import type { Trees } from './trees.js';

/** Settings and what they were laid together from. */
interface Laid {
  readonly editor: EditorSettings;
  readonly config: Config;
  readonly host: Host;
  readonly settings: Settings;
}

export class LaidSettings {
  /** Of the editor, by the URI of the workspace folder; '' for what is in none. */
  editors: ReadonlyMap<string, EditorSettings> = new Map();
  private readonly laid = new Map<string, Laid>();
  /** The editor's settings that a config was last said to go before. */
  private readonly told = new WeakMap<Config, EditorSettings>();

  constructor(
    private readonly trees: Trees,
    private readonly runtime: Runtime,
    private readonly log: (text: string) => void,
  ) {}

  /** The settings of the editor that hold for `uri`. */
  editorFor(uri: string): EditorSettings {
    return this.editors.get(this.trees.folderOf(uri) ?? '') ?? this.editors.get('') ?? defaultEditorSettings;
  }

  /** What holds for all files of the workspace folder of `uri`, before projects have their say. */
  baseFor(uri: string) {
    const { keep, severity, offMark } = this.editorFor(uri);
    return { zone: this.runtime.zone, now: this.runtime.now(), editor: { keep, severity, offMark } } satisfies Base;
  }

  /** The settings that hold for `uri`: the same object until the editor's, the project's or the host's change. */
  holdingFor(uri: string): Settings {
    const editor = this.editorFor(uri);
    const { config, folder } = this.trees.projectOf(uri);
    const host = this.trees.hostFor(uri);
    const known = this.laid.get(uri);
    if (known && known.editor === editor && known.config === config && known.host === host) return known.settings;
    const { keep, severity, offMark, audience } = editor;
    const base: Settings = { keep, severity, offMark, audience, zone: this.runtime.zone, now: this.runtime.now(), host };
    const settings = settingsOf(config, base, folder);
    this.tellOverruled(editor, config, folder);
    this.laid.set(uri, { editor, config, host, settings });
    return settings;
  }

  /** Lays them together anew when they are asked for next. */
  drop(uri: string): void {
    this.laid.delete(uri);
  }

  /** Says in the log, once for each config, that it goes before what the editor is set to. */
  private tellOverruled(editor: EditorSettings, config: Config, folder: string): void {
    const keys = overruled(editor, config);
    if (keys.length === 0 || this.told.get(config) === editor) return;
    this.told.set(config, editor);
    this.log(`${join(folder, CONFIG_NAME)} goes before the settings of the editor: ${keys.join(', ')}`);
  }
}
