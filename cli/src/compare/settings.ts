/** What the two sides' settings of the review say otherwise: by them, files may seem to go and findings to be mended. */
import type { SettingChange } from '../../../core/src/index.js';
import { type Config, emptyConfig, type Project, relativeTo } from '../../../workspace/src/index.js';

/** By the paths of the files that hold them, seen from the side. */
export type SideSettings = ReadonlyMap<string, Config>;

/** Those below `folder`; what lies above it holds for whatever else lies there. */
export const settingsBelow = (folder: string, projects: Iterable<Project>): SideSettings =>
  new Map(
    [...projects].flatMap(({ path, config }): [string, Config][] => {
      const inside = path === '' ? undefined : relativeTo(folder, path);
      return inside === undefined ? [] : [[inside, config]];
    }),
  );

/** What decides which files are read, as what, and what is told of them. What is kept and ignored is told finding by finding. */
const KEYS = ['exclude', 'severity', 'files', 'hosts', 'zone', 'audience'] as const satisfies readonly (keyof Config)[];

/** Undefined where nothing is said. */
function textOf(value: unknown): string | undefined {
  const text: string | undefined = JSON.stringify(value);
  return text === '[]' || text === '{}' ? undefined : text;
}

/** In the order of the files. */
export function settingChanges(before: SideSettings, after: SideSettings): readonly SettingChange[] {
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return files.flatMap((file) => {
    const [old, now] = [before.get(file) ?? emptyConfig, after.get(file) ?? emptyConfig];
    return KEYS.flatMap((name): readonly SettingChange[] => {
      const [was, is] = [textOf(old[name]), textOf(now[name])];
      return was === is ? [] : [{ file, name, ...(was !== undefined && { before: was }), ...(is !== undefined && { after: is }) }];
    });
  });
}
