/** A variable in a file of rc.conf.d that is read for another service. */
import { pathOnHost } from '../../../model/host.js';
import type { Rule } from '../../../model/rule.js';
import type { RcConfLine } from '../model.js';
import { otherReader } from '../order.js';
import { systemOf } from '../systems.js';

export const otherScript: Rule<RcConfLine> = {
  id: 'rc-conf/other-script',
  severity: 'warning',
  docs: {
    summary: 'A variable stands in a file of rc.conf.d that is read for another service.',
    why: 'The script of a service reads rc.conf, rc.conf.local and the one file of rc.conf.d that is called after it. What that file says of another service, nobody hears.',
    remedy: 'Move the line to the file of its own service, or to rc.conf.',
    bad: [
      { path: '/etc/rc.conf.d/inetd', text: 'sshd_enable="NO"\n' },
      { path: '/usr/local/etc/rc.conf.d/inetd', text: 'inetd_flags="-wW"\nsendmail_enable="NONE"\n' },
    ],
    good: [
      { path: '/etc/rc.conf.d/sendmail', text: 'sendmail_enable="NO"\nsendmail_submit_enable="NO"\n' },
      { path: '/etc/rc.conf.d/ours', text: 'sshd_enable="NO"\n' },
      { path: '/etc/rc.conf.d/inetd', text: '#sshd_enable="NO"\n' },
    ],
    nearMiss: { path: '/etc/rc.conf.d/inetd', text: 'inetd_enable="NO"\n' },
    references: [{ title: 'rc.subr(8), load_rc_config' }],
  },
  concerns: ({ type, assignment }) => type === 'entry' && assignment !== undefined,
  *checkLine({ assignment, tokens }, { path, host, dialects }) {
    const name = tokens.find(({ role }) => role === 'name');
    if (name === undefined || assignment === undefined) return;
    const fact = systemOf(dialects).factOf(name.text);
    const script = otherReader(pathOnHost(host, path), { name: name.text, ...(fact && { fact: fact.id }) });
    if (script === undefined) return;
    yield {
      at: name,
      ...(fact && { subject: fact.id }),
      message: `Only ${script} reads this file: ${assignment.variable} here neither starts nor stops ${fact?.name ?? name.text}. Set it in rc.conf.`,
    };
  },
};
