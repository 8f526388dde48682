/** Projects: the nearest `.daemonlint.json` above a folder, and what it and the Dockerfiles there say of the paths below it. */
import type { Wish } from '../../core/src/index.js';
import { type ByFolder, byFolder } from './by-folder.js';
import { CONFIG_NAME, emptyConfig, type ParsedConfig, parseConfig } from './config.js';
import { decode } from './decode.js';
import { type Entry, type Files, isFileError, problemOf, readWhole, type Status } from './files.js';
import { excluded, outermost, wishFor } from './globs.js';
import { type Image, imageFinder, NO_IMAGES, placeInImages } from './images/images.js';
import { baseName, join, parentOf, relativeTo } from './paths.js';

/** A config, and where it holds. */
export interface Settled extends ParsedConfig {
  /** Of the config; '' where none was found. */
  readonly path: string;
  /** Where its globs begin; '' where no config was found. */
  readonly folder: string;
}

export interface Project extends Settled {
  /** The config alone: one value for all folders below it, whatever images take their files. */
  readonly settled: Settled;
  /** What takes files of the folder that was asked for, the nearest first. */
  readonly images: readonly Image[];
}

const noConfig: Settled = { path: '', folder: '', config: emptyConfig, problems: [], ignoresAt: [] };

export const noProject: Project = { ...noConfig, settled: noConfig, images: NO_IMAGES };

/** True for what could be waited for without end: a pipe or a device is no config that a search finds. */
const isNoFile = (type: Status['type']): boolean => type === 'pipe' || type === 'other';

/** What the file at `path` says of the files below `folder`; undefined where there is no such file. */
async function configAt(files: Files, { path, folder }: NamedConfig, isNamed: boolean): Promise<Settled | undefined> {
  try {
    if (!isNamed && isNoFile((await files.stat(path)).type)) return undefined;
    const decoded = decode((await readWhole(files, path)).bytes);
    if ('problem' in decoded) return { ...noConfig, path, folder, problems: [{ path, message: decoded.message }] };
    return { path, folder, ...parseConfig(path, decoded.text) };
  } catch (error) {
    if (isFileError(error) && error.reason === 'missing') return undefined;
    return { ...noConfig, path, folder, problems: [problemOf(path, error)] };
  }
}

/** A config that somebody named: it holds for all, and its globs begin in `folder`. */
export interface NamedConfig {
  readonly path: string;
  readonly folder: string;
}

/** Gives the project of a folder. `entries`: what is in the folder, where that is known already: most have no config. */
export type ProjectOf = (folder: string, entries?: readonly Entry[]) => Promise<Project>;

export type ProjectFinder = ByFolder<Project>;

/** Finds the nearest config of a folder, looking upward. */
const configFinder = (files: Files): ByFolder<Settled> =>
  byFolder<Settled>(async (folder, entries, of) => {
    const parent = parentOf(folder);
    const mayBeThere = entries?.some(({ name }) => name === CONFIG_NAME) ?? true;
    const own = mayBeThere ? await configAt(files, { path: join(folder, CONFIG_NAME), folder }, false) : undefined;
    return own ?? (parent === undefined ? noConfig : await of(parent));
  });

/** The one config that counts for all. */
function namedConfig(files: Files, named: NamedConfig): ByFolder<Settled> {
  const absent: Settled = { ...noConfig, ...named, problems: [{ path: named.path, message: 'does not exist' }] };
  const only = configAt(files, named, true).then((found) => found ?? absent);
  return byFolder(() => only);
}

/** Finds the project of a folder. Folders that have the same config and the same images have one project. `named`: the config that counts for all. */
export function projectFinder(files: Files, named?: NamedConfig): ProjectFinder {
  const configOf = named === undefined ? configFinder(files) : namedConfig(files, named);
  const imagesOf = imageFinder(files);
  const known = new Map<Settled, Map<readonly Image[], Project>>();
  const find: ProjectOf = async (folder, entries) => {
    const [settled, images] = await Promise.all([configOf(folder, entries), imagesOf(folder, entries)]);
    const byImages = known.get(settled) ?? new Map<readonly Image[], Project>();
    const project = byImages.get(images) ?? { ...settled, settled, images };
    known.set(settled, byImages.set(images, project));
    return project;
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
