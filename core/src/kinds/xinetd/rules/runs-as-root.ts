/** A service that works without root runs as root. */
import { accountFor, asRoot } from '../../../knowledge/accounts.js';
import { factById, factByProgram } from '../../../knowledge/index.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { setBelow } from '../below.js';
import type { XinetdLine } from '../model.js';
import { AFTER } from '../switches.js';

const finger = (user: string, ...lines: readonly string[]): string =>
  `service finger\n{\n\tsocket_type = stream\n\twait = no\n\tuser = ${user}\n\tserver = /usr/sbin/in.fingerd\n${lines.map((line) => `\t${line}\n`).join('')}}\n`;

export const runsAsRoot: Rule<XinetdLine> = {
  id: 'xinetd/runs-as-root',
  severity: 'info',
  docs: {
    summary: 'A service that needs no rights is started as root.',
    why: 'Whoever finds a hole in the program has the rights of its user. xinetd opens the port itself, so many services need none.',
    remedy: 'Give the entry a user without rights, such as nobody, and check that the service still finds its files.',
    bad: [{ path: '/etc/xinetd.d/finger', text: finger('root') }],
    good: [
      { path: '/etc/xinetd.d/finger', text: finger('root', 'disable = yes') },
      {
        path: '/etc/xinetd.d/telnet',
        text: 'service telnet\n{\n\tsocket_type = stream\n\twait = no\n\tuser = root\n\tserver = /usr/sbin/in.telnetd\n}\n',
      },
    ],
    nearMiss: { path: '/etc/xinetd.d/finger', text: finger('nobody') },
  },
  *checkLine(line) {
    const {
      type,
      service,
      launches: [launch],
    } = line;
    const [user] = service?.settings.get('user')?.values ?? [];
    if (type !== 'entry' || launch?.state !== 'on' || launch.fact === undefined || !service?.program || user?.text !== 'root') return;
    const fact = factById(launch.fact);
    if (!fact?.traits?.includes('rootless') || fact.traits.includes('remote-login')) return;
    // Another program under the same service name may well need root.
    const program = factByProgram(service.program.text);
    if (program === undefined || !(program.traits?.includes('rootless') || program.same?.includes(fact.id))) return;
    const account = accountFor(fact);
    const group = account.group === undefined ? [] : setBelow(line, service, 'user', 'group', account.group);
    yield {
      at: user,
      subject: fact.id,
      message: asRoot(fact, 'xinetd'),
      fixes: [{ title: `Run it as ${account.user}`, edits: [replace(user, account.user), ...group], safe: false, after: AFTER }],
    };
  },
};
