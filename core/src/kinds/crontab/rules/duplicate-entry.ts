/** The same job twice at the same times. */

import type { Context } from '../../../model/context.js';
import { each, Linewise } from '../../../model/linewise.js';
import { memo } from '../../../model/memo.js';
import type { Rule } from '../../../model/rule.js';
import { commentOut } from '../../../model/toggle.js';
import { shiftEdit } from '../../../text/edit.js';
import { type Span, shift } from '../../../text/span.js';
import { commandKey } from '../commands/command-key.js';
import type { CrontabLine } from '../model.js';
import { scheduleKey } from '../schedule/same.js';
import { neverRuns } from '../schedule/words.js';
import { timesKey } from '../timing/times-key.js';
import { scheduleIn } from '../timing/timings.js';

const spanOf = ({ tokens }: CrontabLine): Span => ({ start: tokens[0]?.span.start ?? 0, end: tokens.at(-1)?.span.end ?? 1 });

/** Counts the states of the environment: it is another after an assignment that changes a value, and after a line of a template. */
class Environment {
  state = 0;
  private readonly values = new Map<string, string>();

  pass(line: CrontabLine | undefined): void {
    if (line === undefined || line.type === 'entry') return;
    const { assignment, type, tokens } = line;
    if (type === 'comment' && tokens[0]?.role !== 'comment') this.state++;
    if (assignment === undefined) return;
    const { name, value } = assignment;
    if (this.values.get(name.text) !== value.text) this.state++;
    this.values.set(name.text, value.text);
  }
}

/** How often each command stands in a file, by its key; most stand there once, and nothing has to be compared. */
class Commands {
  private readonly counts = new Map<string, number>();
  private repeated = 0;
  private readonly byLine = new Linewise<CrontabLine, string>(
    each(({ type, text }) => (type === 'entry' ? commandKey(text) : '')),
    (key) => this.count(key, 1),
    (key) => this.count(key, -1),
  );

  /** Indices of the lines whose commands stand there more than once, ascending. */
  repeatedIn(lines: readonly CrontabLine[]): readonly number[] {
    const keys = this.byLine.update(lines);
    return this.repeated === 0 ? [] : keys.flatMap((key, index) => (key !== '' && (this.counts.get(key) ?? 0) > 1 ? [index] : []));
  }

  private count(key: string, by: 1 | -1): void {
    if (key === '') return;
    const before = this.counts.get(key) ?? 0;
    const after = before + by;
    if (after === 0) this.counts.delete(key);
    else this.counts.set(key, after);
    if (before > 1 !== after > 1) this.repeated += by;
  }
}

/** False where no two entries have times in common, so that their commands need not be compared. */
function mayRepeat(lines: readonly CrontabLine[], { dialects }: Context): boolean {
  const seen = new Set<number>();
  let entries = 0;
  for (const line of lines) {
    if (line.type !== 'entry') continue;
    const key = timesKey(line, dialects);
    if (key === undefined || seen.add(key).size !== ++entries) return true;
  }
  return false;
}

const remembered = memo<Context, Commands>();

/** Most files are looked at once, and little is to be remembered of them. */
function repeatedIn(lines: readonly CrontabLine[], context: Context): readonly number[] {
  const commands = remembered.get(context);
  if (commands === undefined && !mayRepeat(lines, context)) return [];
  return (commands ?? remembered.set(context, new Commands())).repeatedIn(lines);
}

/** What two entries have in common that do the same at the same times; undefined for what runs nothing, never, or at random. */
function keyOf(line: CrontabLine, context: Context): string | undefined {
  const schedule = scheduleIn(line, context);
  const { user, command } = line.shape ?? {};
  if (schedule === undefined || command === undefined || schedule.random || neverRuns(schedule) !== undefined) return undefined;
  return [scheduleKey(schedule), user?.text, command.text.trimEnd()].join('\0');
}

/** Entries that stand above already, in the same environment, and where. */
function* repeats(lines: readonly CrontabLine[], context: Context): Iterable<{ readonly index: number; readonly first: number }> {
  const candidates = repeatedIn(lines, context);
  if (candidates.length === 0) return;
  const seen = new Map<string, number>();
  const environment = new Environment();
  let passed = 0;
  for (const index of candidates) {
    const line = lines[index];
    const key = line && keyOf(line, context);
    for (; passed < index; passed++) environment.pass(lines[passed]);
    if (key === undefined) continue;
    const inPlace = `${environment.state}\0${key}`;
    const first = seen.get(inPlace);
    if (first === undefined) seen.set(inPlace, index);
    else yield { index, first };
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
