/** A last line without its line feed, which OpenBSD's rc does not read. */
import type { Rule } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import { lineEndOf } from '../../../text/lines.js';
import { shift } from '../../../text/span.js';
import type { RcConfLine } from '../model.js';
import { systemOf } from '../systems.js';

export const missingNewline: Rule<RcConfLine> = {
  id: 'rc-conf/missing-newline',
  severity: 'error',
  docs: {
    summary: 'The last assignment has no line feed behind it, on OpenBSD.',
    why: 'Its rc reads a line up to the line feed: the last one is not read without it, and nothing says so. What it turns off stays on.',
    remedy: 'End the file with a line feed.',
    bad: [{ path: '/etc/rc.conf.local', text: 'pkg_scripts=own\nsmtpd_flags=NO' }],
    good: [
      { path: '/etc/rc.conf', text: 'sshd_enable="YES"' },
      { path: '/etc/rc.conf.local', text: 'pkg_scripts=own\n# the end' },
    ],
    nearMiss: { path: '/etc/rc.conf.local', text: 'pkg_scripts=own\nsmtpd_flags=YES\n' },
    references: [{ title: '_rc_parse_conf of OpenBSD, run in mksh' }],
  },
  heeds: ({ dialects }) => systemOf(dialects).noShell === true,
  *checkDocument({ text, lines, starts }, { dialects }) {
    const last = lines.at(-1);
    const name = last?.tokens.find(({ role }) => role === 'name');
    if (!systemOf(dialects).noShell || last === undefined || name === undefined || last.type === 'commented' || last.text.endsWith('\n'))
      return;
    yield {
      at: { span: shift(name.span, starts.at(-1) ?? 0) },
      message: `The file ends without a line feed: rc does not read ${last.assignment?.variable ?? name.text}. Add one.`,
      fixes: [{ title: 'Add the missing line feed at the end', edits: [insert(text.length, lineEndOf(text))], safe: true }],
    };
  },
};
