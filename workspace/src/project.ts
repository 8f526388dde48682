/** Projects: the nearest `.daemonlint.json` above a folder, and what it and the Dockerfiles there say of the paths below it. */
import type { Wish } from '../../core/src/index.js';
import { CONFIG_NAME, emptyConfig, type ParsedConfig, parseConfig } from './config.js';
import { decode } from './decode.js';
import { type Entry, type Files, isFileError, problemOf, readWhole, type Status } from './files.js';
import { excluded, outermost, wishFor } from './globs.js';
import { type Image, imageFinder, placeInImages } from './images/images.js';
import { baseName, join, parentOf, relativeTo } from './paths.js';

export interface Project extends ParsedConfig {
  /** Of the config; '' where none was found. */
  readonly path: string;
  /** Where its globs begin; '' where no config was found. */
  readonly folder: string;
  /** What takes files of the folder that was asked for, the nearest first. */
  readonly images: readonly Image[];
}

export const noProject: Project = { path: '', folder: '', config: emptyConfig, problems: [], ignoresAt: [], images: [] };

/** True for what could be waited for without end: a pipe or a device is no config that a search finds. */
const isNoFile = (type: Status['type']): boolean => type === 'pipe' || type === 'other';

/** What the file at `path` says of the files below `folder`; undefined where there is no such file. */
async function projectAt(files: Files, { path, folder }: NamedConfig, isNamed: boolean): Promise<Project | undefined> {
  try {
    if (!isNamed && isNoFile((await files.stat(path)).type)) return undefined;
    const decoded = decode((await readWhole(files, path)).bytes);
    if ('problem' in decoded) return { ...noProject, path, folder, problems: [{ path, message: decoded.message }] };
    return { ...noProject, path, folder, ...parseConfig(path, decoded.text) };
  } catch (error) {
    if (isFileError(error) && error.reason === 'missing') return undefined;
    return { ...noProject, path, folder, problems: [problemOf(path, error)] };
  }
}

/** A config that somebody named: it holds for all, and its globs begin in `folder`. */
export interface NamedConfig {
  readonly path: string;
  readonly folder: string;
}

/** Gives the project of a folder. `entries`: what is in the folder, where that is known already: most have no config. */
export type ProjectOf = (folder: string, entries?: readonly Entry[]) => Promise<Project>;

export interface ProjectFinder extends ProjectOf {
  /** Folders for which `isOther` holds are looked at anew when they are asked for next. */
  forget(isOther: (folder: string) => boolean): void;
}

/** Finds the nearest config of a folder, looking upward; each folder is looked at once. `named`: the one that counts for all instead. */
function configFinder(files: Files, named?: NamedConfig): ProjectFinder {
  const known = new Map<string, Promise<Project>>();
  const find = async (folder: string, entries?: readonly Entry[]): Promise<Project> => {
    const parent = parentOf(folder);
    const mayBeThere = entries?.some(({ name }) => name === CONFIG_NAME) ?? true;
    const own = mayBeThere ? await projectAt(files, { path: join(folder, CONFIG_NAME), folder }, false) : undefined;
    return own ?? (parent === undefined ? noProject : await cached(parent));
  };
  const cached: ProjectOf = (folder, entries) => {
    let project = known.get(folder);
    if (project === undefined) known.set(folder, (project = find(folder, entries)));
    return project;
  };
  const forget = (isOther: (folder: string) => boolean): void => {
    for (const folder of known.keys()) if (isOther(folder)) known.delete(folder);
  };
  if (named === undefined) return Object.assign(cached, { forget });
  const absent: Project = { ...noProject, ...named, problems: [{ path: named.path, message: 'does not exist' }] };
  const only = projectAt(files, named, true).then((project) => project ?? absent);
  return Object.assign(() => only, { forget });
}

/** Finds the project of a folder. Folders that have the same config and the same images have one project. */
export function projectFinder(files: Files, named?: NamedConfig): ProjectFinder {
  const configOf = configFinder(files, named);
  const imagesOf = imageFinder(files);
  const known = new Map<Project, Map<readonly Image[], Project>>();
  const find: ProjectOf = async (folder, entries) => {
    const [project, images] = await Promise.all([configOf(folder, entries), imagesOf(folder, entries)]);
    if (images.length === 0) return project;
    const byImages = known.get(project) ?? new Map<readonly Image[], Project>();
    const whole = byImages.get(images) ?? { ...project, images };
    known.set(project, byImages.set(images, whole));
    return whole;
  };
  return Object.assign(find, {
    forget(isOther: (folder: string) => boolean): void {
      configOf.forget(isOther);
      imagesOf.forget(isOther);
    },
  });
}

/** What the project says that `path` is: its config, and by its place the images that take it. */
export function wishOf({ folder, config, images }: Project, path: string): Wish {
  const inside = relativeTo(folder, path);
  const said = inside === undefined ? {} : wishFor(config.files, inside);
  if (said.place !== undefined) return said.place.endsWith('/') ? { ...said, place: join(said.place, baseName(path)) } : said;
  const place = placeInImages(images, path);
  return place === undefined ? said : { ...said, place };
}

/** True when a folder scan passes over `path`. */
export function isExcluded({ folder, config }: Project, path: string): boolean {
  const inside = relativeTo(folder, path);
  return inside !== undefined && inside !== '' && excluded(config.exclude, inside);
}

/** The folder that the project names as the root of the host of `path`; of several, the outermost. */
export function rootNamedBy({ folder, config }: Project, path: string): string | undefined {
  const inside = config.hosts.length === 0 ? undefined : relativeTo(folder, path);
  const named = inside === undefined ? undefined : outermost(config.hosts, parentOf(inside) ?? '');
  return named === undefined ? undefined : named === '' ? folder : join(folder, named);
}
