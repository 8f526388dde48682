/** The disk of this machine as {@link Files}: a door of its own, for programs that run on Node. */
import { promises as fs, type Stats } from 'node:fs';
import process from 'node:process';
import { type Entry, type FileError, type Files, fileError, type Status } from './files.js';

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
};

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

export const diskFiles: Files = {
  read: (path) => asFileErrors(fs.readFile(path)),
  list: async (path) =>
    (await asFileErrors(fs.readdir(path, { withFileTypes: true }))).map((entry) => ({ name: entry.name, type: entryType(entry) })),
  stat: async (path) => {
    const stats = await asFileErrors(fs.stat(path));
    return { type: statusType(stats), size: stats.size, identity: `${stats.dev}:${stats.ino}`, ...modeOf(stats) };
  },
  readLink: (path) => asFileErrors(fs.readlink(path)),
};
