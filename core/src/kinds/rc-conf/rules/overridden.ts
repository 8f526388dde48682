/** An assignment that a later one in the same file replaces. */
import type { Rule } from '../../../model/rule.js';
import { shift } from '../../../text/span.js';
import type { RcConfLine } from '../model.js';
import { overriddenIn } from '../settle.js';

export const overridden: Rule<RcConfLine> = {
  id: 'rc-conf/overridden',
  severity: 'warning',
  docs: {
    summary: 'An assignment that a later one in the same file replaces.',
    why: 'The file is read from the top, and the last value counts. Who finds the first line, or changes it, is misled.',
    remedy: 'Keep the one that is meant, and delete the other.',
    bad: [
      { path: '/etc/rc.conf', text: 'inetd_enable="YES"\nsshd_enable="YES"\ninetd_enable="NO"\n' },
      { path: '/etc/rc.conf', text: 'hostname="a.example"\nhostname="b.example"\n' },
    ],
    good: [
      { path: '/etc/rc.conf', text: 'inetd_enable="YES"\nsshd_enable="YES"\n' },
      { path: '/etc/rc.conf', text: 'ifaces="lo0"\nifaces="$ifaces em0"\n' },
      { path: '/etc/rc.conf', text: 'inetd_enable="NO"\nif test -f /x; then\n  inetd_enable="YES"\nfi\n' },
      { path: '/etc/rc.conf', text: 'inetd_enable="YES"\ninetd_enable="YES"\n' },
    ],
    nearMiss: { path: '/etc/rc.conf', text: '#inetd_enable="YES"\nsshd_enable="YES"\ninetd_enable="NO"\n' },
    references: [{ title: 'rc.conf(5): a shell script that sets variables' }],
  },
  *checkDocument(document) {
    for (const { line, by } of overriddenIn(document)) {
      const [first, last] = [document.lines[line]?.assignment, document.lines[by]?.assignment];
      const name = document.lines[line]?.tokens.find(({ role }) => role === 'name');
      const later = document.lines[by]?.tokens.find(({ role }) => role === 'name');
      // The same value twice misleads nobody.
      if (first === undefined || name === undefined || later === undefined || first.value?.text === last?.value?.text) continue;
      yield {
        at: { span: shift(name.span, document.starts[line] ?? 0) },
        message: `${first.variable} is set again below, and the last value counts: this line changes nothing. Keep the one that is meant.`,
        related: [{ span: shift(later.span, document.starts[by] ?? 0), message: `This value counts` }],
      };
    }
  },
};
