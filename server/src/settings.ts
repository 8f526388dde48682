/** Editor settings: what the client sent, checked and filled up with defaults. */
import { type Audience, type HintWish, type Severity, severities, type Wish } from '../../core/src/index.js';
import { type Config, isGlob } from '../../workspace/src/index.js';
import { isRecord } from './protocol.js';

export interface EditorSettings {
  readonly enable: boolean;
  readonly keep: readonly string[];
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  readonly offMark: '#' | '#<off># ';
  readonly audience: Audience;
  /** Glob to what its files are. */
  readonly files: Readonly<Record<string, Wish>>;
  readonly hints: HintWish;
}

export const defaultEditorSettings: EditorSettings = {
  enable: true,
  keep: [],
  severity: {},
  offMark: '#',
  audience: 'regular',
  files: {},
  hints: { words: true, next: true },
};

const isLevel = (value: unknown): value is Severity | 'off' => value === 'off' || severities.some((severity) => severity === value);

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

function wishOf(value: unknown): Wish {
  if (!isRecord(value)) return {};
  const [kind, form, dialect] = [text(value.kind), text(value.form), text(value.dialect)];
  return { ...(kind !== undefined && { kind }), ...(form !== undefined && { form }), ...(dialect !== undefined && { dialect }) };
}

const wishesOf = (files: Readonly<Record<string, unknown>>): EditorSettings['files'] =>
  Object.fromEntries(Object.entries(files).flatMap(([glob, wish]) => (isGlob(glob) ? [[glob, wishOf(wish)]] : [])));

/** What `value` (the section `daemonlint`) sets; parts of another shape are passed over. */
export function editorSettings(value: unknown): EditorSettings {
  if (!isRecord(value)) return defaultEditorSettings;
  const { enable, keep, severity, offMark, audience, files, hints } = value;
  return {
    enable: enable !== false,
    keep: Array.isArray(keep) ? keep.filter((name): name is string => typeof name === 'string') : [],
    severity: isRecord(severity)
      ? Object.fromEntries(Object.entries(severity).filter((pair): pair is [string, Severity | 'off'] => isLevel(pair[1])))
      : {},
    offMark: offMark === '#<off># ' ? offMark : '#',
    audience: audience === 'auditor' ? audience : 'regular',
    files: isRecord(files) ? wishesOf(files) : {},
    hints: isRecord(hints) ? { words: hints.words !== false, next: hints.next !== false } : defaultEditorSettings.hints,
  };
}

/** The settings of the editor that a config says otherwise. */
export function overruled({ severity, offMark, audience, files }: EditorSettings, config: Config): readonly string[] {
  const rules = Object.keys(severity).filter((rule) => config.severity[rule] !== undefined && config.severity[rule] !== severity[rule]);
  const globs = Object.keys(files).filter((glob) => config.files[glob] !== undefined);
  return [
    ...rules.map((rule) => `severity of ${rule}`),
    ...globs.map((glob) => `files ${glob}`),
    ...(config.offMark !== undefined && config.offMark !== offMark ? ['offMark'] : []),
    ...(config.audience !== undefined && config.audience !== audience ? ['audience'] : []),
  ];
}
