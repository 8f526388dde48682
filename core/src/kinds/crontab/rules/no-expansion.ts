/** An assignment that waits for an expansion. */
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import type { CrontabLine } from '../model.js';

/** What the crons here have in PATH where nothing sets it, and the folders of an administrator before it. */
const FULL_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** Variables that cron or the login sets, whose value somebody may want here. */
const KNOWN = /\$(?:\{?(?:PATH|HOME|USER|LOGNAME|SHELL|PWD|HOSTNAME|LD_LIBRARY_PATH|PYTHONPATH)\b\}?)/;

const COMPUTED = /\$\(|`[^`]+`/;

/** A tilde where a path begins. */
const TILDE = /^~(?:\/|$)|:~\//;

const TILDE_NAMES = new Set(['PATH', 'HOME', 'SHELL', 'BASH_ENV', 'ENV']);

export const noExpansion: Rule<CrontabLine> = {
  id: 'crontab/no-expansion',
  severity: 'warning',
  docs: {
    summary: 'An assignment holds a variable, a command or a tilde that nothing expands.',
    why: 'Cron is no shell: the jobs get the text as it stands. A PATH of $PATH:/opt/bin has a folder called $PATH, and no /usr/bin.',
    remedy: 'Write the value in full, or set it in the command, where a shell reads it.',
    bad: [
      { path: '/etc/cron.d/report', text: 'PATH=$PATH:/opt/report/bin\n0 4 * * * root report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'PATH=~/bin:/usr/bin:/bin\n0 4 * * * report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'TODAY=`date`\n0 4 * * * report\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: 'PATH=/usr/bin:/bin:/opt/report/bin\n0 4 * * * root report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'PRICE="5 $ a piece"\n0 4 * * * report\n' },
      { path: '/etc/cron.d/report', text: '0 4 * * * root PATH=$PATH:/opt/report/bin report\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/ann', text: 'PATH=/home/ann/bin:/usr/bin:/bin\n0 4 * * * report\n' },
  },
  *checkLine(line) {
    if (line.assignment === undefined) return;
    const { name, value } = line.assignment;
    const said = KNOWN.exec(value.text) ?? COMPUTED.exec(value.text) ?? (TILDE_NAMES.has(name.text) ? TILDE.exec(value.text) : null);
    if (said === null) return;
    const start = value.span.start + said.index;
    const ownPath = name.text === 'PATH' && /^\$\{?PATH\b/.test(said[0]);
    yield {
      at: { span: { start, end: start + said[0].length } },
      message: `Cron expands nothing here: the jobs get “${said[0]}” as it stands. Write the value in full, or set it in the command.`,
      ...(ownPath && {
        fixes: [
          {
            title: `Write the usual path in place of ${said[0]}`,
            edits: [replace({ span: { start, end: start + said[0].length } }, FULL_PATH)],
            safe: false,
          },
        ],
      }),
    };
  },
};
