/** A percent sign that ends the command. */
import type { Rule } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import { baseName } from '../commands.js';
import { dialectsNamed } from '../dialects.js';
import { commandsOf } from '../entry-command.js';
import type { CrontabLine } from '../model.js';
import { unquotedText } from '../shell.js';

/** True where what stands before the sign cannot be a whole command: a quote, a parenthesis or a backquote is still open. */
function isOpen(command: string): boolean {
  const bare = unquotedText(command, 0, command.length);
  let quote = '';
  for (let at = 0; at < command.length; at++) {
    const c = command[at] ?? '';
    if (c === '\\' && quote !== "'") at++;
    else if (quote !== '') quote = c === quote ? '' : quote;
    else if (c === '"' || c === "'" || c === '`') quote = c;
  }
  const parentheses = (bare.match(/\(/g)?.length ?? 0) - (bare.match(/\)/g)?.length ?? 0);
  return quote !== '' || parentheses > 0;
}

/** True for signs that belong to a format or an address: `+%F`, `%{http_code}`, `%20` behind `://`. */
const isFormat = (before: string, after: string): boolean =>
  /\+$/.test(before) || /^%\{/.test(after) || (/:\/\/\S*$/.test(before) && /^%[0-9A-Fa-f]{2}/.test(after));

function* signsFrom(text: string, start: number, end: number): Iterable<number> {
  for (let at = start; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '%') yield at;
  }
}

export const unescapedPercent: Rule<CrontabLine> = {
  id: 'crontab/unescaped-percent',
  severity: 'warning',
  docs: {
    summary: 'A percent sign cuts the command in two.',
    why: 'Cron ends the command at the first % without a backslash; what follows becomes its standard input, and each further % a line break. A date format or an address that holds one is cut, and the job fails or writes to a wrong place.',
    remedy: 'Write \\% for each percent sign.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root tar czf /srv/backup-$(date +%F).tgz /home\n' },
      { path: '/var/spool/cron/crontabs/ann', text: "0 3 * * * date '+%Y-%m-%d' >> $HOME/log\n" },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root date +\\%F >> /var/log/dates\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * mail -s Monday bob%Hello,%%It is Monday.%\n' },
      { path: '/etc/crontabs/root', text: '0 3 * * * tar czf /srv/backup-$(date +%F).tgz /home\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * * root tar czf /srv/backup-$(date +\\%F).tgz /home\n' },
  },
  *checkLine(line, { dialects }) {
    if (line.type !== 'entry' || !line.text.includes('%') || dialectsNamed(dialects).every(({ percentInput }) => !percentInput)) return;
    const input = line.tokens.find(({ role }) => role === 'input');
    const command = line.tokens.find(({ role }) => role === 'command');
    if (input === undefined || command === undefined || /\{%|<%|%%/.test(line.text)) return;
    const last = commandsOf(line).at(-1);
    const isDate = last !== undefined && baseName(last.program.text) === 'date';
    if (!isDate && !isOpen(command.text) && !isFormat(command.text, input.text)) return;
    const signs = [...signsFrom(line.text, input.span.start, input.span.end)];
    const [first = input.span.start] = signs;
    yield {
      at: { span: { start: first, end: first + 1 } },
      message: 'Cron ends the command at this %: the rest becomes its input. Write \\% here.',
      fixes: [
        {
          title: signs.length === 1 ? 'Escape the percent sign: \\%' : 'Escape the percent signs: \\%',
          edits: signs.map((at) => insert(at, '\\')),
          safe: dialectsNamed(dialects).every(({ percentInput }) => percentInput),
        },
      ],
    };
  },
};
