/** The machine, by Node. */
import type { Stats } from 'node:fs';
import { appendFile, chmod, chown, lstat, open, rename, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { asFileErrors, diskFiles } from '../../workspace/src/node.js';
import type { Disk, Io } from './io.js';

/** Writes beside `file` and renames, with its mode and owner; false where that cannot be done, with nothing changed. */
async function replaceWhole(file: string, bytes: Uint8Array, stats: Pick<Stats, 'mode' | 'uid' | 'gid'>): Promise<boolean> {
  const beside = path.join(path.dirname(file), `.${path.basename(file).slice(0, 200)}.daemonlint-${process.pid}`);
  try {
    const handle = await open(beside, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    const made = await stat(beside);
    if (made.uid !== stats.uid || made.gid !== stats.gid) await chown(beside, stats.uid, stats.gid);
    await chmod(beside, stats.mode & 0o7777);
    await rename(beside, file);
    return true;
  } catch {
    await unlink(beside).catch(() => undefined);
    return false;
  }
}

const SECOND = 1000;

/** The copy that `crontab -e` or sudoedit made: a crontab of the BSDs refuses a file put in its place. */
const isBorrowed = (file: string): boolean => /\/tmp\/crontab[^/]*(?:\/crontab)?$/.test(path.resolve(file));

/** Overwrites `file` where it stands. `crontab -e` tells an edit by the second of the last change, so that is made another one. */
async function overwrite(file: string, bytes: Uint8Array, { atimeMs, mtimeMs }: Stats): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    await handle.writeFile(bytes);
    await handle.truncate(bytes.length);
    const next = Math.floor(mtimeMs / SECOND) * SECOND + SECOND;
    if (isBorrowed(file) && Date.now() < next) await handle.utimes(atimeMs / SECOND, next / SECOND);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * A link, and a file with several names, must stay what they are; a folder may take no new file; a borrowed file is waited for: then
 * the bytes go where the old ones are.
 */
async function write(file: string, bytes: Uint8Array): Promise<void> {
  const stats = await lstat(file);
  const whole = stats.isFile() && stats.nlink === 1 && !isBorrowed(file) && (await replaceWhole(file, bytes, stats));
  if (!whole) await overwrite(file, bytes, stats);
}

/** Who does not stand in the way of a new file. */
const NEW_FILE = { mode: 0o666 & ~process.umask(), uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };

/** The status of what is there; undefined where nothing is. */
const statusOf = (status: Promise<Stats>): Promise<Stats | undefined> =>
  status.catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });

/** A new file, or what `write` makes of an old one. */
async function create(file: string, bytes: Uint8Array): Promise<void> {
  if ((await statusOf(lstat(file))) === undefined) {
    if (!(await replaceWhole(file, bytes, NEW_FILE))) await writeFile(file, bytes, { flag: 'wx' });
    return;
  }
  const target = await statusOf(stat(file));
  if (target?.isFile()) await write(file, bytes);
  else await appendFile(file, bytes);
}

const files: Disk = {
  ...diskFiles,
  write: (file, bytes) => asFileErrors(write(file, bytes)),
  create: (file, bytes) => asFileErrors(create(file, bytes)),
  append: (file, bytes) => asFileErrors(appendFile(file, bytes)),
};

async function readAll(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}

const slashed = (text: string): string => (process.platform === 'win32' ? text.replaceAll('\\', '/') : text);

/** The arguments of the call; on Windows with `/` in their paths. */
export const nodeArguments = (): readonly string[] => process.argv.slice(2).map(slashed);

export const nodeIo = (): Io => ({
  files,
  cwd: slashed(process.cwd()),
  stdin: () => asFileErrors(readAll()),
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  isTTY: process.stdout.isTTY === true,
  ...(process.stdout.isTTY === true && { columns: process.stdout.columns }),
  env: process.env,
  // Asking costs ten milliseconds, and few calls want to know.
  get zone() {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  },
  now: Date.now(),
});
