/** A switch of FreeBSD in the rc.conf of another system. */
import { type Remedy, remedied } from '../../../model/remedy.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import type { RcConfLine, RcConfToken } from '../model.js';
import { type System, systemOf, systems } from '../systems.js';

const SWITCH = /^(\w+)_enable$/;

/** The switch as OpenBSD or NetBSD reads it. */
function remedyOf(
  id: System['id'],
  service: string,
  { name, value, isOn }: { name: RcConfToken; value: RcConfToken; isOn: boolean },
): Remedy {
  if (id === 'netbsd') return { title: `Write ${service}=${value.text}`, edits: [replace(name, service)] };
  return {
    title: `Write ${service}_flags=${isOn ? '' : 'NO'}`,
    edits: [replace(name, `${service}_flags`), replace(value, isOn ? '' : 'NO')],
  };
}

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
    const value = assignment?.value;
    const isOn = systems.freebsd.stateOf(value?.text ?? '', '');
    const remedy = value && isOn !== undefined ? remedyOf(id, service, { name, value, isOn }) : undefined;
    yield {
      at: name,
      fixes: remedied(remedy),
      message: `${title} reads no variable that ends in _enable, as FreeBSD does: this line changes nothing. Write ${way}, or delete it.`,
    };
  },
};
