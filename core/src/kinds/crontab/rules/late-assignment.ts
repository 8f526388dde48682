/** An assignment that no entry is left for. */
import type { Document } from '../../../model/document.js';
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import { lineEndOf } from '../../../text/lines.js';
import type { CrontabLine } from '../model.js';
import { ANACRONTAB } from '../reading/shape.js';
import { isIdle } from '../verdicts/differ.js';

/** True for a line that may be an entry one day: commented out, broken, or part of a template. */
const mayRun = (line: CrontabLine): boolean =>
  line.type === 'commented' || line.type === 'broken' || (line.type === 'comment' && line.tokens[0]?.role === 'text');

/** Settings of anacron that hold for the whole file; RANDOM_DELAY is for the jobs below it. */
const FOR_ALL = new Set(['START_HOURS_RANGE', 'PREFERRED_HOUR']);

/** Indices of the assignments below the last entry, and of nothing else that may run; none where there is no entry. */
function lateOnes(lines: readonly CrontabLine[]): number[] {
  const late: number[] = [];
  for (let index = lines.length - 1; index >= 0; index--) {
    const line = lines[index];
    if (line === undefined || mayRun(line)) return [];
    if (line.type === 'entry') return late.reverse();
    if (line.type === 'setting') late.push(index);
  }
  return [];
}

const nameOf = (line: CrontabLine | undefined): string => line?.assignment?.name.text ?? '';

function move({ text, lines, starts }: Document<CrontabLine>, index: number): Fix[] {
  const line = lines[index];
  const start = starts[index] ?? 0;
  const first = lines.findIndex(({ type }) => type === 'entry');
  const isAlone = lines.every((other, at) => at === index || nameOf(other) !== nameOf(line));
  if (line === undefined || !isAlone) return [];
  const whole = line.text.endsWith('\n') ? line.text : line.text + lineEndOf(text);
  return [
    {
      title: `Move ${nameOf(line)} above the first entry`,
      edits: [insert(starts[first] ?? 0, whole), { span: { start, end: start + line.text.length }, text: '' }],
      safe: false,
    },
  ];
}

export const lateAssignment: Rule<CrontabLine> = {
  id: 'crontab/late-assignment',
  severity: 'warning',
  docs: {
    summary: 'An assignment below the last entry.',
    why: 'An assignment holds for the entries below it, not for those above. Here there is none, so nothing gets the value.',
    remedy: 'Move it above the entries that it is meant for, or remove it.',
    bad: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\nMAILTO=ann\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'MAILTO=ann\n0 3 * * * backup\n\n# where it is\nPATH=/usr/local/bin:/usr/bin:/bin\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\nMAILTO=ann\n#0 4 * * * root /usr/local/sbin/sweep\n' },
      { path: '/etc/cron.d/backup', text: 'MAILTO=ann\n' },
      { path: '/etc/anacrontab', text: '1 5 backup /usr/local/sbin/backup\nSTART_HOURS_RANGE=3-22\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '0 3 * * * root /usr/local/sbin/backup\n#MAILTO=ann\n' },
  },
  *checkDocument(document, { form, dialects }) {
    for (const index of lateOnes(document.lines)) {
      const line = document.lines[index];
      if (form === ANACRONTAB ? FOR_ALL.has(nameOf(line)) : isIdle(dialects, line?.text ?? '')) continue;
      const start = document.starts[index] ?? 0;
      const [first, last] = [line?.tokens[0], line?.tokens.at(-1)];
      if (first === undefined || last === undefined) continue;
      yield {
        at: { span: { start: start + first.span.start, end: start + last.span.end } },
        message: `${nameOf(line) || 'This'} is set below the last entry. An assignment holds for the entries below it alone, so this one does nothing. Move it up, or remove it.`,
        fixes: move(document, index),
      };
    }
  },
};
