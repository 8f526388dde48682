/** A comment that does not begin in the first column. */
import type { Rule } from '../../../model/rule.js';
import { intoFirstColumn } from '../into-column.js';
import type { InetdLine } from '../model.js';
import { INDENTED } from '../problems.js';

export const indentedComment: Rule<InetdLine> = {
  id: INDENTED,
  severity: 'error',
  docs: {
    summary: 'A comment with blanks before its mark.',
    why: 'All inetds but the one of BusyBox know a # only in the first column. They take the line for an entry, and log an error; the one of FreeBSD exits over an entry that is too short, and with it go all services.',
    remedy: 'Put the # into the first column.',
    bad: [{ path: '/etc/inetd.conf', text: '   #mail comes in here\n' }],
    good: [{ path: '/etc/inetd.conf', text: '# daemonlint: dialect=busybox\n   # mail\n' }],
    nearMiss: { path: '/etc/inetd.conf', text: '#mail comes in today\n' },
    references: [{ title: 'openbsd-inetd 0.20221205, inetutils 2.4 and BusyBox 1.35, run over such lines' }],
  },
  concerns: ({ problems }) => problems.length > 0,
  *checkLine(line) {
    for (const problem of line.problems)
      if (problem.rule === INDENTED)
        yield {
          at: problem,
          message: `${problem.message} Put it into the first column.`,
          fixes: [intoFirstColumn(line.text, 0)],
        };
  },
};
