/** A switch with a value that is neither yes nor no. */
import type { Rule } from '../../../model/rule.js';
import { mayComeRight } from '../../../text/template.js';
import { nearMeant } from '../meant.js';
import type { RcConfLine } from '../model.js';
import { curlyQuotes } from '../problems.js';
import { systemOf } from '../systems.js';

export const value: Rule<RcConfLine> = {
  id: 'rc-conf/value',
  severity: 'warning',
  docs: {
    summary: 'A switch has a value that is neither yes nor no.',
    why: 'rc takes it for no, and warns only on the console at boot: what was meant to be on is off.',
    remedy: 'Write YES or NO.',
    bad: [
      { path: '/etc/rc.conf', text: 'sshd_enable="Y"\n' },
      { path: '/etc/rc.conf', text: 'inetd_enable="NONE"\n' },
      { path: '/etc/rc.conf', text: 'sshd_enable=""\n' },
      { path: '/etc/rc.conf', text: 'rc_configured=YES\nsshd=Y\n' },
    ],
    good: [
      { path: '/etc/rc.conf', text: 'sshd_enable="yes"\ncron_enable=On\nntpd_enable="1"\nmoused_enable="FALSE"\n' },
      { path: '/etc/rc.conf', text: 'sendmail_enable="NONE"\n' },
      { path: '/etc/rc.conf', text: 'sshd_enable="$remote"\n' },
      { path: '/etc/rc.conf', text: 'sshd_enable=“YES”\n' },
      { path: '/etc/rc.conf', text: 'rc_configured=YES\nsshd=yes\nntpd=YES\tntpd_flags="-g"\ndefaultroute=10.0.0.1\n' },
    ],
    nearMiss: { path: '/etc/rc.conf', text: 'sshd_enable="YES"\n' },
    references: [{ title: 'rc.subr(8), checkyesno' }, { title: 'rc.sendmail(8), for NONE' }],
  },
  concerns: ({ type, assignment }) => type === 'entry' && assignment?.open === false,
  *checkLine({ text, assignment, launches }, { dialects }) {
    const system = systemOf(dialects);
    const [launch] = launches;
    const written = assignment?.value?.text ?? '';
    if (assignment === undefined || launch === undefined || !system.isSwitch(assignment.variable, written)) return;
    if (system.stateOf(written, assignment.variable) !== undefined || mayComeRight(written)) return;
    // Quotes that are letters are told as such.
    if (curlyQuotes(text) !== undefined) return;
    const meant = nearMeant(written);
    const at = assignment.value && assignment.value.text !== '' ? assignment.value : launch.subject;
    yield {
      at,
      ...(launch.fact !== undefined && { subject: launch.fact }),
      message: `${written === '' ? 'An empty value' : `“${written}”`} is neither yes nor no to rc: ${launch.subject.text} is not started, and a warning on the console is all that tells. Write YES or NO.`,
      fixes:
        at === assignment.value && meant !== undefined
          ? [{ title: `Write ${meant}`, edits: [{ span: at.span, text: meant }], safe: false }]
          : [],
    };
  },
};
