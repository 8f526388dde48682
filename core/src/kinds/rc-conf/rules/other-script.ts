/** A variable in a file of rc.conf.d that is read for another service. */
import { pathOnHost } from '../../../model/host.js';
import type { Rule } from '../../../model/rule.js';
import type { RcConfLine } from '../model.js';
import { isScriptName, otherReader } from '../order.js';
import { systemOf } from '../systems.js';

export const otherScript: Rule<RcConfLine> = {
  id: 'rc-conf/other-script',
  severity: 'warning',
  docs: {
    summary: 'A variable stands in a file of rc.conf.d that is read for another service.',
    why: 'The script of a service reads rc.conf, rc.conf.local and the one file of rc.conf.d that is called as it calls itself: by the name that its variables begin with. What that file says of another service, nobody hears; nor does anybody read one called mysql-server, for the script of this file name calls itself mysql.',
    remedy: 'Move the line to the file of its own service, or to rc.conf.',
    bad: [
      { path: '/etc/rc.conf.d/inetd', text: 'sshd_enable="NO"\n' },
      { path: '/usr/local/etc/rc.conf.d/inetd', text: 'inetd_flags="-wW"\nsendmail_enable="NONE"\n' },
      { path: '/etc/rc.conf.d/mysql-server', text: 'mysql_enable="NO"\n' },
    ],
    good: [
      { path: '/etc/rc.conf.d/sendmail', text: 'sendmail_enable="NO"\nsendmail_submit_enable="NO"\n' },
      { path: '/etc/rc.conf.d/ours', text: 'sshd_enable="NO"\n' },
      { path: '/etc/rc.conf.d/inetd', text: '#sshd_enable="NO"\n' },
      { path: '/srv/files/etc/rc.conf.d/mysql.j2', text: 'mysql_enable="NO"\n' },
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
    const reader = isScriptName(script)
      ? `Only ${script} reads this file`
      : 'No script reads this file: one is called by the name that its variables begin with, and that has no “-” or the like';
    const remedy = isScriptName(script) ? 'Set it in rc.conf.' : `Rename the file to “${name.text}”, or set it in rc.conf.`;
    yield {
      at: name,
      ...(fact && { subject: fact.id }),
      message: `${reader}: ${assignment.variable} here neither starts nor stops ${fact?.name ?? name.text}. ${remedy}`,
    };
  },
};
