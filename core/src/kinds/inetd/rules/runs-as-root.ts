/** A service that works without root runs as root. */
import { factById, factByProgram } from '../../../knowledge/index.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { type InetdLine, isInternal } from '../model.js';
import { AFTER } from '../switches.js';

export const runsAsRoot: Rule<InetdLine> = {
  id: 'inetd/runs-as-root',
  severity: 'info',
  security: 5.5,
  docs: {
    summary: 'A service that needs no rights is started as root.',
    why: 'Whoever finds a hole in the program has the rights of its user. inetd opens the port itself, so many services need none.',
    remedy: 'Give the entry a user without rights, such as nobody, and check that the service still finds its files.',
    bad: [{ path: '/etc/inetd.conf', text: 'finger stream tcp nowait root /usr/sbin/in.fingerd in.fingerd\n' }],
    good: [
      { path: '/etc/inetd.conf', text: 'echo stream tcp nowait root internal\n' },
      { path: '/etc/inetd.conf', text: 'telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n' },
      { path: '/etc/inetd.conf', text: '4711 stream tcp nowait root /opt/measure/bin/reader reader\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n' },
  },
  concerns: ({ type, entry, launches: [launch] }) =>
    type === 'entry' && entry !== undefined && launch?.fact !== undefined && !isInternal(entry),
  *checkLine({ entry, launches: [launch] }) {
    if (entry === undefined || launch?.fact === undefined) return;
    const fact = factById(launch.fact);
    if (entry.user.text !== 'root' || !fact?.traits?.includes('rootless') || fact.traits.includes('remote-login')) return;
    // Another program under the same service name may well need root.
    const program = factByProgram(entry.program.text);
    if (program === undefined || !(program.traits?.includes('rootless') || program.same?.includes(fact.id))) return;
    yield {
      at: entry.user,
      subject: fact.id,
      message: `${fact.name} runs as root and works without. inetd opens its port; give the program a user without rights, such as nobody.`,
      fixes: [{ title: 'Run it as nobody', edits: [replace(entry.user, 'nobody')], safe: false, after: AFTER }],
    };
  },
};
