/** A comment behind an entry, which inetd hands to the program. */
import type { Rule } from '../../../model/rule.js';
import { insert, replace } from '../../../text/edit.js';
import { physicalEnd } from '../../../text/lines.js';
import { dialectsOf } from '../dialects.js';
import { type InetdLine, isInternal } from '../model.js';
import { AFTER } from '../switches.js';

/** How a word begins that is a comment, and no argument such as `#1`. */
const COMMENT = /^#+(?:$|[A-Za-z<(!-])/;

export const trailingComment: Rule<InetdLine> = {
  id: 'inetd/trailing-comment',
  severity: 'warning',
  docs: {
    summary: 'A comment behind an entry.',
    why: 'inetd knows comments only as lines of their own. The mark and every word behind it are arguments of the program, which may refuse them or do as they say. Only BusyBox takes them for a comment.',
    remedy: 'Write the comment on a line of its own above the entry.',
    bad: [
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i # for the admins\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/sshd #sshd -i\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: '# for the admins\nssh stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
      {
        path: '/etc/inetd.conf',
        text: '# daemonlint: dialect=busybox\nssh stream tcp nowait root /usr/sbin/sshd sshd -i # for the admins\n',
      },
      { path: '/etc/inetd.conf', text: 'discard stream tcp nowait root internal # inetd hands nothing to itself\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i #4 for the admins\n' },
    references: [{ title: 'openbsd-inetd 0.20221205 and inetutils 2.4 of Debian, run over such lines' }],
  },
  concerns: ({ type, text }) => type === 'entry' && text.includes('#'),
  *checkLine({ entry, text }, { dialects }) {
    if (entry === undefined || isInternal(entry) || dialectsOf(dialects).every(({ continuation }) => continuation === 'backslash')) return;
    const first = physicalEnd(text, entry.server.span.start);
    const mark = entry.args.find(({ text: word, span }) => span.start < first && COMMENT.test(word));
    if (mark === undefined) return;
    const end = text.slice(0, first).trimEnd().length;
    const comment = text.slice(mark.span.start, end);
    const count = entry.args.filter(({ span }) => span.start >= mark.span.start && span.end <= end).length;
    const before = text.slice(0, mark.span.start).trimEnd().length;
    yield {
      at: { span: { start: mark.span.start, end } },
      message: `A # behind an entry begins no comment: inetd hands ${count === 1 ? 'this word' : `these ${count} words`} to ${entry.program.text} as arguments. Write the comment on a line of its own.`,
      fixes: [
        {
          title: 'Put the comment on a line of its own above',
          edits: [insert(0, `${comment}\n`), replace({ span: { start: before, end } }, '')],
          safe: false,
          after: AFTER,
        },
      ],
    };
  },
};
