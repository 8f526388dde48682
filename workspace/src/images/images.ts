/** The images that the files of a folder go into, by the Dockerfiles in it and above it: where they have a file, its daemon reads it. */
import { identify, isReadAt, memo } from '../../../core/src/index.js';
import { type ByFolder, byFolder } from '../by-folder.js';
import { decode } from '../decode.js';
import { entriesIn, type Files, isFileError, readWhole } from '../files.js';
import { baseName, join, parentOf, relativeTo } from '../paths.js';
import { type Placed, placesOf } from './places.js';
import { type Recipe, readRecipe } from './recipe.js';

export interface Image {
  /** The folder of the Dockerfile. */
  readonly folder: string;
  readonly recipe: Recipe;
}

/** Names of Dockerfiles, as people have several. */
const NAME = /^(?:[\w-][\w.-]*\.)?(?:Dockerfile|Containerfile)(?:[._-][\w.-]+)?$/i;

export const isImageFile = (path: string): boolean => NAME.test(baseName(path)) && !/\.(?:dockerignore|md|sh)$/i.test(path);

/** Larger than any Dockerfile that somebody wrote, in bytes. */
const MOST = 1_000_000;

async function imageAt(files: Files, folder: string, name: string): Promise<Image | undefined> {
  try {
    const path = join(folder, name);
    const { type, size } = await files.stat(path);
    if (type !== 'file' || size > MOST) return undefined;
    const decoded = decode((await readWhole(files, path)).bytes);
    return 'text' in decoded ? { folder, recipe: readRecipe(decoded.text) } : undefined;
  } catch (error) {
    // What cannot be read tells nothing, and is nobody's file to review.
    if (isFileError(error)) return undefined;
    throw error;
  }
}

export const NO_IMAGES: readonly Image[] = [];

/** Finds the images of a folder, the nearest first, looking upward to the top of the repository. */
export const imageFinder = (files: Files): ByFolder<readonly Image[]> =>
  byFolder<readonly Image[]>(async (folder, given, of) => {
    const entries = given ?? (await entriesIn(files, folder));
    const names = entries.filter(({ name, type }) => type !== 'directory' && isImageFile(name)).map(({ name }) => name);
    const own = (await Promise.all(names.map((name) => imageAt(files, folder, name)))).filter((image) => image !== undefined);
    const parent = entries.some(({ name }) => name === '.git') ? undefined : parentOf(folder);
    const above = parent === undefined ? NO_IMAGES : await of(parent);
    return own.length === 0 ? above : [...own, ...above];
  });

/** A file that an image takes. */
interface Taken {
  readonly image: Image;
  /** Its path in the folder that is built. */
  readonly inside: string;
  readonly places: readonly Placed[];
}

/** Where `image` has the file at `path`, seen from its folder or one above, which may be the one that is built. */
function takenBy(image: Image, path: string): Taken | undefined {
  const { folder, recipe } = image;
  for (let at: string | undefined = folder; at !== undefined; at = parentOf(at)) {
    const inside = relativeTo(at, path);
    const places = inside === undefined ? [] : placesOf(recipe, inside);
    if (inside !== undefined && places.length > 0) return { image, inside, places };
  }
  return undefined;
}

/** Where daemons look; a tree for a host may lie elsewhere in an image. */
const LIVE = /^\/(?:etc|var|usr)\//;

/** The path that what an image has at `path` would have below a folder called after its system. */
const below = ({ path, system }: Placed): string => `${system ?? ''}${path}`;

/** The tables of BusyBox, to which no other cron's lead. */
const isOthers = ({ path, system }: Placed): boolean =>
  path.startsWith('/etc/crontabs/') && system !== undefined && system !== 'alpine' && system !== 'busybox';

/** The one of `places` that its daemon reads; undefined where there is none, or they are read in different ways. */
function readIn(places: readonly Placed[]): string | undefined {
  const ways = new Map<string, string>();
  for (const place of places) {
    const path = below(place);
    const choice =
      LIVE.test(place.path) && !isOthers(place) && isReadAt(place.path) ? identify({ path, text: '', sniff: false }) : undefined;
    if (choice) ways.set([choice.kind.id, choice.form, ...choice.dialects].join('\0'), path);
  }
  return ways.size === 1 ? [...ways.values()][0] : undefined;
}

/** Crontabs of users: who calls crontab for a file of cron.d means that, and has it read twice. */
const isSpool = ({ path }: Placed): boolean => /^\/(?:etc\/crontabs|var\/spool\/cron)\//.test(path);

/** What {@link placeInImages} has found out, by path. */
const known = memo<readonly Image[], Map<string, string | undefined>>();

/** Where `images` have the file at `path`, below a folder that is called after their system; undefined where none takes it, or they differ. */
export function placeInImages(images: readonly Image[], path: string): string | undefined {
  if (images.length === 0) return undefined;
  const places = known.get(images) ?? known.set(images, new Map());
  if (!places.has(path)) places.set(path, findPlace(images, path));
  return places.get(path);
}

function findPlace(images: readonly Image[], path: string): string | undefined {
  const taken = images.flatMap((image) => takenBy(image, path) ?? []);
  const places = taken.flatMap((one) => one.places);
  const read = readIn(places.filter(isSpool)) ?? readIn(places);
  if (read !== undefined || isReadAt(path)) return read;
  const [first] = taken;
  if (first === undefined) return undefined;
  if (taken.some(({ image }) => image.recipe.scheduler === 'supercronic')) return `supercronic/${baseName(path)}`;
  // An image that has no cron may have the file for somebody else.
  const [system, ...others] = new Set(places.map((place) => place.system));
  const isForCron = taken.every(({ image }) => image.recipe.scheduler === 'cron');
  return isForCron && system !== undefined && others.length === 0 ? join(system, first.inside) : undefined;
}
