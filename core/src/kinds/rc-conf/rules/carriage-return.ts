/** Line ends of CR LF, of which rc takes the CR for a part of the value. */

import { returnsFix } from '../../../model/returns.js';
import type { Rule } from '../../../model/rule.js';
import { shift } from '../../../text/span.js';
import type { RcConfLine } from '../model.js';

export const carriageReturn: Rule<RcConfLine> = {
  id: 'rc-conf/carriage-return',
  severity: 'error',
  docs: {
    summary: 'Lines that end in CR LF, as on Windows.',
    why: 'A shell knows LF alone as the end of a line, as does the rc of OpenBSD: the CR is the last character of the value. YES is then no yes, and NO no no; an address or a name has a character too much.',
    remedy: 'Give the whole file line ends of LF.',
    bad: [
      { path: '/etc/rc.conf', text: 'hostname="own"\r\nsshd_enable="YES"\r\n' },
      { path: '/etc/rc.conf.local', text: 'smtpd_flags=NO\r\n' },
    ],
    good: [{ path: '/etc/rc.conf', text: '# a comment\r\nsshd_enable="YES" # for us\r\n' }],
    nearMiss: { path: '/etc/rc.conf.local', text: 'smtpd_flags=YES\n' },
    references: [{ title: 'checkyesno of FreeBSD in dash, and _rc_parse_conf of OpenBSD in mksh, run with such files' }],
  },
  *checkDocument({ text, lines, starts }) {
    if (!text.includes('\r')) return;
    for (const [index, line] of lines.entries()) {
      const name = line.tokens.find(({ role }) => role === 'name');
      // Behind a comment it is one character more of that.
      if (line.assignment === undefined || name === undefined || line.type === 'commented') continue;
      if (!/\r(?:\n|$)/.test(line.text) || line.tokens.at(-1)?.role === 'comment') continue;
      yield {
        at: { span: shift(name.span, starts[index] ?? 0) },
        message: `The CR at the end of this line is the last character of ${line.assignment.variable}, so that it has another value than it seems. Give the file line ends of LF, without CR.`,
        fixes: [returnsFix(text)],
      };
      return;
    }
  },
};
