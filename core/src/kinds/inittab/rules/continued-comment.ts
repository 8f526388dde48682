/** A comment that ends in a backslash, with which BusyBox takes the entry below along. */
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { lineStarts, physicalEnd } from '../../../text/lines.js';
import { fieldsOf } from '../fields.js';
import { joinsAll } from '../lines.js';
import type { InittabLine } from '../model.js';

export const continuedComment: Rule<InittabLine> = {
  id: 'inittab/continued-comment',
  severity: 'warning',
  docs: {
    summary: 'A comment that ends in a backslash takes the entry below along.',
    why: 'To BusyBox a backslash at the end of a line joins the next one to it, in a comment too: the entry that stands there is not read, and nothing says so.',
    remedy: 'Take the backslash away.',
    bad: [
      {
        path: '/etc/inittab',
        text: '# daemonlint: dialect=busybox\n::sysinit:/etc/init.d/rcS\n# see C:\\\ntty1::respawn:/sbin/getty 38400 tty1\n',
      },
    ],
    good: [
      { path: '/etc/inittab', text: '# daemonlint: dialect=busybox\n# drawn \\\n# with \\\n\n::sysinit:/etc/init.d/rcS\n' },
      { path: '/etc/inittab', text: '# daemonlint: dialect=sysvinit\nid:2:initdefault:\n# see C:\\\n1:2:respawn:/sbin/getty 38400 tty1\n' },
    ],
    nearMiss: {
      path: '/etc/inittab',
      text: '# daemonlint: dialect=busybox\n::sysinit:/etc/init.d/rcS\n# see C:\ntty1::respawn:/sbin/getty 38400 tty1\n',
    },
    references: [{ title: 'BusyBox 1.35 of Debian, run with such a file' }],
  },
  types: ['comment'],
  heeds: joinsAll,
  concerns: ({ text }) => text.includes('\\\n'),
  *checkLine({ text }) {
    for (const start of lineStarts(text).slice(1)) {
      const end = physicalEnd(text, start);
      const { entry } = text.slice(start, end).trimStart().startsWith('#') ? {} : fieldsOf(text, start, end, true);
      if (entry === undefined) continue;
      const span = { start: start - 2, end: start - 1 };
      yield {
        at: { span },
        message: 'This backslash joins the entry below to the comment: BusyBox does not read it. Take the backslash away.',
        related: [{ span: { start, end: start + text.slice(start, end).trimEnd().length }, message: 'The entry that is not read' }],
        fixes: [{ title: 'Take the backslash away', edits: [replace({ span }, '')], safe: false }],
      };
    }
  },
};
