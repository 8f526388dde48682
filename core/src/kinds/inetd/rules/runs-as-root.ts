/** A service that works without root runs as root. */
import { accountFor, asRoot } from '../../../knowledge/accounts.js';
import type { Account } from '../../../knowledge/fact.js';
import { factById, factByProgram } from '../../../knowledge/index.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { type InetdLine, isInternal } from '../model.js';
import { AFTER } from '../switches.js';

/** As the first of `dialects` reads it: FreeBSD takes a dot for a part of the name, System V has no groups there. */
function written({ user, group }: Account, [dialect]: readonly string[]): string {
  if (group === undefined || dialect === 'sysv') return user;
  return `${user}${dialect === 'freebsd' ? ':' : '.'}${group}`;
}

export const runsAsRoot: Rule<InetdLine> = {
  id: 'inetd/runs-as-root',
  severity: 'info',
  security: 5.5,
  docs: {
    summary: 'A service that needs no rights is started as root.',
    why: 'Whoever finds a hole in the program has the rights of its user. inetd opens the port itself, so many services need none.',
    remedy:
      'Give the entry a user without rights, such as nobody, or nobody.tty where it writes to terminals, and check that the service still finds its files.',
    bad: [{ path: '/etc/inetd.conf', text: 'finger stream tcp nowait root /usr/sbin/in.fingerd in.fingerd\n' }],
    good: [
      { path: '/etc/inetd.conf', text: '# daemonlint: keep ntalk\nntalk dgram udp wait nobody.tty /usr/sbin/in.ntalkd in.ntalkd\n' },
      { path: '/etc/inetd.conf', text: 'echo stream tcp nowait root internal\n' },
      { path: '/etc/inetd.conf', text: 'telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n' },
      { path: '/etc/inetd.conf', text: '4711 stream tcp nowait root /opt/measure/bin/reader reader\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n' },
  },
  concerns: ({ type, entry, launches: [launch] }) =>
    type === 'entry' && entry !== undefined && launch?.fact !== undefined && !isInternal(entry),
  *checkLine({ entry, launches: [launch] }, { dialects }) {
    if (entry === undefined || launch?.fact === undefined) return;
    const fact = factById(launch.fact);
    if (entry.user.text !== 'root' || !fact?.traits?.includes('rootless') || fact.traits.includes('remote-login')) return;
    // Another program under the same service name may well need root.
    const program = factByProgram(entry.program.text);
    if (program === undefined || !(program.traits?.includes('rootless') || program.same?.includes(fact.id))) return;
    const user = written(accountFor(fact), dialects);
    yield {
      at: entry.user,
      subject: fact.id,
      message: asRoot(fact, 'inetd'),
      fixes: [{ title: `Run it as ${user}`, edits: [replace(entry.user, user)], safe: false, after: AFTER }],
    };
  },
};
