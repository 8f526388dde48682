/** Programs for the places of a command line where one is called. */
import { factByCommand, factByProgram } from '../../../knowledge/index.js';
import { programWords } from '../../../knowledge/programs.js';
import type { Proposal } from '../../../model/editing.js';
import { commandsIn } from '../../../text/shell/commands.js';
import { slice, type Word } from '../../../text/words.js';
import { percentIn } from '../commands/percent.js';
import type { EntryPlace } from '../editing/place.js';
import type { CrontabLine } from '../model.js';
import { commandOf } from '../reading/shape.js';

/** What is good to have before a job, or a job on many hosts; what each is for there. */
const KNOWN: Readonly<Record<string, string>> = {
  flock:
    'Runs the command under a lock, so that a slow run and the next one do not meet: `flock -n /run/lock/job command`. With `-n` the later run gives up.',
  timeout: 'Ends the command when it takes too long: `timeout 10m command`.',
  nice: 'Runs the command with low priority: `nice -n 19 command`.',
  ionice: 'Runs the command with low priority for the disk: `ionice -c 3 command`.',
  chronic: 'Keeps the output, and so the mail, for runs that fail; of moreutils.',
  'systemd-cat': 'Sends the output to the journal: `systemd-cat -t name command`.',
  logger: 'Writes its input to the system log: `command 2>&1 | logger -t name`.',
  env: 'Sets variables for the command: `env LANG=C command`.',
  'run-parts': 'Runs the programs of a directory, such as /etc/cron.daily; names with a dot are left out on Debian.',
  logrotate: 'Rotates logs as its configuration says: `logrotate /etc/logrotate.conf`.',
  certbot: 'Renews certificates that are about to expire: `certbot renew --quiet`.',
  rsync: 'Copies what has changed to another place.',
  restic: 'Backs files up, with versions, encrypted.',
  borg: 'Backs files up, with versions, encrypted.',
  rsnapshot: 'Keeps snapshots of files by rsync and hard links.',
  tar: 'Packs files; in a name with a date each `%` needs a backslash: `date +\\%F`.',
  find: 'Finds files, as for cleaning up: `find /tmp/x -mtime +7 -delete`.',
  pg_dump: 'Dumps a database of PostgreSQL.',
  mysqldump: 'Dumps a database of MySQL or MariaDB.',
  curl: 'Fetches a URL; with `-fsS` it is silent unless it fails.',
  mail: 'Sends its input as mail: `command | mail -s subject user`.',
};

/** True where the shell looks for a program: `text` up to `offset` plus any letter ends in one, which begins at `from`. `start`: where the command begins. */
function callsProgram(text: string, start: number, from: number, offset: number): boolean {
  if (offset < start || percentIn(text, start) < offset) return false;
  const probe = `${text.slice(0, offset)}x`;
  return commandsIn(probe, start, probe.length).some(({ program: { span } }) => span.start === from && span.end === probe.length);
}

/** The programs that the entries of `lines` start, those of more entries first. */
function programsOf(lines: readonly CrontabLine[]): string[] {
  const counts = new Map<string, number>();
  for (const { type, launches } of lines)
    for (const { program } of type === 'entry' ? launches : [])
      if (program && /^[\w./+-]+$/.test(program.text)) counts.set(program.text, (counts.get(program.text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

/** The word of the shell that `offset` stands in or behind; what ends a command ends it. */
function wordAt(text: string, start: number, offset: number): Word {
  const breaks = /[\s;&|()<>]/;
  let from = offset;
  while (from > start && !breaks.test(text[from - 1] ?? ' ')) from--;
  let end = offset;
  while (end < text.length && !breaks.test(text[end] ?? ' ')) end++;
  return slice({ text, span: { start: 0, end: text.length } }, from, end);
}

/** `before`: how many words stand before the command. */
export function commandProposals({ text, offset, found }: EntryPlace, lines: readonly CrontabLine[], before: number): Proposal[] {
  const head = found[before]?.span.start ?? offset;
  const rest = slice({ text, span: { start: 0, end: text.length } }, head);
  const start = commandOf({ form: 'user', fields: [], command: rest })?.span.start ?? head;
  const word = wordAt(text, start, offset);
  if (!callsProgram(text, start, word.span.start, offset)) return [];
  const used = programsOf(lines).filter((name) => name !== word.text);
  const propose = (label: string, detail: string): Proposal => {
    const about = KNOWN[label] ?? (factByProgram(label) ?? factByCommand(label))?.what.text;
    return { label, detail, ...(about && { about }), span: word.span, role: 'program' };
  };
  const known = Object.keys(KNOWN).filter((name) => !used.includes(name));
  const others = programWords.filter((name) => !used.includes(name) && !Object.hasOwn(KNOWN, name));
  return [
    ...used.map((name) => propose(name, 'run by other entries of this file')),
    ...known.map((name) => propose(name, 'often used in crontabs')),
    ...others.map((name) => propose(name, 'program')),
  ];
}
