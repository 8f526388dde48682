/** Ignores of projects that silence nothing: what they were written for is gone, or was never there. */
import { type Audience, defaultSettings, isHeard, type Reading, ruleNamed, type Settings } from '../../core/src/index.js';
import { type ConfigIgnore, covers, type Stretch, settingsOf } from './config.js';
import { baseOf } from './globs.js';
import { join, relativeTo } from './paths.js';
import type { Project, Settled } from './project.js';

export interface Idle {
  readonly project: Settled;
  /** Of the ignore, among those of the project. */
  readonly index: number;
  readonly at: Stretch;
  /** For people. */
  readonly message: string;
}

export interface Idleness {
  /** Hears of a file; `judged` is asked for only where that may tell something new. */
  hear(project: Project, path: string, judged: () => Pick<Reading, 'heeded'>): void;
  /** Those of the ignores of all projects heard of that silence nothing, as far as all that they could mean lies in one of `folders`. */
  idle(folders: readonly string[]): readonly Idle[];
}

/** What is known of the ignores of a project, by their indexes. */
interface Known {
  readonly heeded: Set<number>;
  /** Some file was heard of that it means by its path. */
  readonly covering: Set<number>;
}

const isWithin = (path: string, folders: readonly string[]): boolean => folders.some((folder) => relativeTo(folder, path) !== undefined);

/** True when files that `one` could mean lie in `folders` and nowhere else. */
const isJudgedWhole = ({ path }: ConfigIgnore, folder: string, folders: readonly string[]): boolean =>
  isWithin(folder, folders) || (path !== undefined && isWithin(join(folder, baseOf(path)), folders));

function messageOf({ path }: ConfigIgnore, isCovering: boolean): string {
  if (path !== undefined && !isCovering)
    return `this silences nothing: no file is reviewed that “${path}” fits. Mend the path, or delete the entry.`;
  return 'this silences nothing, and would hide what comes later: what it was for is gone. Delete it.';
}

/** What was asked of all files besides what their projects say. */
export interface Asked {
  readonly severity?: Settings['severity'];
  /** Over what the projects say. */
  readonly audience?: Audience | undefined;
}

export function idleness({ severity = {}, audience }: Asked = {}): Idleness {
  const known = new Map<Settled, Known>();
  return {
    hear({ settled }, path, judged) {
      const { config, folder } = settled;
      if (config.ignore.length === 0) return;
      let one = known.get(settled);
      if (one === undefined) known.set(settled, (one = { heeded: new Set(), covering: new Set() }));
      const meant = [...config.ignore.keys()].filter((index) => covers(config.ignore[index] ?? {}, folder, path));
      for (const index of meant) one.covering.add(index);
      if (meant.every((index) => one.heeded.has(index))) return;
      for (const index of judged().heeded) one.heeded.add(index);
    },
    idle: (folders) =>
      [...known].flatMap(([project, { heeded, covering }]) => {
        const { config, folder, ignoresAt } = project;
        const settings = settingsOf(config, { ...defaultSettings, severity }, folder);
        return config.ignore.flatMap((one, index): Idle[] => {
          const at = ignoresAt[index];
          const rule = one.rule === undefined ? undefined : ruleNamed(one.rule)?.id;
          if (heeded.has(index) || at === undefined || !isJudgedWhole(one, folder, folders)) return [];
          if (rule !== undefined && !isHeard(rule, { ...settings, audience: audience ?? settings.audience })) return [];
          return [{ project, index, at, message: messageOf(one, covering.has(index)) }];
        });
      }),
  };
}
