/** A percent sign that cuts the command in two. */
import type { Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { type Edit, insert } from '../../../text/edit.js';
import { commandsIn } from '../../../text/shell/commands.js';
import { endsInside } from '../../../text/shell/shell.js';
import type { Span } from '../../../text/span.js';
import { isTemplated, withoutTags } from '../../../text/template.js';
import { percentIn } from '../commands/percent.js';
import { dialectById } from '../dialects/dialects.js';
import type { CrontabLine } from '../model.js';
import { commandOf } from '../reading/shape.js';

/** Programs that get their text, script or password on standard input: what `%` was made for. */
const READERS = new Set(
  'mail mailx Mail mutt sendmail wall write tee cat at batch sh bash ksh dash ash zsh csh tcsh ed ex bc dc ftp sftp telnet nc netcat xargs logger lp lpr sqlplus mysql psql sqlite3 passwd chpasswd crontab tr wc sort'.split(
    ' ',
  ),
);

/** Programs that take formats with percent signs. */
const FORMATTERS = new Set('date printf find stat ps awk gawk mawk git curl wget seq strftime env expr test [ [['.split(' '));

/** A conversion of strftime or printf with something other than prose behind it: `Y-`, `-d_`, `s"`. */
const CONVERSION = /^[-_^#0]?[A-Za-z](?:[^A-Za-z0-9 \t]|$)/;

/** The name of the last program before `at`. */
const programBefore = (text: string, start: number, at: number): string => baseName(commandsIn(text, start, at).at(-1)?.program.text ?? '');

/** True when what stands behind the `%` at `at` may well be meant as input. */
function isMeant(text: string, start: number, at: number, end: number): boolean {
  if (endsInside(text, start, at)) return false;
  const program = programBefore(text, start, at);
  const before = text[at - 1] ?? '';
  const after = text.slice(at + 1, Math.min(end, at + 40));
  if (FORMATTERS.has(program)) return false;
  if (CONVERSION.test(after) && /[^ \t]/.test(before)) return false;
  if (READERS.has(program)) return true;
  if (after.trim() === '') return !/\d/.test(before);
  return !/[-_.=/:+~,]/.test(before) && !/^[\d{(]|^[-_^#0]?[A-Za-z](?![A-Za-z])/.test(after);
}

/** A backslash before each percent sign that has none. */
function escapes(text: string, from: number, end: number): Edit[] {
  const edits: Edit[] = [];
  for (let at = percentIn(text, from); at < end; at = percentIn(text, at + 1)) edits.push(insert(at, '\\'));
  return edits;
}

/** The command of an entry and where it is cut, in a text that has the same places; undefined where nothing cuts it, or it may come from a template. */
function cutOf({ shape, text: written }: CrontabLine): (Span & { readonly text: string; readonly at: number }) | undefined {
  const command = shape && commandOf(shape);
  if (command === undefined) return undefined;
  const text = withoutTags(written);
  const { start, end } = command.span;
  const at = percentIn(text, start);
  return at < end && !isTemplated(text.slice(0, at + 1)) ? { text, start, at, end } : undefined;
}

/** Text that makes no difference but to the words that it stands in, when it becomes part of the command again: dates, names, ends of quotes. */
const PLAIN = /^[\w\s%.:/+,)"'`-]*$/;

export const unescapedPercent: Rule<CrontabLine> = {
  id: 'crontab/unescaped-percent',
  severity: 'warning',
  docs: {
    summary: 'A `%` without a backslash cuts the command.',
    why: 'Cron ends the command at the first `%` and gives what follows to it as standard input, each further `%` a line break. A date format or an escaped URL is torn apart, and the job fails or writes to the wrong file.',
    remedy: 'Write `\\%`. Cron takes the backslash away, inside quotes too.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root tar czf /srv/backup-$(date +%F).tgz /etc\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 3 * * * cp report.txt report-`date "+%Y-%m-%d"`.txt\r\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '5 * * * * curl -s http://example.net/?q=a%20b\n' },
      { path: '/srv/crontab.j2', text: '0 3 * * * cp report report-$(date +%F) {{ target }}\n' },
      { path: '/srv/crontab.j2', text: '0 3 * * * cp {{ "%d" % day }} {{ to }}/report-$(date +%Y%m)\n' },
    ],
    good: [
      { path: '/var/spool/cron/crontabs/ann', text: '0 9 * * 1 mail -s Meeting bob%Bob,%%the meeting is at ten.%\n' },
      { path: '/srv/crontab.j2', text: '0 3 * * * backup {% if full %}--full{% endif %} --date=%F\n' },
      { path: '/etc/crontabs/root', text: '0 3 * * * tar czf /srv/backup-$(date +%F).tgz /etc\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * * root tar czf /srv/backup-$(date +\\%F).tgz /etc\n' },
  },
  marks: [/%/],
  types: ['entry'],
  *checkLine(line, { dialects }) {
    const cut = dialects.some((id) => dialectById(id)?.percentInput) ? cutOf(line) : undefined;
    if (cut === undefined) return;
    const { text, start, at, end } = cut;
    // `%%` outside `${…}` is how a text that goes through printf or a template engine says `%`.
    if (text[at + 1] === '%' && !endsInside(text, start, at)) return;
    if (text.startsWith('+%%', at - 1) || isMeant(text, start, at, end)) return;
    // Where something is filled in, a bare `%F` may be as well; the format of a date is one whatever stands before it.
    const isFormat = endsInside(text, start, at) || FORMATTERS.has(programBefore(text, start, at));
    if (!isFormat && isTemplated(line.text.slice(start, at))) return;
    yield {
      at: { span: { start: at, end: at + 1 } },
      message:
        'Cron ends the command at this “%” and gives the rest of the line to it as input. Write “\\%” for a percent sign; cron takes the backslash away.',
      // Percent signs of a template are not cron's.
      fixes: isTemplated(text)
        ? []
        : [
            {
              title: 'Escape each percent sign of the command',
              edits: escapes(text, at, end),
              // A quote that only the cut kept from the shell would be open to its end; and nobody knows what a template puts there.
              safe: PLAIN.test(text.slice(at, end)) && !isTemplated(line.text.slice(at, end)) && !endsInside(text, start, end),
            },
          ],
    };
  },
};
