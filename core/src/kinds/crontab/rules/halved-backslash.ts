/** Two backslashes of which the shell gets one. */
import type { Rule } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import { shift } from '../../../text/span.js';
import { isTemplated } from '../../../text/template.js';
import { halvedIn } from '../commands/halved.js';
import { percentIn } from '../commands/percent.js';
import { dialectsNamed } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { commandOf } from '../reading/shape.js';
import { listed } from '../schedule/lists.js';

export const halvedBackslash: Rule<CrontabLine> = {
  id: 'crontab/halved-backslash',
  severity: 'warning',
  docs: {
    summary: 'Of two backslashes in a command the shell gets one.',
    why: "While they look for an escaped %, Debian's cron and FreeBSD's make one backslash of two, in quotes too. A command that works at a prompt works otherwise as a job: sed, awk, grep and printf get another expression. cronie and the other crons leave both.",
    remedy: 'Put the command in a script, which means the same to every cron; or write four, where no other cron reads the file.',
    bad: [
      { path: '/etc/cron.d/list', text: "0 3 * * * root sed 's/\\\\/-/g' /srv/list > /srv/list.new\n" },
      { path: '/etc/cron.d/list', text: '# daemonlint: dialect=debian\n0 3 * * * root echo "a\\\\$HOME" C:\\\\list >> /srv/list\n' },
      { path: '/var/cron/tabs/ann', text: '# daemonlint: dialect=freebsd\n0 3 * * * awk \'{ gsub("\\\\.", "-"); print }\' list > new\n' },
    ],
    good: [
      { path: '/etc/cron.d/list', text: '0 3 * * * root grep -c "\\\\.log" /srv/list > /srv/count\n' },
      { path: '/etc/cron.d/list', text: "# daemonlint: dialect=cronie\n0 3 * * * root sed 's/\\\\/-/g' /srv/list > /srv/list.new\n" },
      { path: '/etc/cron.d/list', text: '0 3 * * * root tee /srv/list > /dev/null%one\\\\two\n' },
    ],
    nearMiss: { path: '/etc/cron.d/list', text: "0 3 * * * root sed 's/\\//-/g' /srv/list > /srv/list.new\n" },
    references: [{ title: "Debian's cron 3.0pl1-162, run; do_command.c of FreeBSD 8.3, read" }],
  },
  heeds: isRead,
  types: ['entry'],
  marks: [/\\\\/],
  *checkLine(line, context) {
    const command = line.shape && commandOf(line.shape);
    const dialects = dialectsNamed(readersOf(context));
    const halving = dialects.filter(({ halvesBackslashes }) => halvesBackslashes);
    if (command === undefined || halving.length === 0 || isTemplated(line.text)) return;
    const runs = halvedIn(command.text.slice(0, percentIn(command.text, 0))).map((run) => shift(run, command.span.start));
    const [first] = runs;
    if (first === undefined) return;
    const others = dialects.filter((dialect) => !halving.includes(dialect));
    const who = listed(halving.map(({ title }) => title));
    yield {
      at: { span: first },
      message: `Of two backslashes ${who} ${halving.length === 1 ? 'gives' : 'give'} the shell one, in quotes too, and the program gets something else than at a prompt. Put the command in a script.`,
      // To the others four would be four.
      fixes:
        others.length > 0
          ? []
          : [{ title: 'Write twice as many', edits: runs.map(({ start, end }) => insert(start, '\\'.repeat(end - start))), safe: false }],
    };
  },
};
