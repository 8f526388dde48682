/** The disk of this machine as {@link Files}: a door of its own, for programs that run on Node. */
import {
  closeSync,
  constants,
  type Dirent,
  promises as fs,
  fstatSync,
  openSync,
  readdirSync,
  readFile,
  readFileSync,
  readlinkSync,
  readSync,
  type Stats,
  stat,
  statSync,
} from 'node:fs';
import process from 'node:process';
import { promisify } from 'node:util';
import { type Entry, type FileError, type Files, fileError, type Status, type Whole } from './files.js';
import { bytesOfText, holdsBytes, textOfBytes } from './lossless.js';

const MEANING: Readonly<Record<string, readonly [FileError['reason'], string]>> = {
  ENOENT: ['missing', 'does not exist'],
  ENOTDIR: ['missing', 'does not exist: a part of its path is not a folder'],
  EACCES: ['denied', 'permission denied'],
  EPERM: ['denied', 'operation not permitted'],
  EROFS: ['denied', 'is on a disk that can only be read'],
  ELOOP: ['other', 'is a link that leads back to itself'],
  EISDIR: ['other', 'is a folder, not a file'],
  ENAMETOOLONG: ['other', 'has a name that is too long'],
  ENOSPC: ['other', 'no space is left on the disk'],
  EDQUOT: ['other', 'no space is left on the disk for this user'],
  EFBIG: ['other', 'no space is left: the file would be larger than it may be'],
};

/** What an error of the system means, in words; undefined for one that has none. */
export const meaningOf = (code: string): string | undefined => (Object.hasOwn(MEANING, code) ? MEANING[code]?.[1] : undefined);

/** Waits for `work`; an error of the system is thrown on as a FileError, any other as it is. */
export async function asFileErrors<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    if (code === undefined) throw error;
    throw fileError(...(MEANING[code] ?? (['other', `the system refused (${code})`] as const)));
  }
}

const statusType = (stats: Stats): Status['type'] => {
  if (stats.isFile()) return 'file';
  if (stats.isDirectory()) return 'directory';
  return stats.isFIFO() ? 'pipe' : 'other';
};

/** Windows has no such bits, and Node makes some up. */
const modeOf = ({ mode }: Stats): Pick<Status, 'mode'> => (process.platform === 'win32' ? {} : { mode: mode & 0o7777 });

const entryType = (entry: { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean }): Entry['type'] => {
  if (entry.isSymbolicLink()) return 'link';
  if (entry.isDirectory()) return 'directory';
  return entry.isFile() ? 'file' : 'other';
};

/** `path` as the system wants it: one that is no UTF-8 goes by its bytes. */
export const systemPath = (path: string): string | Buffer => (holdsBytes(path) ? Buffer.from(bytesOfText(path)) : path);

/** What Node puts where a name is no UTF-8. */
const REPLACED = '\ufffd';

const wasReplaced = (entries: readonly Dirent[]): boolean => entries.some(({ name }) => name.includes(REPLACED));

const entryOf = (entry: Dirent<string | Buffer>): Entry => ({
  name: typeof entry.name === 'string' ? entry.name : textOfBytes(entry.name),
  type: entryType(entry),
});

/** The entries of a folder; where a name is no UTF-8, all are read anew by their bytes. */
async function entriesOf(path: string): Promise<Entry[]> {
  const entries = await fs.readdir(systemPath(path), { withFileTypes: true });
  if (!wasReplaced(entries)) return entries.map(entryOf);
  return (await fs.readdir(systemPath(path), { withFileTypes: true, encoding: 'buffer' })).map(entryOf);
}

function entriesAtOnce(path: string): Entry[] {
  const entries = readdirSync(systemPath(path), { withFileTypes: true });
  if (!wasReplaced(entries)) return entries.map(entryOf);
  return readdirSync(systemPath(path), { withFileTypes: true, encoding: 'buffer' }).map(entryOf);
}

const statusOf = (stats: Stats): Status => ({
  type: statusType(stats),
  size: stats.size,
  identity: `${stats.dev}:${stats.ino}`,
  ...modeOf(stats),
});

/** Of many files: those of Node's own promises take twice the time, of the processor and in all. */
const [readPromised, statPromised] = [promisify(readFile), promisify<string | Buffer, Stats>(stat)];

export const diskFiles: Files = {
  read: (path) => asFileErrors(readPromised(systemPath(path))),
  list: (path) => asFileErrors(entriesOf(path)),
  stat: async (path) => statusOf(await asFileErrors(statPromised(systemPath(path)))),
  readLink: async (path) => textOfBytes(await asFileErrors(fs.readlink(systemPath(path), { encoding: 'buffer' }))),
  realPath: async (path) => {
    const real = textOfBytes(await asFileErrors(fs.realpath(systemPath(path), { encoding: 'buffer' })));
    return process.platform === 'win32' ? real.replaceAll('\\', '/') : real;
  },
};

/** An error with all that goes with it takes longer than the question. */
function isNowhere(path: string | Buffer): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) === undefined;
  } catch {
    return false;
  }
}

/** All of what is open as `file`; undefined where it is no plain file, or turns out to be of another size than it says. */
function readOpen(file: number, most: number): Whole | undefined {
  const stats = fstatSync(file);
  // What says that it is empty may be a file of the kernel, which says so of each.
  if (!stats.isFile() || stats.size === 0 || stats.size > most) return undefined;
  const bytes = Buffer.allocUnsafe(stats.size);
  return readSync(file, bytes) === stats.size ? { bytes, ...modeOf(stats) } : undefined;
}

/** Should a pipe have taken the place of the file, nobody waits for it. Windows knows no such flag. */
const OPENED = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

function readPlain(path: string | Buffer, most: number): Whole | undefined {
  try {
    const file = openSync(path, OPENED);
    try {
      return readOpen(file, most);
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

const atOnce = async <T>(ask: () => T): Promise<T> => ask();

/** The same for a program that has nothing else to do meanwhile: it would wait longer for the threads that ask the disk than for the disk. */
export const blockingFiles: Files = {
  ...diskFiles,
  read: (path) => asFileErrors(atOnce(() => readFileSync(systemPath(path)))),
  list: (path) => asFileErrors(atOnce(() => entriesAtOnce(path))),
  stat: (path) => asFileErrors(atOnce(() => statusOf(statSync(systemPath(path))))),
  readPlain: (path, most) => atOnce(() => readPlain(systemPath(path), most)),
  isMissing: (path) => atOnce(() => isNowhere(systemPath(path))),
  readLink: (path) => asFileErrors(atOnce(() => textOfBytes(readlinkSync(systemPath(path), { encoding: 'buffer' })))),
};
