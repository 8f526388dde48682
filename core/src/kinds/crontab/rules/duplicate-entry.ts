/** The same job twice at the same times. */
import type { Context } from '../../../model/context.js';
import type { Rule } from '../../../model/rule.js';
import { commentOut } from '../../../model/toggle.js';
import { shiftEdit } from '../../../text/edit.js';
import { type Span, shift } from '../../../text/span.js';
import type { CrontabLine } from '../model.js';
import { scheduleKey } from '../schedule/same.js';
import { neverRuns } from '../schedule/words.js';
import { timingsOf } from '../timings.js';

const keys = new WeakMap<Context, WeakMap<CrontabLine, string>>();

/** What two entries have in common that do the same at the same times; '' for lines that run nothing, or at random. */
function keyOf(line: CrontabLine, context: Context): string {
  if (line.type !== 'entry') return '';
  let lines = keys.get(context);
  if (lines === undefined) keys.set(context, (lines = new WeakMap()));
  let key = lines.get(line);
  if (key === undefined) lines.set(line, (key = described(line, context)));
  return key;
}

function described(line: CrontabLine, context: Context): string {
  const [timing] = timingsOf(line, context);
  const { user, command } = line.shape ?? {};
  if (timing === undefined || command === undefined || timing.schedule.random || neverRuns(timing.schedule) !== undefined) return '';
  return [scheduleKey(timing.schedule), user?.text, command.text.trimEnd()].join('\0');
}

const spanOf = ({ tokens }: CrontabLine): Span => ({ start: tokens[0]?.span.start ?? 0, end: tokens.at(-1)?.span.end ?? 1 });

/** Counts the states of the environment: it is another after an assignment that changes a value, and after a line of a template. */
class Environment {
  state = 0;
  private readonly values = new Map<string, string>();

  pass({ assignment, type, tokens }: CrontabLine): void {
    if (type === 'comment' && tokens[0]?.role === 'text') this.state++;
    if (assignment === undefined) return;
    const { name, value } = assignment;
    if (this.values.get(name.text) !== value.text) this.state++;
    this.values.set(name.text, value.text);
  }
}

export const duplicateEntry: Rule<CrontabLine> = {
  id: 'crontab/duplicate-entry',
  severity: 'warning',
  docs: {
    summary: 'The same command stands twice in the file, at the same times and for the same user.',
    why: 'Cron runs it twice at once. Two runs of one job get in the way of each other, and its mail comes twice.',
    remedy: 'Delete one of the two.',
    bad: [
      {
        path: '/var/spool/cron/ann',
        text: '0 3 * * * /home/ann/bin/backup\n0 4 * * * /home/ann/bin/sweep\n0 3 * * * /home/ann/bin/backup\n',
      },
      { path: '/etc/cron.d/backup', text: '@daily root /usr/local/sbin/backup\n0 0 * * * root /usr/local/sbin/backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * ann /usr/local/bin/backup\n0 3 * * * bob /usr/local/bin/backup\n' },
      { path: '/var/spool/cron/ann', text: 'DISK=a\n0 3 * * * /home/ann/bin/backup\nDISK=b\n0 3 * * * /home/ann/bin/backup\n' },
      { path: '/var/spool/cron/ann', text: '0 3 * * * /home/ann/bin/backup\n#0 3 * * * /home/ann/bin/backup\n' },
    ],
    nearMiss: {
      path: '/var/spool/cron/ann',
      text: '0 3 * * * /home/ann/bin/backup\n0 4 * * * /home/ann/bin/sweep\n0 5 * * * /home/ann/bin/backup\n',
    },
  },
  *checkDocument(document, context) {
    const seen = new Map<string, number>();
    const environment = new Environment();
    for (const [index, line] of document.lines.entries()) {
      environment.pass(line);
      const key = keyOf(line, context);
      if (key === '') continue;
      const first = seen.get(`${environment.state}\0${key}`);
      if (first === undefined) {
        seen.set(`${environment.state}\0${key}`, index);
        continue;
      }
      const start = document.starts[index] ?? 0;
      const before = document.lines[first];
      const there = before && shift(spanOf(before), document.starts[first] ?? 0);
      yield {
        at: { span: shift(spanOf(line), start) },
        message:
          'This entry stands above already, with the same times, user and command: cron runs it twice at once. Delete one of the two.',
        related: there ? [{ span: there, message: 'the first of the two' }] : [],
        fixes: [
          { title: 'Delete this entry', edits: [{ span: { start, end: start + line.text.length }, text: '' }], safe: false },
          { title: 'Comment this entry out', edits: commentOut(line, '#').map((edit) => shiftEdit(edit, start)), safe: false },
        ],
      };
    }
  },
};
