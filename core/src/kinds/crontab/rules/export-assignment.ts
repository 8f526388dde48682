/** `export` before an assignment. */
import type { Fix } from '../../../model/finding.js';
import type { Rule } from '../../../model/rule.js';
import { knowsNoAssignments } from '../dialects/dialects.js';
import { isRead, readersOf } from '../drop-in.js';
import type { CrontabLine } from '../model.js';
import { type Mistaken, mistakenIn, repaired } from '../reading/mistaken.js';
import { ANACRONTAB } from '../reading/shape.js';
import { costOf, judgesOf } from '../verdicts/cost.js';
import { isIdle } from '../verdicts/differ.js';

/** None of them is safe: what is read now holds for all entries below, and with it Debian's cron reads the whole file again. */
function fixes(line: CrontabLine, { keyword, name, value }: Mistaken): Fix[] {
  if (keyword === undefined) return [];
  if (value === undefined) {
    const whole = { start: 0, end: line.text.length };
    return [{ title: 'Remove the line: what is assigned above is exported anyway', edits: [{ span: whole, text: '' }], safe: false }];
  }
  const raw = line.text.slice(value.start, value.end);
  const repair = repaired(raw);
  if (repair === undefined || repair.comment !== undefined) return [];
  const edits = [{ span: keyword, text: '' }, ...(repair.value === raw ? [] : [{ span: value, text: repair.value }])];
  return [{ title: `Leave out the word before ${name}`, edits, safe: false }];
}

export const exportAssignment: Rule<CrontabLine> = {
  id: 'crontab/export-assignment',
  severity: 'error',
  docs: {
    summary: '`export` stands before an assignment.',
    why: "A crontab is no shell script. Cron reads the line as an entry and finds no time in it; Debian's cron then ignores the whole file.",
    remedy: 'Write `NAME=value` alone. Cron exports what is assigned.',
    bad: [
      { path: '/etc/cron.d/backup', text: 'export PATH=/usr/bin:/bin\n0 3 * * * root /usr/local/sbin/backup\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '  export EDITOR="vim"\r\n0 3 * * * /home/ann/bin/backup\r\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'PATH=/usr/bin:/bin\nexport PATH\n0 3 * * * /home/ann/bin/backup\n' },
      { path: '/etc/anacrontab', text: 'export MAILTO=ann\n1 5 backup /usr/local/sbin/backup\n' },
      { path: '/var/spool/cron/crontabs/ann', text: 'export LIST="a":b\n0 3 * * * /home/ann/bin/backup\n' },
    ],
    good: [
      { path: '/etc/cron.d/backup', text: 'PATH=/usr/bin:/bin\n0 3 * * * root export LANG=C; /usr/local/sbin/backup\n' },
      { path: '/etc/cron.d/backup', text: '# export PATH=/usr/bin\nexport = yes\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: '#export PATH=/usr/bin:/bin\n0 3 * * * root /usr/local/sbin/backup\n' },
  },
  // Where there are no assignments at all, that is what is to be said.
  heeds: (context) => isRead(context) && !knowsNoAssignments(context.dialects),
  types: ['broken'],
  *checkLine(line, context) {
    const mistaken = mistakenIn(line);
    if (mistaken?.by !== 'export' || mistaken.keyword === undefined) return;
    const word = line.text.slice(mistaken.keyword.start, mistaken.keyword.end).trimEnd();
    const { form } = context;
    const dialects = readersOf(context);
    // Without the word it would be passed over as well.
    const idle = form !== ANACRONTAB && isIdle(dialects, `${mistaken.name}=`);
    const remedy = idle
      ? `Of assignments it knows MAILTO and SHELL alone: set ${mistaken.name} in the commands that need it.`
      : 'Write NAME=value alone; cron exports it.';
    const message =
      form === ANACRONTAB
        ? `Anacron knows no “${word}” and skips this line. Write NAME=value alone; anacron exports it.`
        : `Cron knows no “${word}”: it takes this line for an entry and finds no time in it. ${costOf(judgesOf(line, dialects))}. ${remedy}`;
    yield {
      at: { span: { start: mistaken.keyword.start, end: mistaken.keyword.start + word.length } },
      message,
      fixes: idle ? [] : fixes(line, mistaken),
    };
  },
};
