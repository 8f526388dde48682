/** A name in cron.d that cron passes over. */

import type { Rule } from '../../../model/rule.js';
import { shellWord } from '../../../text/shell-word.js';
import { bareName } from '../../../text/template.js';
import { type DropIn, dropInOf, isRead } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { firstBroken, firstEntry } from '../reading/first-entry.js';

/** The folder and the name of a file in cron.d, as it will be put there. */
const inDropIn = (path: string): readonly [folder: string, name: string] | undefined => {
  const found = /^((?:.*\/)?cron\.d\/)([^/]+)$/.exec(bareName(path));
  return found ? [found[1] ?? '', found[2] ?? ''] : undefined;
};

/** A name that every cron reads. */
const better = (name: string): string =>
  name
    .replace(/\.(?:cron|crontab|cron\.d|conf|cfg|txt|sh)$/, '')
    .replace(/^[.#]+|~+$/g, '')
    .replace(/[^A-Za-z0-9_-]+/g, '-') || 'job';

export const fileName: Rule<CrontabLine> = {
  id: 'crontab/file-name',
  severity: 'warning',
  docs: {
    summary: 'Cron passes over a file of this name in cron.d.',
    why: "Debian's cron reads only names of letters, digits, underscores and hyphens: a file called backup.cron is ignored without a word. Of names with a dot this is said where something tells that the host is a Debian one: its dialect is named, or its tree has etc/apt or etc/debian_version. Other crons pass over backups and hidden files.",
    remedy: 'Rename the file.',
    bad: [
      { path: '/etc/cron.d/backup.cron', text: '# daemonlint: dialect=debian\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/back+up', text: '0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup.sh', text: '# daemonlint: dialect=debian\ncd /srv\n./backup --all\n' },
      { path: '/etc/cron.d/.backup', text: '0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup.cron', text: '0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/srv/templates/cron.d/backup.j2', text: '# daemonlint: dialect=debian\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/back_up-2', text: '0 3 * * * root /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup.cron', text: '# daemonlint: dialect=cronie\n0 3 * * * root /usr/local/sbin/backup\n' },
  },
  *checkDocument(document, context) {
    const [folder, name] = inDropIn(context.path) ?? [];
    if (folder === undefined || name === undefined) return;
    const hasDotOnly = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/.test(name);
    const strict = context.dialects.flatMap((id): DropIn[] => {
      const dropIn = dropInOf(id);
      const isSure = !hasDotOnly || (dropIn?.isHere?.(context) ?? true);
      return dropIn?.ignores(name) && isSure ? [dropIn] : [];
    });
    if (strict.length === 0) return;
    const entry = firstEntry(document);
    const isReadByOthers = isRead(context);
    // What others make of such a file they say line by line.
    const at = entry ?? (isReadByOthers ? undefined : firstBroken(document));
    if (at === undefined) return;
    const wanted = better(name);
    const copy = `mv -n ${shellWord(folder + name)} ${shellWord(folder + wanted)}`;
    const why = strict.map(({ title, reads }) => `${title} ${reads}`).join('; ');
    // What lies elsewhere gets its name when it is put there.
    const isElsewhere = context.file !== undefined;
    const rename = isElsewhere ? `put it there as “${wanted}” or the like` : `rename “${name}” to “${wanted}” or the like`;
    yield {
      at: { span: at },
      message: entry
        ? `${isReadByOthers ? 'Not every cron reads this file' : 'No entry of this file runs'}: ${why}. ${rename.charAt(0).toUpperCase()}${rename.slice(1)}.`
        : `This file is not read: ${why}. If it is a script, put it where an entry can run it; if it is a crontab, ${rename}.`,
      fixes: isElsewhere ? [] : [{ title: `Copy the command that renames it: ${copy}`, edits: [], safe: false, copy }],
    };
  },
};
