/** A command that counts on the variable USER where cron does not set it. */
import type { Context } from '../../../model/context.js';
import type { Document } from '../../../model/document.js';
import type { Report, Rule } from '../../../model/rule.js';
import { type Span, shift } from '../../../text/span.js';
import { commandLineOf } from '../commands/command-line.js';
import { surroundingsOf } from '../commands/surroundings.js';
import { dialectsNamed } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { listed } from '../schedule/lists.js';

/** What hides from the shell what it holds, and what it reads: a quoted string, a character behind a backslash, the variable. */
const PART = /'[^']*'|\\[\s\S]|"(?:\\[\s\S]|[^"\\])*"|\$(?:USER\b|\{USER\})/g;

const NAME = /\\[\s\S]|\$(?:USER\b|\{USER\})/g;

/** An assignment, or a file that may hold one. */
const MAY_SET = /(?:^|[\s;&|("'])(?:USER=|read[ \t](?:.*[ \t])?USER\b|\.[ \t]|source[ \t])/;

/** Where the shell that cron starts puts the value of USER. */
function placesIn(text: string, start: number, end: number): readonly Span[] {
  const found: Span[] = [];
  const add = (part: string, at: number) => {
    if (part.startsWith('$')) found.push({ start: at, end: at + part.length });
  };
  for (const { 0: part, index } of text.slice(start, end).matchAll(PART)) {
    if (part.startsWith('"')) for (const inner of part.matchAll(NAME)) add(inner[0], start + index + inner.index);
    else add(part, start + index);
  }
  return found;
}

function* reportsIn({ lines, starts, text }: Document<CrontabLine>, { dialects }: Context): Iterable<Report> {
  if (!text.includes('USER')) return;
  const without = dialectsNamed(dialects).filter(({ id }) => surroundingsOf(id)?.noUser);
  if (without.length === 0) return;
  for (const [index, line] of lines.entries()) {
    if (line.type === 'setting' && line.assignment?.name.text === 'USER') return;
    if (line.type !== 'entry' || line.job || !line.text.includes('USER')) continue;
    const command = commandLineOf(line);
    const [place] = command ? placesIn(line.text, command.start, command.end) : [];
    if (command === undefined || place === undefined || MAY_SET.test(line.text.slice(command.start, place.start))) continue;
    const span = shift(place, starts[index] ?? 0);
    yield {
      at: { span },
      message: `${listed(without.map(({ title }) => title))} sets LOGNAME and no USER: the shell puts nothing in the place of “${line.text.slice(place.start, place.end)}”. Write $LOGNAME, which POSIX wants every cron to set.`,
      fixes: [
        {
          title: 'Write LOGNAME for USER',
          edits: placesIn(line.text, command.start, command.end).map((found) => ({
            span: shift(found, starts[index] ?? 0),
            text: line.text.slice(found.start, found.end).replace('USER', 'LOGNAME'),
          })),
          safe: true,
        },
      ],
    };
  }
}

export const unsetUser: Rule<CrontabLine> = {
  id: 'crontab/unset-user',
  severity: 'warning',
  docs: {
    summary: 'A command uses $USER, which the cron of Debian does not set.',
    why: "A login sets USER. Debian's cron starts a job with HOME, LOGNAME, PATH and SHELL alone: `/home/$USER/x` is then `/home//x`, and nothing is found there.",
    remedy: 'Write `$LOGNAME`, which POSIX wants every cron to set, or `$HOME` for the home directory; or assign USER above.',
    bad: [
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * /home/$USER/bin/report\n' },
      { path: '/etc/cron.d/report', text: `0 3 * * * ann cd "/srv/\${USER}" && ./report "$USER"\n` },
    ],
    good: [
      { path: '/var/spool/cron/crontabs/ann', text: 'USER=ann\n0 3 * * * /home/$USER/bin/report\n' },
      { path: '/var/spool/cron/crontabs/ann', text: `0 3 * * * su - bob -c 'echo $USER'; echo \\$USER \${USER:-ann} $USERS\n` },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * . /home/ann/.profile; /home/$USER/bin/report\n' },
      { path: '/var/spool/cron/ann', text: '0 3 * * * /home/$USER/bin/report\n' },
    ],
    nearMiss: { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * /home/$LOGNAME/bin/report\n' },
    references: [{ title: 'cron 3.0pl1-162 of Debian 12: what a job that calls env prints' }],
  },
  checkDocument: reportsIn,
};
