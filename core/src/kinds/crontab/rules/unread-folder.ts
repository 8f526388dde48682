/** A file that an image has in cron.d, where its cron does not look. */
import type { Rule } from '../../../model/rule.js';
import { isInUnreadFolder } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { firstBroken, firstEntry } from '../reading/first-entry.js';

export const unreadFolder: Rule<CrontabLine> = {
  id: 'crontab/unread-folder',
  severity: 'warning',
  docs: {
    summary: 'An image of Alpine Linux has a file in cron.d, which its cron does not read.',
    why: "The crond of Alpine Linux is BusyBox's: it reads the files of /etc/crontabs, each called after its user. What a Dockerfile copies to /etc/cron.d is run by nobody, and nothing says so. With the package cronie, or where crond is told to look elsewhere, nothing is said here.",
    remedy: 'Copy the file to /etc/crontabs/root, and take the column for the user out; or install cronie.',
    bad: [{ path: 'alpine/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n' }],
    good: [
      { path: 'debian/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n' },
      { path: 'cronie/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/srv/alpine/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: 'alpine/etc/cron.d/backup', text: '#0 3 * * * root /usr/local/sbin/backup\n' },
    references: [{ title: 'crond.c of BusyBox 1.35: CRON_DIR and what load_crontab opens in it, read' }],
  },
  heeds: isInUnreadFolder,
  *checkDocument(document) {
    const at = firstEntry(document) ?? firstBroken(document);
    if (at === undefined) return;
    yield {
      at: { span: at },
      message:
        "No entry of this file runs: the crond of this image is BusyBox's, which reads /etc/crontabs and no cron.d. Copy the file to /etc/crontabs/root without the column for the user, or install cronie in the image.",
    };
  },
};
