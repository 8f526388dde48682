/** A switch of FreeBSD in the rc.conf of another system. */
import type { Rule } from '../../../model/rule.js';
import type { RcConfLine } from '../model.js';
import { systemOf } from '../systems.js';

const SWITCH = /^(\w+)_enable$/;

export const otherSystem: Rule<RcConfLine> = {
  id: 'rc-conf/other-system',
  severity: 'warning',
  docs: {
    summary: 'A switch of FreeBSD in the rc.conf of another system, where nobody reads it.',
    why: 'Only FreeBSD’s rc knows variables that end in _enable. On OpenBSD and NetBSD such a line changes nothing, and nothing says so.',
    remedy:
      'On OpenBSD, write NAME_flags, empty for on and NO for off, or put the script of a package into pkg_scripts. On NetBSD, write NAME=YES.',
    bad: [
      { path: '/etc/rc.conf.local', text: 'pkg_scripts=messagebus\nntpd_enable=YES\n' },
      { path: '/etc/rc.conf', text: 'rc_configured=YES\nntpd_enable=YES\n' },
    ],
    good: [
      { path: '/etc/rc.conf.local', text: 'pkg_scripts=messagebus\nntpd_flags=\n' },
      { path: '/etc/rc.conf', text: 'hostname="box"\nntpd_enable=YES\n' },
    ],
    nearMiss: { path: '/etc/rc.conf', text: 'rc_configured=YES\nntpd=YES\n' },
    references: [{ title: 'rc.conf(8) of OpenBSD' }, { title: 'rc.conf(5) of NetBSD' }],
  },
  heeds: ({ dialects }) => systemOf(dialects).id !== 'freebsd',
  marks: [/_enable=/],
  *checkLine({ type, assignment, tokens }, { dialects }) {
    const [name] = tokens;
    const service = SWITCH.exec(assignment?.variable ?? '')?.[1];
    if (type === 'commented' || service === undefined || name === undefined) return;
    const { title, id } = systemOf(dialects);
    const way = id === 'openbsd' ? `${service}_flags, or pkg_scripts for a package` : `${service}=YES`;
    yield {
      at: name,
      message: `${title} reads no variable that ends in _enable, as FreeBSD does: this line changes nothing. Write ${way}, or delete it.`,
    };
  },
};
