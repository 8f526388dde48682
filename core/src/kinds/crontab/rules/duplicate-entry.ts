/** The same job twice at the same times. */
import type { Context } from '../../../model/context.js';
import type { Rule } from '../../../model/rule.js';
import { commentOut } from '../../../model/toggle.js';
import { shiftEdit } from '../../../text/edit.js';
import { type Span, shift } from '../../../text/span.js';
import type { CrontabLine } from '../model.js';
import { patternsOf } from '../pattern.js';
import { neverRuns } from '../schedule/words.js';
import { scheduleIn } from '../timings.js';

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

/** What never runs is another rule's. */
function runs(line: CrontabLine, context: Context): boolean {
  const schedule = scheduleIn(line, context);
  return schedule !== undefined && neverRuns(schedule) === undefined;
}

/** Entries that stand above already, in the same environment, and where. */
function* repeats(lines: readonly CrontabLine[], context: Context): Iterable<{ readonly index: number; readonly first: number }> {
  const seen = new Map<number | string, number>();
  const environment = new Environment();
  const patterns = patternsOf(lines, context);
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index];
    if (line === undefined) continue;
    if (line.type !== 'entry') {
      environment.pass(line);
      continue;
    }
    const id = patterns[index]?.id ?? 0;
    if (id === 0) continue;
    const key = environment.state === 0 ? id : `${environment.state} ${id}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, index);
    else if (runs(line, context)) yield { index, first };
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
    for (const { index, first } of repeats(document.lines, context)) {
      const line = document.lines[index];
      if (line === undefined) continue;
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
