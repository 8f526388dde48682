/** A command behind `sleep` and its time with nothing between: to sleep it is one more time. */
import type { Report, Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { insert } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import { commandLineOf } from '../commands/command-line.js';
import type { CrontabLine } from '../model.js';

/** What may be a time: a number with its unit, or what the shell makes one of. */
const TIME = /^(?:[-+]?\.?\d|(?:inf(?:inity)?|nan)$|["'`$])/i;

/** Surely a command: a path, or a name of more letters than a unit has. */
const COMMAND = /^(?:[~.]{0,2}\/|[a-z][\w.+-]+$)/;

/** Words that a unit is written with, and those of the shell that are to end or begin something. */
const OTHER = /^(?:s|m|h|d|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|do|done|then|fi|else|elif|esac)$/;

function inVain({ command }: Run): Report | undefined {
  if (command === undefined || baseName(command.program.text) !== 'sleep') return undefined;
  const [time, next] = command.args;
  if (time === undefined || next === undefined || !TIME.test(time.text)) return undefined;
  if (!COMMAND.test(next.text) || TIME.test(next.text) || OTHER.test(next.text)) return undefined;
  return {
    at: next,
    message: `“sleep” takes each of its words for a time and refuses “${next.text}”: it does not wait, and nobody runs this command. Put “&&” before it.`,
    fixes: [{ title: 'Put && before the command', edits: [insert(next.span.start, '&& ')], safe: false }],
  };
}

export const sleepOperand: Rule<CrontabLine> = {
  id: 'crontab/sleep-operand',
  severity: 'error',
  docs: {
    summary: 'A command stands behind `sleep` and its time, with nothing between.',
    why: '`sleep` runs no command, as `nice` and `timeout` do. It takes what stands behind the time for a second time, says “invalid time interval” and ends at once; the command is never run.',
    remedy: 'Put `&&` between the time and the command.',
    bad: [
      { path: '/var/spool/cron/ann', text: '@reboot sleep 60 /home/ann/bin/start.sh >> /home/ann/log 2>&1 &\n' },
      { path: '/etc/cron.d/poll', text: '* * * * * root cd /srv; /bin/sleep 30s python3 poll.py\n' },
      { path: '/etc/cron.d/poll', text: '* * * * * root ( sleep $DELAY ./poll )\n' },
    ],
    good: [
      { path: '/var/spool/cron/ann', text: '@reboot sleep 60 && ./start; sleep 1m 30s && ./more; sleep 5 & nice -n 5 /srv/run\n' },
      {
        path: '/var/spool/cron/ann',
        text: '@reboot sleep 5 $MORE > /dev/null; sleep 1 infinity || echo sleep 5 /srv/run # sleep 5 /srv/run\n',
      },
    ],
    nearMiss: { path: '/var/spool/cron/ann', text: '@reboot sleep 60; /home/ann/bin/start.sh >> /home/ann/log 2>&1 &\n' },
  },
  marks: [/\bsleep[ \t]+\S+[ \t]+[a-z/~.]/],
  types: ['entry'],
  *checkLine(line) {
    for (const run of commandLineOf(line)?.runs ?? []) {
      const report = inVain(run);
      if (report) yield report;
    }
  },
};
