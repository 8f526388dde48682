/** The last way to log in from afar is about to go. */

import type { Trait } from '../knowledge/fact.js';
import { factById } from '../knowledge/index.js';
import type { Context } from '../model/context.js';
import type { Document } from '../model/document.js';
import type { Launch } from '../model/line.js';
import type { Rule } from '../model/rule.js';
import { type HostSpot, isStarted, isWorkingLevel, knownSpotsOn, launchesIn, MOST_RELATED, otherFiles, relatedTo } from './on-host.js';

const hasTrait = ({ fact }: Pick<HostSpot, 'fact'>, trait: Trait): boolean =>
  fact !== undefined && factById(fact)?.traits?.includes(trait) === true;

const isReachable = ({ when }: HostSpot): boolean => when.type !== 'socket' || !when.loopback;

/** True where the files would show a daemon for encrypted logins if there were one: they list what the host starts, or have one that is off. */
function wouldShow(known: readonly HostSpot[], document: Document, context: Context): boolean {
  const lists = ({ when }: Pick<Launch, 'when'>): boolean =>
    when.type === 'runlevels' && when.through === undefined && when.levels.some(isWorkingLevel);
  return (
    known.some((spot) => hasTrait(spot, 'secure-login') && spot.state !== 'on') ||
    launchesIn(document).some(({ launch }) => lists(launch)) ||
    otherFiles(context).some(({ launches }) => launches.some(lists))
  );
}

export const lastLogin: Rule = {
  id: 'last-login',
  severity: 'info',
  docs: {
    summary: 'The only ways to log in from afar are ones that ought to go.',
    why: 'Telnet and its like should be off; but with them goes the last way in, and a host without a console near by is out of reach then. No automatic fix turns them off before sshd is on.',
    remedy: 'Turn sshd on first and log in with it once. Then turn these off.',
    bad: [
      {
        path: '/etc/inetd.conf',
        text: 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\n' },
      },
      {
        path: '/etc/inetd.conf',
        text: 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n#ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n',
      },
    ],
    good: [
      { path: '/etc/inetd.conf', text: 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n' },
      {
        path: '/etc/inetd.conf',
        text: 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\nS55sshd -> ../init.d/sshd\n' },
      },
    ],
    nearMiss: {
      path: '/etc/inetd.conf',
      text: '#telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n',
      host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nS50inet -> ../init.d/inet\n' },
    },
  },
  *checkDocument(document, context) {
    const placed = launchesIn(document).find(({ launch }) => launch.state === 'on' && hasTrait(launch, 'remote-login'));
    if (placed === undefined) return;
    const all = knownSpotsOn(document, context);
    const isIn = (spot: HostSpot) => isStarted(spot) && isReachable(spot);
    const logins = all.filter((spot) => isIn(spot) && hasTrait(spot, 'remote-login'));
    const [first, ...others] = logins;
    if (first === undefined || all.some((spot) => isIn(spot) && hasTrait(spot, 'secure-login')) || !wouldShow(all, document, context))
      return;
    yield {
      at: placed,
      subject: placed.launch.fact ?? '',
      message: `${
        others.length === 0 ? `${first.name} is the only way` : `${logins.map(({ name }) => name).join(', ')} are the only ways`
      } to log in to this host from afar that its files turn on. Have sshd running, and try it, before you turn the last one off.`,
      related: logins
        .slice(0, MOST_RELATED)
        .flatMap((spot) => (spot.span === placed.span ? [] : [relatedTo(spot, `${spot.name} lets people in here`)])),
    };
  },
};
