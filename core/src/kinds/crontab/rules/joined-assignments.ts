/** Two assignments in one line. */
import type { Rule } from '../../../model/rule.js';
import { slice } from '../../../text/words.js';
import type { CrontabLine } from '../model.js';
import { isQuotedIn } from '../reading/assignment.js';
import { secondIn } from '../reading/second-assignment.js';

/** Where the first value ends: before the blanks, and the semicolon, that stand at the end of `before`. */
const endOf = (before: string): number => before.trimEnd().replace(/;$/, '').trimEnd().length;

export const joinedAssignments: Rule<CrontabLine> = {
  id: 'crontab/joined-assignments',
  severity: 'warning',
  docs: {
    summary: 'Two assignments stand in one line.',
    why: 'A crontab has one assignment to a line, and no semicolon ends it: what follows belongs to the value. So the first variable gets the text of both, and the second is not set at all.',
    remedy: 'Give each assignment a line of its own.',
    bad: [
      { path: '/etc/cron.d/backup', text: 'MAILTO=root HOME=/\n0 3 * * * root /usr/local/sbin/backup\n' },
      {
        path: '/etc/cron.d/backup',
        text: 'SHELL=/bin/bash; PATH=/usr/local/bin:/usr/bin:/bin\r\n0 3 * * * root /usr/local/sbin/backup\r\n',
      },
    ],
    good: [
      {
        path: '/etc/cron.d/backup',
        text: 'MAILTO=root\nHOME=/\nARGS="-v PATH=/usr/bin"\nFLAGS=A=1 B=2\nRUN=env PATH=/usr/bin /opt/app/run\n0 3 * * * root /usr/local/sbin/backup\n',
      },
      { path: '/etc/cron.d/backup', text: '0 3 * * * root HOME=/ PATH=/usr/bin:/bin /usr/local/sbin/backup\n' },
    ],
    nearMiss: { path: '/etc/cron.d/backup', text: 'MAILTO=root HOME\n0 3 * * * root /usr/local/sbin/backup\n' },
  },
  types: ['setting'],
  concerns: ({ assignment }) => assignment !== undefined && secondIn(assignment.value.text) !== undefined,
  *checkLine({ assignment, text }) {
    if (assignment === undefined || text.trimEnd().includes('\n')) return;
    const { name, value } = assignment;
    const hit = isQuotedIn(text, value) ? undefined : secondIn(value.text);
    if (hit === undefined) return;
    const second = slice(value, hit);
    const start = value.span.start + endOf(value.text.slice(0, hit));
    yield {
      at: second,
      message: `This is a part of the value of ${name.text}, and no assignment: a line has one. Put it on a line of its own.`,
      fixes: [
        {
          title: 'Put the second assignment on a line of its own',
          edits: [{ span: { start, end: second.span.start }, text: text.endsWith('\r\n') ? '\r\n' : '\n' }],
          safe: false,
        },
      ],
    };
  },
};
