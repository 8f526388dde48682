/** Permission bits that make cron refuse a file. */

import { bitsOf, isLive } from '../../../model/evidence.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { shellWord } from '../../../text/shell-word.js';
import { type DropIn, dropIns } from '../drop-in.js';
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
    ...((bits & 0o7000) === 0 ? [] : ['has a set-id or sticky bit']),
  ].join(' and ');

function fixesOf(path: string, bits: number, live: boolean): Fix[] {
  const copied = (copy: string): Fix => ({ title: `Copy the command that changes it: ${copy}`, edits: [], safe: false, copy });
  const at = path.lastIndexOf('/');
  const git = `git -C ${shellWord(path.slice(0, Math.max(at, 1)))} update-index --chmod=-x ${shellWord(path.slice(at + 1))}`;
  return [copied(`chmod 644 ${shellWord(path)}`), ...(live || (bits & 0o111) === 0 ? [] : [copied(git)])];
}

export const fileMode: Rule<CrontabLine> = {
  id: 'crontab/file-mode',
  severity: 'warning',
  security: 5.5,
  docs: {
    summary: 'Cron refuses a file with these permission bits.',
    why: "cronie logs BAD FILE MODE and ignores a file that may be executed, has a set-id bit, or may be written by others than its owner; Debian's cron minds the last. In a tree under Git the bit to execute is known, and goes to the host with the file; those to write are not kept by Git, so nothing is said of them there.",
    remedy: 'Give the file the bits 0644: chmod 644, and in Git git update-index --chmod=-x.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o755 },
      { path: '/etc/crontab', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o664 },
      { path: '/home/ann/site/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o775 },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o600 },
      { path: '/home/ann/site/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o664 },
      { path: '/home/ann/site/crontab', text: '0 3 * * * /usr/local/sbin/backup\n', mode: 0o755 },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n', mode: 0o644 },
  },
  *checkDocument(document, context) {
    const bits = SYSTEM.test(context.path) ? bitsOf(context) : undefined;
    if (bits === undefined) return;
    const strict = context.dialects.flatMap((id): DropIn[] => {
      const dropIn = Object.hasOwn(dropIns, id) ? dropIns[id] : undefined;
      return dropIn && (bits & dropIn.refusedBits) !== 0 ? [dropIn] : [];
    });
    const entry = strict.length === 0 ? undefined : firstEntry(document);
    if (entry === undefined) return;
    const refused = strict.reduce((all, { refusedBits }) => all | refusedBits, 0);
    yield {
      at: { span: entry },
      message: `No entry of this file runs with ${strict.map(({ title }) => title).join(' and ')}: the file ${faultsOf(bits & refused)} (${octal(bits)}). Make it 0644.`,
      fixes: fixesOf(context.path, bits, isLive(context)),
    };
  },
};
