/** A date in the arithmetic of the shell, where a zero before it makes it octal. */
import type { Report, Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { insert } from '../../../text/edit.js';
import type { Run } from '../../../text/shell/commands.js';
import { commandLineOf } from '../commands/command-line.js';
import { DATE, datesIn, type PrintedDate } from '../commands/dates.js';
import { dialectsNamed } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';

/** Shells that count so; zsh does not. */
const OCTAL = /^(?:ba|da|a|k|mk|pdk)?sh$/;

/** True when what is printed may be 08 or 09. */
const mayBeOctal = ({ prints }: PrintedDate): boolean => 'low' in prints && prints.width > 1 && prints.filler === '0' && prints.high >= 8;

/** Where the shell counts with the date, in the words of the message; undefined where it does not, or is told that it is decimal. */
function counting({ piece }: PrintedDate, runs: readonly Run[], line: CrontabLine): string | undefined {
  const { text } = line;
  const host = runs.find((run) => run.piece === piece.list.host);
  if (host === undefined) return undefined;
  const shell = host.shell || baseName(line.carried?.shell ?? 'sh');
  if (!OCTAL.test(shell)) return undefined;
  const word = host.piece.words.find(({ span }) => span.start <= piece.start && piece.end <= span.end);
  const before = text.slice(word?.span.start ?? host.piece.start, piece.start).replace(/(?:\$\(|`)[ \t]*$/, '');
  // `10#` says so, and a digit before it makes another number.
  if (/[\w#]$/.test(before)) return undefined;
  if (before.lastIndexOf('((') > before.lastIndexOf('))')) return '$((…))';
  if (/\(\([ \t]*$/.test(text.slice(0, host.piece.start))) return '((…))';
  const isNumeric =
    shell === 'bash' && host.command?.program.text === '[[' && host.command.args.some((arg) => /^-(?:eq|ne|lt|le|gt|ge)$/.test(arg.text));
  return isNumeric ? '[[' : undefined;
}

function reportOn(date: PrintedDate, runs: readonly Run[], line: CrontabLine, isPlain: boolean): Report | undefined {
  const where = mayBeOctal(date) ? counting(date, runs, line) : undefined;
  if (where === undefined) return undefined;
  const { format, letter, span, prints } = date;
  const plain = `%-${letter}`;
  const errors = 'width' in prints && prints.width > 2 ? '010 counts as 8, and 008 and 009 are' : '08 and 09 are';
  return {
    at: { span: { start: date.piece.start, end: date.piece.end } },
    message: `To “${where}” a number that begins with 0 is octal: ${errors} errors, and date prints such numbers for “${format}”. ${isPlain ? `Write “${plain}”, which prints no zero, or let` : 'Let'} expr count.`,
    fixes: isPlain && /^%[A-Za-z]$/.test(format) ? [{ title: `Write ${plain}`, edits: [insert(span.start, '-')], safe: false }] : [],
  };
}

export const dateOctal: Rule<CrontabLine> = {
  id: 'crontab/date-octal',
  severity: 'warning',
  docs: {
    summary: 'A date in shell arithmetic, which takes 08 and 09 for faulty octal numbers.',
    why: 'In `$((…))` a zero at the beginning makes a number octal, in dash, bash and BusyBox alike, and so it does in the comparisons by number of bash’s `[[`. `date` prints such zeros. So a job for every other week fails in weeks 08 and 09 of a year, one that counts days on the 8th and 9th, and nobody sees why. `[` and `expr` count in decimals.',
    remedy:
      'Have the zero left out: `%-d` of GNU and FreeBSD; OpenBSD’s date has no such thing. Or count with `expr`; bash takes `10#` before the number, too.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * 1 root [ $(($(date +\\%V) \\% 2)) -eq 0 ] && /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * 1 root test "$(( `date \'+\\%W\'` \\% 2 ))" = 1 && /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: 'SHELL=/bin/bash\n0 3 * * 1 root [[ $(date +\\%d) -ge 8 ]] && /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: 'SHELL=/bin/bash\n0 3 * * 1 root (( $(date +\\%j) \\% 3 == 0 )) && /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * 1 root [ $(expr $(date +\\%V) \\% 2) -eq 0 ] && x; [ $(date +\\%d) -ge 8 ] && y\n' },
      {
        path: '/etc/cron.d/backup',
        text: 'SHELL=/bin/bash\n0 3 * * 1 root [ $((10#$(date +\\%V) \\% 2)) = 0 ] && x; [[ $(date +\\%d) == 08 ]] && y\n',
      },
      { path: '/etc/cron.d/backup', text: 'SHELL=/bin/zsh\n0 3 * * 1 root x $((1$(date +\\%H) - 100)) $(($(date +\\%d) + 1))\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * 1 root x $((1$(date +\\%H) - 100)); [[ $(date +\\%d) -ge 8 ]] && y\n' },
      { path: '/etc/cron.d/backup', text: '0 3 * * 1 root [ $(($(date +\\%s) / 604800 \\% 2)) = 0 ] && x; y $(((1 + 2))) $(date +\\%d)\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * 1 root [ $(($(date +\\%-V) \\% 2)) -eq 0 ] && /usr/local/sbin/backup\n' },
  },
  marks: [DATE],
  types: ['entry'],
  *checkLine(line, { dialects }) {
    const runs = commandLineOf(line)?.runs ?? [];
    const isPlain = dialectsNamed(dialects).every(({ plainDates }) => plainDates);
    for (const date of datesIn(runs)) {
      const report = reportOn(date, runs, line, isPlain);
      if (report) yield report;
    }
  },
};
