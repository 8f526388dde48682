/** A name in cron.daily and its like that run-parts passes over. */
import { isDebian } from '../../../model/evidence.js';
import type { Rule } from '../../../model/rule.js';
import { shellWord } from '../../../text/shell-word.js';
import { firstLine } from '../first-line.js';
import { type RunParts, runParts } from '../names.js';
import { nameIn } from '../path.js';

/** A name that every run-parts runs. */
const better = (name: string): string => name.replace(/\.(?:sh|bash|py|pl|php|rb|cron)$/, '').replace(/[^A-Za-z0-9_-]+/g, '-') || 'job';

export const fileName: Rule = {
  id: 'run-parts/file-name',
  severity: 'warning',
  docs: {
    summary: 'run-parts passes over a script of this name.',
    why: "Debian's run-parts runs only names of letters, digits, underscores and hyphens: a script called backup.sh in cron.daily never runs, and nothing is logged. Of names with a dot this is said where something tells that the host is a Debian one: its dialect is named, or its tree has etc/apt or etc/debian_version.",
    remedy: 'Rename the script, without an ending.',
    bad: [
      { path: '/etc/cron.daily/backup.sh', text: '#!/bin/sh\n# daemonlint: dialect=debian\nexec /usr/local/sbin/backup\n' },
      { path: '/etc/cron.weekly/back+up', text: '#!/bin/sh\nexec /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/cron.daily/backup.sh', text: '#!/bin/sh\nexec /usr/local/sbin/backup\n' },
      { path: '/etc/cron.daily/backup.sh', text: '#!/bin/sh\n# daemonlint: dialect=busybox\nexec /usr/local/sbin/backup\n' },
      { path: '/srv/files/etc/cron.daily/backup.erb', text: '#!/bin/sh\n# daemonlint: dialect=debian\nexec /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/etc/cron.daily/backup.sh', text: '#!/bin/sh\n# daemonlint: dialect=cronie\nexec /usr/local/sbin/backup\n' },
  },
  *checkDocument({ text }, context) {
    const name = nameIn(context.path);
    if (name === undefined) return;
    const hasDotOnly = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/.test(name);
    const strict = context.dialects.flatMap((id): RunParts[] => {
      const program = Object.hasOwn(runParts, id) ? runParts[id] : undefined;
      const isSure = !hasDotOnly || context.dialects.length === 1 || isDebian(context);
      return program?.skips(name) && isSure ? [program] : [];
    });
    const span = strict.length === 0 ? undefined : firstLine(text);
    if (span === undefined) return;
    const folder = context.path.slice(0, context.path.lastIndexOf('/') + 1);
    const wanted = better(name);
    const copy = `mv -n ${shellWord(folder + name)} ${shellWord(folder + wanted)}`;
    yield {
      at: { span },
      message: `This script never runs: ${strict.map(({ title, runs }) => `${title} ${runs}`).join('; ')}. Rename “${name}” to “${wanted}” or the like.`,
      fixes: [{ title: `Copy the command that renames it: ${copy}`, edits: [], safe: false, copy }],
    };
  },
};
