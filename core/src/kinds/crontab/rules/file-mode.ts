/** Permission bits that make cron refuse a file. */

import type { Context } from '../../../model/context.js';
import { bitsOf, isLive } from '../../../model/evidence.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { shellWord } from '../../../text/shell-word.js';
import { type Asks, dropInOf, spoolOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { firstEntry } from '../reading/first-entry.js';

/** What cron reads as root's: these must not be changed by anyone else. */
const SYSTEM = /(?:^|\/)etc\/crontab$|(?:^|\/)cron\.d\/[^/]+$/;

/** A user's crontab, as the daemon reads it. */
const SPOOL = /^\/var\/(?:spool\/cron(?:\/(?:crontabs|tabs))?|cron\/tabs)\/[^/]+$/;

const octal = (mode: number): string => `0${mode.toString(8).padStart(3, '0')}`;

/** What of `bits` is at fault, in words. */
const faultsOf = (bits: number): string =>
  [
    ...((bits & 0o111) === 0 ? [] : ['may be executed']),
    ...((bits & 0o022) === 0 ? [] : ['may be written by others than its owner']),
    ...((bits & 0o044) === 0 ? [] : ['may be read by others than its owner']),
    ...((bits & 0o7000) === 0 ? [] : ['has a set-id or sticky bit']),
  ].join(' and ');

/** A cron that does not take the file, and the bits that it minds. */
interface Refuser extends Asks {
  readonly refused: number;
}

const inFolder = (path: string): boolean => !path.endsWith('etc/crontab');

/** Who does not take root's crontab at `path` with these bits. */
const refusersOfSystem = (path: string, bits: number, dialects: readonly string[]): readonly Refuser[] =>
  dialects.flatMap((id) => {
    const row = dropInOf(id);
    const refused = row === undefined ? 0 : inFolder(path) ? (row.refusedInFolder ?? row.refusedBits) : row.refusedBits;
    return row && (bits & refused) !== 0 ? [{ ...row, refused }] : [];
  });

const MINE = 0o600;

/** The same of a user's crontab. */
const refusersInSpool = (bits: number, dialects: readonly string[]): readonly Refuser[] =>
  dialects.flatMap((id) => {
    const row = spoolOf(id);
    const lacks = row?.exactly0600 && (bits & MINE) !== MINE;
    return row && (lacks || (bits & row.refusedBits) !== 0) ? [{ ...row, refused: row.refusedBits }] : [];
  });

interface Judged {
  readonly bits: number;
  readonly strict: readonly Refuser[];
  /** Bits that some of them refuse. */
  readonly refused: number;
  readonly wanted: number;
}

/** What is known of the bits, who minds them, and what to give the file instead; undefined where there is nothing to say. */
function judged(context: Context): Judged | undefined {
  const { path, dialects } = context;
  const isSpool = SPOOL.test(path);
  const bits = isSpool || SYSTEM.test(path) ? bitsOf(context) : undefined;
  if (bits === undefined) return undefined;
  const strict = isSpool ? refusersInSpool(bits, dialects) : refusersOfSystem(path, bits, dialects);
  const refused = strict.reduce((all, row) => all | row.refused, 0);
  return { bits, strict, refused, wanted: isSpool ? MINE : 0o644 & ~refused };
}

function fixesOf(path: string, bits: number, wanted: string, live: boolean): Fix[] {
  const copied = (copy: string): Fix => ({ title: `Copy the command that changes it: ${copy}`, edits: [], safe: false, copy });
  const at = path.lastIndexOf('/');
  const git = `git -C ${shellWord(path.slice(0, Math.max(at, 1)))} update-index --chmod=-x ${shellWord(path.slice(at + 1))}`;
  return [copied(`chmod ${wanted.slice(1)} ${shellWord(path)}`), ...(live || (bits & 0o111) === 0 ? [] : [copied(git)])];
}

export const fileMode: Rule<CrontabLine> = {
  id: 'crontab/file-mode',
  severity: 'warning',
  security: 5.5,
  docs: {
    summary: 'Cron refuses a file with these permission bits.',
    why: "cronie logs BAD FILE MODE and ignores a file that may be executed, has a set-id bit, or may be written by others than its owner; Debian's cron minds the last. NetBSD's cron asks for 0600 in cron.d, and will have none that others may read. Of users' crontabs in the spool Debian's cron takes none but those with 0600, as crontab installs them: one that was copied there is mostly ignored. In a tree under Git the bit to execute is known, and goes to the host with the file; those to write are not kept by Git, so nothing is said of them there.",
    remedy: 'Give the file the bits 0644 (0600 in the spool, and in cron.d of NetBSD): chmod, and in Git git update-index --chmod=-x.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o755 },
      { path: '/etc/crontab', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o664 },
      { path: '/home/ann/site/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o775 },
      { path: '/etc/cron.d/backup', text: '# daemonlint: dialect=netbsd\n0 3 * * * /usr/local/sbin/backup\n', mode: 0o644 },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * /home/ann/bin/backup\n', mode: 0o644 },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * /home/ann/bin/backup\n', mode: 0o400 },
      { path: '/var/spool/cron/ann', text: '0 3 * * * /home/ann/bin/backup\n', mode: 0o664 },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o600 },
      { path: '/home/ann/site/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o664 },
      { path: '/etc/cron.d/backup', text: '# daemonlint: dialect=netbsd\n0 3 * * * /usr/local/sbin/backup\n', mode: 0o600 },
      { path: '/etc/crontab', text: '# daemonlint: dialect=netbsd\n0 3 * * * root /usr/local/sbin/backup\n', mode: 0o644 },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * /home/ann/bin/backup\n', mode: 0o600 },
      { path: '/var/spool/cron/ann', text: '0 3 * * * /home/ann/bin/backup\n', mode: 0o644 },
      { path: '/srv/image/var/spool/cron/crontabs/ann', text: '0 3 * * * /home/ann/bin/backup\n', mode: 0o644 },
      { path: '/home/ann/site/crontab', text: '0 3 * * * /usr/local/sbin/backup\n', mode: 0o755 },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o644 },
  },
  *checkDocument(document, context) {
    const found = judged(context);
    const entry = found === undefined || found.strict.length === 0 ? undefined : firstEntry(document);
    if (found === undefined || entry === undefined) return;
    const { bits, strict, refused } = found;
    const wanted = octal(found.wanted);
    const faults = faultsOf(bits & refused) || 'may not be read and written by its owner';
    yield {
      at: { span: entry },
      message: `No entry of this file runs with ${strict.map(({ title }) => title).join(' and ')}: the file ${faults} (${octal(bits)}). Make it ${wanted}.`,
      fixes: fixesOf(context.path, bits, wanted, isLive(context)),
    };
  },
};
