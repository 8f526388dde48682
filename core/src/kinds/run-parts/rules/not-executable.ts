/** A script in cron.daily and its like that may not be executed. */

import { bitsOf, isLive } from '../../../model/evidence.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { shellWord } from '../../../text/shell-word.js';
import { firstLine } from '../first-line.js';
import { TEMPLATE } from '../path.js';

function fixesOf(path: string, live: boolean): Fix[] {
  const copied = (copy: string): Fix => ({ title: `Copy the command that changes it: ${copy}`, edits: [], safe: false, copy });
  const at = path.lastIndexOf('/');
  const git = `git -C ${shellWord(path.slice(0, Math.max(at, 1)))} update-index --chmod=+x ${shellWord(path.slice(at + 1))}`;
  return [copied(`chmod 755 ${shellWord(path)}`), ...(live ? [] : [copied(git)])];
}

export const notExecutable: Rule = {
  id: 'run-parts/not-executable',
  severity: 'warning',
  docs: {
    summary: 'run-parts passes over a script that may not be executed.',
    why: 'Every run-parts runs only what has the bit to execute, and says nothing of the others. In a tree of files that something else puts in place that may set the bit: there this is information only.',
    remedy: 'Give the script the bits 0755: chmod 755, and in Git git update-index --chmod=+x.',
    bad: [
      { path: '/etc/cron.daily/backup', text: '#!/bin/sh\nexec /usr/local/sbin/backup\n', mode: 0o644 },
      { path: '/home/ann/site/etc/cron.daily/backup', text: '#!/bin/sh\nexec /usr/local/sbin/backup\n', mode: 0o664 },
    ],
    good: [
      { path: '/etc/cron.daily/backup', text: '#!/bin/sh\nexec /usr/local/sbin/backup\n' },
      { path: '/home/ann/site/cron.daily/backup.j2', text: '#!/bin/sh\nexec /usr/local/sbin/backup\n', mode: 0o644 },
    ],
    nearMiss: { path: '/etc/cron.daily/backup', text: '#!/bin/sh\nexec /usr/local/sbin/backup\n', mode: 0o755 },
  },
  *checkDocument({ text }, context) {
    const bits = TEMPLATE.test(context.path) ? undefined : bitsOf(context);
    const span = bits === undefined || (bits & 0o111) !== 0 ? undefined : firstLine(text);
    if (span === undefined) return;
    const live = isLive(context);
    yield {
      at: { span },
      ...(!live && { severity: 'info' as const }),
      message: `This script may not be executed, and run-parts passes over it${live ? '' : ', unless whatever puts it in place gives it the bit'}. Make it 0755.`,
      fixes: fixesOf(context.path, live),
    };
  },
};
