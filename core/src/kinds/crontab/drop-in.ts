/** Which files of cron.d and of the spool each cron reads: by their names and their permission bits. */
import type { Context } from '../../model/context.js';
import { isDebian } from '../../model/evidence.js';
import { memo } from '../../model/memo.js';
import { bareName } from '../../text/template.js';

/** What a cron asks of the bits of a file. */
export interface Asks {
  /** Source of the row. */
  readonly source: string;
  readonly title: string;
}

export interface DropIn extends Asks {
  /** True for names that it passes over. */
  readonly ignores: (name: string) => boolean;
  /** What it lets pass, to follow the title. */
  readonly reads: string;
  /** True where the host surely has this cron; absent where nothing tells, and its name alone has to do. */
  readonly isHere?: (context: Context) => boolean;
  /** Bits that no file of cron.d, nor etc/crontab, may have. */
  readonly refusedBits: number;
  /** The same of cron.d alone, where that is more. */
  readonly refusedInFolder?: number;
}

/** Bits of a file that its group or everybody may write to. */
const WRITABLE = 0o022;

const dropIns: Readonly<Record<string, DropIn>> = {
  debian: {
    source: 'database.c of Debian cron 3.0pl1, valid_name; cron(8)',
    title: "Debian's cron",
    ignores: (name) => !/^[A-Za-z0-9_-]+$/.test(name),
    reads: 'reads files there whose names have only letters, digits, “_” and “-” in them',
    isHere: isDebian,
    refusedBits: WRITABLE,
  },
  cronie: {
    source: 'database.c of cronie, not_a_crontab and check_open',
    title: 'cronie',
    ignores: (name) => /^[.#]|~$|.\.rpm(?:save|orig|new)$/.test(name),
    reads: 'passes over names that begin with “.” or “#” or end in “~” or .rpmsave, .rpmorig and .rpmnew',
    refusedBits: 0o7133,
  },
  netbsd: {
    source: 'NetBSD database.c 1.7, process_dir and process_crontab',
    title: "NetBSD's cron",
    ignores: (name) => /^[.#]|~$|\.rpm(?:save|orig|new)$/.test(name),
    reads: 'passes over names that begin with “.” or “#” or end in “~” or .rpmsave, .rpmorig and .rpmnew',
    refusedBits: WRITABLE,
    refusedInFolder: 0o7177,
  },
  dcron: {
    source: 'dcron 4.5, SynchronizeDir',
    title: 'dcron',
    ignores: (name) => name.includes('.'),
    reads: 'passes over names with a “.” in them',
    refusedBits: 0,
  },
  'systemd-cron': {
    source: 'systemd-cron 1.15.19, read',
    title: 'systemd-cron',
    ignores: (name) => /^\.|~$|\.dpkg-/.test(name),
    reads: 'passes over names that begin with “.”, end in “~” or hold .dpkg-',
    refusedBits: 0,
  },
};

/** The same of users' crontabs in the spool, where a cron minds their bits. */
export interface Spool extends Asks {
  readonly refusedBits: number;
  /** It takes 0600 and nothing else. */
  readonly exactly0600?: true;
}

/** All bits but those of 0600. */
const NOT_0600 = 0o7177;

const spools: Readonly<Record<string, Spool>> = {
  debian: {
    source: 'database.c of Debian cron 3.0pl1-162, process_crontab, run: INSECURE MODE (mode 0600 expected)',
    title: "Debian's cron",
    refusedBits: NOT_0600,
    exactly0600: true,
  },
  cronie: { source: 'database.c of cronie 1.7.2, check_open, run: BAD FILE MODE', title: 'cronie', refusedBits: 0o7133 },
};

/** What `rows` has for a dialect, if anything. */
const rowIn =
  <R>(rows: Readonly<Record<string, R>>) =>
  (dialect: string): R | undefined =>
    Object.hasOwn(rows, dialect) ? rows[dialect] : undefined;

export const dropInOf = rowIn(dropIns);
export const spoolOf = rowIn(spools);

/** The name of a file that lies in etc/cron.d as it does on its host; elsewhere it may get another one when it is put there. */
const placedName = (path: string): string | undefined => /(?:^|\/)etc\/cron\.d\/([^/]+)$/.exec(bareName(path))?.[1];

/** In images of Alpine Linux and BusyBox, as Dockerfiles tell of them: their crond has nothing to do with cron.d. */
export const isInUnreadFolder = ({ path }: Pick<Context, 'path'>): boolean => /^(?:alpine|busybox)\/etc\/cron\.d\//.test(path);

function readersIn(context: Context): readonly string[] {
  const { path, dialects } = context;
  if (isInUnreadFolder(context)) return [];
  const name = placedName(path);
  const ignores = (id: string) => name !== undefined && dropInOf(id)?.ignores(name) === true;
  if (!dialects.some(ignores)) return dialects;
  return dialects.some((id) => ignores(id) && dropInOf(id)?.isHere?.(context)) ? [] : dialects.filter((id) => !ignores(id));
}

const known = memo<Context, readonly string[]>();

/** Those of the dialects in question that read a file of this name: what the others would make of a line costs nobody anything. The same list for the same Context. */
export const readersOf = (context: Context): readonly string[] => known.get(context) ?? known.set(context, readersIn(context));

/** False where all of them pass over the file for its name, which a rule of its own tells. */
export const isRead = (context: Context): boolean => context.dialects.length === 0 || readersOf(context).length > 0;
