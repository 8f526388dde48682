/** Assignments behind the last entry. */
import type { Rule } from '../../../model/rule.js';
import type { CrontabLine } from '../model.js';

export const lateAssignment: Rule<CrontabLine> = {
  id: 'crontab/late-assignment',
  severity: 'warning',
  docs: {
    summary: 'An assignment stands below all entries.',
    why: 'An assignment holds for the entries below it. Below the last one it does nothing.',
    remedy: 'Move it above the entries that it is meant for.',
    bad: [{ path: '/etc/cron.d/report', text: '0 4 * * * root /usr/local/bin/report\nMAILTO=ann\n' }],
    good: [
      { path: '/etc/cron.d/report', text: 'MAILTO=ann\n0 4 * * * root /usr/local/bin/report\n' },
      { path: '/etc/cron.d/report', text: '0 4 * * * root /usr/local/bin/report\nMAILTO=ann\n#0 5 * * * root /usr/local/bin/other\n' },
      { path: '/etc/cron.d/report', text: 'MAILTO=ann\n' },
      { path: '/etc/cron.d/report', text: '0 4 * * * root /usr/local/bin/report\nMAILTO=ann\n0 5 * * * root /usr/local/bin/other\n' },
    ],
    nearMiss: { path: '/etc/cron.d/report', text: '0 4 * * * root /usr/local/bin/report\n#MAILTO=ann\n' },
  },
  *checkDocument({ lines, starts }) {
    const late: number[] = [];
    for (let index = lines.length - 1; ; index--) {
      const line = lines[index];
      // What is turned off may be turned on again; what cannot be read may be an entry.
      if (line === undefined || line.type === 'commented' || line.type === 'broken') return;
      if (line.type === 'entry') break;
      if (line.type === 'setting') late.push(index);
    }
    for (const index of late.reverse()) {
      const { assignment } = lines[index] ?? {};
      const start = starts[index] ?? 0;
      if (assignment === undefined) continue;
      yield {
        at: { span: { start: start + assignment.name.span.start, end: start + assignment.value.span.end } },
        message: `${assignment.name.text} is set below the last entry, so it holds for none. Move it above the entries that it is meant for.`,
      };
    }
  },
};
