/** Permission bits that make cron refuse a file. */

import { bitsOf, isLive } from '../../../model/evidence.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { shellWord } from '../../../text/shell-word.js';
import { type DropIn, dropInOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { firstEntry } from '../reading/first-entry.js';

/** What cron reads as root's: these must not be changed by anyone else. */
const SYSTEM = /(?:^|\/)etc\/crontab$|(?:^|\/)cron\.d\/[^/]+$/;

const octal = (mode: number): string => `0${mode.toString(8).padStart(3, '0')}`;

/** What of `bits` is at fault, in words. */
const faultsOf = (bits: number): string =>
  [
    ...((bits & 0o111) === 0 ? [] : ['may be executed']),
    ...((bits & 0o022) === 0 ? [] : ['may be written by others than its owner']),
    ...((bits & 0o044) === 0 ? [] : ['may be read by others than its owner']),
    ...((bits & 0o7000) === 0 ? [] : ['has a set-id or sticky bit']),
  ].join(' and ');

const inFolder = (path: string): boolean => !path.endsWith('etc/crontab');

/** Bits that the cron of a row takes in no file at `path`. */
const refusedBy = ({ refusedBits, refusedInFolder }: DropIn, path: string): number =>
  inFolder(path) ? (refusedInFolder ?? refusedBits) : refusedBits;

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
    why: "cronie logs BAD FILE MODE and ignores a file that may be executed, has a set-id bit, or may be written by others than its owner; Debian's cron minds the last. NetBSD's cron asks for 0600 in cron.d, and will have none that others may read. In a tree under Git the bit to execute is known, and goes to the host with the file; those to write are not kept by Git, so nothing is said of them there.",
    remedy: 'Give the file the bits 0644 (0600 in cron.d of NetBSD): chmod, and in Git git update-index --chmod=-x.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o755 },
      { path: '/etc/crontab', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o664 },
      { path: '/home/ann/site/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o775 },
      { path: '/etc/cron.d/backup', text: '# daemonlint: dialect=netbsd\n0 3 * * * /usr/local/sbin/backup\n', mode: 0o644 },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o600 },
      { path: '/home/ann/site/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o664 },
      { path: '/etc/cron.d/backup', text: '# daemonlint: dialect=netbsd\n0 3 * * * /usr/local/sbin/backup\n', mode: 0o600 },
      { path: '/etc/crontab', text: '# daemonlint: dialect=netbsd\n0 3 * * * root /usr/local/sbin/backup\n', mode: 0o644 },
      { path: '/home/ann/site/crontab', text: '0 3 * * * /usr/local/sbin/backup\n', mode: 0o755 },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o644 },
  },
  *checkDocument(document, context) {
    const bits = SYSTEM.test(context.path) ? bitsOf(context) : undefined;
    if (bits === undefined) return;
    const strict = context.dialects.flatMap((id): DropIn[] => {
      const dropIn = dropInOf(id);
      return dropIn && (bits & refusedBy(dropIn, context.path)) !== 0 ? [dropIn] : [];
    });
    const entry = strict.length === 0 ? undefined : firstEntry(document);
    if (entry === undefined) return;
    const refused = strict.reduce((all, dropIn) => all | refusedBy(dropIn, context.path), 0);
    const wanted = octal(0o644 & ~refused);
    yield {
      at: { span: entry },
      message: `No entry of this file runs with ${strict.map(({ title }) => title).join(' and ')}: the file ${faultsOf(bits & refused)} (${octal(bits)}). Make it ${wanted}.`,
      fixes: fixesOf(context.path, bits, wanted, isLive(context)),
    };
  },
};
