/** Syntax of bash where another shell reads the command. */
import type { Context } from '../../../model/context.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { insert } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import { anacronsAmong } from '../anacron/anacrons.js';
import { type Bashism, bashismsIn } from '../commands/bashisms.js';
import { commandLineOf } from '../commands/command-line.js';
import { type Sh, surroundingsOf } from '../commands/surroundings.js';
import type { CrontabLine } from '../model.js';
import { carriedIn } from '../reading/carried.js';
import { listed } from '../schedule/lists.js';

const TITLES: Readonly<Record<Sh, string>> = {
  dash: 'dash (Debian, Ubuntu)',
  bash: 'bash as sh (Red Hat)',
  freebsd: "FreeBSD's sh",
  openbsd: "OpenBSD's sh",
  ash: "BusyBox's ash",
};

/** The shells that read `run` of `line`, one for each dialect in question; none where it is bash or not known. */
function readersOf({ shell: called }: Run, { carry, job }: CrontabLine, { dialects }: Context): readonly Sh[] {
  // Anacron runs every job by /bin/sh: SHELL is a variable like any other to it.
  const { shell = '/bin/sh' } = job ? {} : carriedIn(carry);
  const name = called === '' ? baseName(shell) : called;
  if (name === 'dash' || name === 'ash') return [name];
  const systems = job ? anacronsAmong(dialects).map(({ dialect }) => dialect) : dialects;
  return name === 'sh' ? [...new Set(systems.flatMap((id) => surroundingsOf(id)?.sh ?? []))] : [];
}

function fixes(line: CrontabLine, { at, edits, sure }: Bashism, { shell }: Run, { dialects }: Context): Fix[] {
  const portable: Fix[] = edits
    ? [{ title: `Write ${at.text === 'source' ? '“.”' : 'it'} as every shell reads it`, edits, safe: sure ?? false }]
    : [];
  const bash = dialects.flatMap((id) => surroundingsOf(id)?.bash ?? [])[0];
  if (shell !== '' || bash === undefined || line.job) return portable;
  const end = line.text.endsWith('\r\n') ? '\r\n' : '\n';
  return [
    ...portable,
    {
      title: `Run this entry and those below by bash: SHELL=${bash}`,
      edits: [insert(0, `SHELL=${bash}${end}`)],
      safe: false,
      coversLater: true,
    },
  ];
}

/** Marks that one of the constructs is in the line: most lines have none, and are not taken apart. */
const SUSPECT =
  /\[\[|\$'|&>|>&[ \t]*[^ \t\d-]|<<<|\|&|[<>=]\(|==|RANDOM|\$\{(?:!|\w+[/^,:][^-=?+])|\{[\w./*-]*(?:,|\.\.)|source|let[ \t]|declare|function|pushd|popd|shopt|disown|mapfile|readarray|pipefail/;

export const bashism: Rule<CrontabLine> = {
  id: 'crontab/bashism',
  severity: 'warning',
  docs: {
    summary: 'A command in the syntax of bash that another shell reads.',
    why: 'Cron gives the command to /bin/sh unless the crontab sets SHELL, whatever shell the user logs in with. On Debian and Ubuntu that is dash, on the BSDs a shell of their own: the job fails there, or does something else. With `&>` it runs in the background and its file stays empty.',
    remedy:
      'Write it as every shell reads it, or set SHELL=/bin/bash above the entry. Anacron gives its jobs to /bin/sh whatever SHELL says: put those in a script for bash.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * backup &>> $HOME/log/backup\n' },
      { path: '/etc/cron.d/report', text: '0 4 * * * ann source /etc/report.env; /opt/report\n' },
      { path: '/etc/cron.d/report', text: '0 4 * * * ann /opt/report &> /var/log/report.log\n' },
      {
        path: '/var/spool/cron/crontabs/ann',
        text: 'SHELL=/bin/sh\n0 4 * * * [[ -e /run/on ]] && sort <(/opt/list) >& /home/ann/list\r\n',
      },
      {
        path: '/var/spool/cron/crontabs/ann',
        text: '0 4 * * * sleep $((RANDOM / 60)); [ "$HOME" == / ] || mv old.{txt,bak} /srv |& cat\n',
      },
      { path: '/etc/cron.d/report', text: "0 4 * * * ann cut -d $'\\t' -f 2 /srv/list\n" },
      { path: '/etc/crontab', text: '0 4 * * * root sleep $(( ( RANDOM / 60 ) + 1 ))m; /opt/report\n' },
      { path: '/etc/anacrontab', text: 'SHELL=/bin/bash\n1 10 report /opt/report &> /var/log/report.log\n' },
    ],
    good: [
      { path: '/etc/cron.d/report', text: 'SHELL=/bin/bash\n0 4 * * * ann source /etc/report.env; /opt/report &> /var/log/report.log\n' },
      { path: '/etc/cron.d/report', text: "0 4 * * * ann bash -c 'source /etc/report.env; [[ -e /run/on ]] && /opt/report'\n" },
      { path: '/etc/anacrontab', text: "1 10 report bash -c 'source /etc/report.env; /opt/report'\n" },
      { path: '/etc/cron.d/report', text: '0 4 * * * ann echo "source [[ &> it"; grep "<(x" f >&2; find /tmp -exec rm {} +\n' },
      { path: '/etc/cron.d/report', text: `0 4 * * * ann grep -e'^on$' -e 'x$' /srv/list; awk '{print "'$HOME'"$2}' f; echo "$'x'"\n` },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: '0 4 * * * ann . /etc/report.env; /opt/report\n' },
  },
  marks: [SUSPECT],
  types: ['entry'],
  *checkLine(line, context) {
    const way = line.job
      ? 'put it in a script for bash: anacron gives every job to /bin/sh, whatever SHELL says'
      : 'set SHELL to bash above';
    const seen = new Set<number>();
    for (const run of commandLineOf(line)?.runs ?? []) {
      const readers = readersOf(run, line, context);
      if (readers.length === 0) continue;
      for (const found of bashismsIn(run, line.text)) {
        const lacking = readers.filter((sh) => found.lackedBy.includes(sh));
        if (lacking.length === 0 || seen.has(found.at.span.start)) continue;
        seen.add(found.at.span.start);
        const what = found.at.text.length > 40 ? `${found.at.text.slice(0, 40)}…` : found.at.text;
        yield {
          at: found.at,
          message: `“${what}” is for bash, and this is read by /bin/sh. ${listed(lacking.map((sh) => TITLES[sh]))} ${lacking.length === 1 ? 'lacks' : 'lack'} it: there ${found.instead}. Write it for every shell, or ${way}.`,
          fixes: fixes(line, found, run, context),
        };
      }
    }
  },
};
