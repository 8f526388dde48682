/** Times without a command, which some crons take. */
import type { Rule } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import { isTemplated } from '../../../text/template.js';
import { dialectsNamed } from '../dialects/dialects.js';
import { readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { isMiscut } from '../reading/miscut.js';
import { hasNoCommand } from '../reading/shape.js';
import { listed } from '../schedule/lists.js';
import { costOf, judgesOf } from '../verdicts/cost.js';

export const noCommand: Rule<CrontabLine> = {
  id: 'crontab/no-command',
  severity: 'warning',
  docs: {
    summary: 'An entry has times, and no command.',
    why: "Debian's cron and FreeBSD's take such an entry in a user's crontab, and give the shell nothing to run each time. Others refuse it.",
    remedy: 'Write what is to be run behind the times, or comment the line out.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=debian\n0 3 * * *\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=debian\r\n@daily\r\n' },
      { path: '/srv/crontab.txt', text: '0 3 * * *\n30 4 * * * backup\n' },
    ],
    good: [
      { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=debian\n@daily :\n#0 3 * * *\n' },
      { path: '/srv/crontab.j2', text: '# daemonlint: dialect=debian\n0 3 * * * {{ command }}\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/ann', text: '# daemonlint: dialect=debian\n0 3 * * * x\n' },
    references: [{ title: "Debian's cron and FreeBSD's, run with such entries: each took them" }],
  },
  types: ['entry'],
  concerns: ({ shape }) => shape !== undefined && hasNoCommand(shape),
  *checkLine(line, context) {
    const [first] = line.tokens;
    const last = line.tokens.at(-1);
    if (first === undefined || last === undefined || isTemplated(line.text)) return;
    const dialects = readersOf(context);
    if (isMiscut(line, dialects)) return;
    const takers = dialectsNamed(dialects).filter(({ id }) => line.readings?.[id]?.refused === undefined);
    if (takers.length === 0) return;
    const refusing = judgesOf(line, dialects);
    const who = `${listed(takers.map(({ title }) => title))} ${takers.length === 1 ? 'gives' : 'give'} the shell nothing to run`;
    yield {
      at: { span: { start: first.span.start, end: last.span.end } },
      message: `No command stands behind the times. ${[who, ...(refusing.length > 0 ? [costOf(refusing)] : [])].join('; ')}. Write what is to be run, or comment the line out.`,
      fixes: [{ title: 'Comment the line out', edits: [insert(0, '#')], safe: false }],
    };
  },
};
