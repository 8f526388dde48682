/** Writes files of the disk so that at each moment either the old or the new bytes are there. */
import { randomBytes } from 'node:crypto';
import type { Stats } from 'node:fs';
import { appendFile, chmod, chown, open, realpath, rename, stat, unlink } from 'node:fs/promises';
import path from 'node:path';
import { textOfBytes } from '../../workspace/src/index.js';
import { systemPath } from '../../workspace/src/node.js';

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** What a folder answers that takes no new file, or none of this owner; the file itself may still be written. */
const NO_NEW_FILE: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG']);

/** Bytes of a file's name that a longer one may begin with. */
const LONGEST = 200;

/** A name beside `file` that no daemon reads, as it begins with a dot, and that no other run thinks of. */
const besideOf = (file: string): string =>
  path.join(path.dirname(file), `.${path.basename(file).slice(0, LONGEST)}.daemonlint-${randomBytes(6).toString('hex')}`);

/** Gives `made` the mode and the owner of `stats`. */
async function likeOld(made: string, stats: Stats): Promise<void> {
  const { uid, gid } = await stat(systemPath(made));
  if (uid !== stats.uid || gid !== stats.gid) await chown(systemPath(made), stats.uid, stats.gid);
  await chmod(systemPath(made), stats.mode & 0o7777);
}

/** Writes beside `file` and renames, with the mode and owner of `stats`, where there is an old one. Rejects with nothing changed. */
async function replaceWhole(file: string, bytes: Uint8Array, stats?: Stats): Promise<void> {
  const beside = besideOf(file);
  const handle = await open(systemPath(beside), 'wx', stats ? 0o600 : 0o666);
  try {
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (stats) await likeOld(beside, stats);
    await rename(systemPath(beside), systemPath(file));
  } catch (error) {
    await unlink(systemPath(beside)).catch(() => undefined);
    throw error;
  }
}

const SECOND = 1000;

/** The copy that `crontab -e` or sudoedit made: a crontab of the BSDs refuses a file put in its place. */
const isBorrowed = (file: string): boolean => /\/tmp\/crontab[^/]*(?:\/crontab)?$/.test(path.resolve(file));

/**
 * Overwrites `file` where it stands, and puts the old bytes back where that does not succeed. `crontab -e` tells an edit by the second of
 * the last change, so that is made another one.
 */
async function overwrite(file: string, bytes: Uint8Array, { atimeMs, mtimeMs }: Stats): Promise<void> {
  const handle = await open(systemPath(file), 'r+');
  try {
    const old = await handle.readFile();
    const put = async (content: Uint8Array) => {
      for (let at = 0; at < content.length; ) at += (await handle.write(content, at, content.length - at, at)).bytesWritten;
      await handle.truncate(content.length);
      await handle.sync();
    };
    try {
      await put(bytes);
    } catch (error) {
      await put(old);
      throw error;
    }
    const next = Math.floor(mtimeMs / SECOND) * SECOND + SECOND;
    if (isBorrowed(file) && Date.now() < next) await handle.utimes(atimeMs / SECOND, next / SECOND);
  } finally {
    await handle.close();
  }
}

/** The status of what `file` leads to; undefined where there is nothing. */
const statusOf = (file: string): Promise<Stats | undefined> =>
  stat(systemPath(file)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });

/** The file that `file` leads to; itself where there is none yet. */
async function targetOf(file: string): Promise<{ readonly target: string; readonly stats?: Stats }> {
  const stats = await statusOf(file);
  if (stats === undefined) return { target: file };
  return { target: textOfBytes(await realpath(systemPath(file), { encoding: 'buffer' })), stats };
}

/**
 * Replaces what `file` holds, or makes it. Of a link, what it leads to is replaced. A file with several names must stay one; a folder may take
 * no new file; a borrowed file is waited for: then the bytes go where the old ones are.
 */
export async function write(file: string, bytes: Uint8Array): Promise<void> {
  const { target, stats } = await targetOf(file);
  if (stats && (!stats.isFile() || stats.nlink > 1 || isBorrowed(file) || isBorrowed(target))) return overwrite(target, bytes, stats);
  try {
    await replaceWhole(target, bytes, stats);
  } catch (error) {
    if (!stats || !NO_NEW_FILE.has(codeOf(error))) throw error;
    await overwrite(target, bytes, stats);
  }
}

/** As {@link write}, for what somebody else reads: a pipe or a device takes the bytes as they come. */
export async function put(file: string, bytes: Uint8Array): Promise<void> {
  const stats = await statusOf(file);
  if (stats === undefined || stats.isFile()) await write(file, bytes);
  else await appendFile(systemPath(file), bytes);
}
