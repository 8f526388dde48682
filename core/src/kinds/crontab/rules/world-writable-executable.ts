/** A program that is run from a directory in which anybody may put files. */
import { isShell } from '../../../knowledge/interpreters.js';
import type { Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import type { Command } from '../../../text/shell/commands.js';
import { unquoted } from '../../../text/shell/shell.js';
import type { Word } from '../../../text/words.js';
import { commandLineOf } from '../commands/command-line.js';
import type { CrontabLine } from '../model.js';
import { runsAsRoot } from '../runner.js';

const WRITABLE = /^\/(?:tmp|var\/tmp|dev\/shm)\/./;
const WRITABLE_FOLDER = /^\/(?:tmp|var\/tmp|dev\/shm)(?:\/|$)/;

/** Programs besides shells that execute the file they are given. */
const INTERPRETERS = /^(?:python[\d.]*|perl[\d.]*|php[\d.]*|ruby[\d.]*|node|nodejs|Rscript|\.|source)$/;

/** Options that take code, or the name of a module, in place of a file. */
const NO_FILE = /^-(?:[a-z]*[cemrnEMR]$|-)/;

/** The file that an interpreter is given to run. */
function scriptOf({ program, args }: Command): Word | undefined {
  const name = baseName(program.text);
  if (!isShell(name) && !INTERPRETERS.test(name)) return undefined;
  for (const arg of args) {
    if (!arg.text.startsWith('-')) return arg;
    if (NO_FILE.test(arg.text)) return undefined;
  }
  return undefined;
}

export const worldWritableExecutable: Rule<CrontabLine> = {
  id: 'crontab/world-writable-executable',
  severity: 'warning',
  security: 7.8,
  docs: {
    summary: 'A program is run from a directory in which anybody may put files.',
    why: 'Whoever makes the file in /tmp, /var/tmp or /dev/shm first decides what the job does, with the rights of its user. After a boot or a clean-up the file is gone, and its name is free.',
    remedy: 'Keep the program where only its owner may write, for example in /usr/local/sbin.',
    bad: [
      { path: '/etc/anacrontab', text: '7 10 sweep /tmp/sweep.sh\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /tmp/backup.sh\n' },
      { path: '/var/spool/cron/crontabs/root', text: '0 3 * * * nice python3 -u /var/tmp/backup.py /srv\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root cd /tmp && ./backup.sh\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup /tmp/list >/tmp/log; rm -f /tmp/old; sh -c /tmp\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * /tmp/backup.sh\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * * root /srv/backup.sh\n' },
  },
  marks: [/\/tmp\b|\/dev\/shm\b/],
  types: ['entry'],
  *checkLine(line, { path }) {
    if (line.shape?.form !== 'system' && runsAsRoot(line, path) !== 'yes') return;
    let folder = '';
    for (const { command } of commandLineOf(line)?.runs ?? []) {
      if (command === undefined) continue;
      if (command.program.text === 'cd') folder = unquoted(command.args[0]?.text ?? '');
      const run = [command.program, scriptOf(command)].find((word) => {
        const name = unquoted(word?.text ?? '');
        return WRITABLE.test(name) || (name.startsWith('./') && WRITABLE_FOLDER.test(folder));
      });
      if (run === undefined) continue;
      yield {
        at: run,
        message:
          'This is run from a directory in which anybody may put files: who makes it first decides what the job does. Move it where only its owner may write.',
      };
    }
  },
};
