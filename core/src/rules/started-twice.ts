/** A service runs by itself and under inetd at once. */
import type { Fact } from '../knowledge/fact.js';
import { factById } from '../knowledge/index.js';
import { portsNamed } from '../knowledge/ports.js';
import type { Rule } from '../model/rule.js';
import { type HostSpot, isStarted, knownSpotsOn, launchesIn, MOST_RELATED, relatedTo } from './on-host.js';

/** True for a daemon that listens by itself: what xinetd starts, or cron now and then, does not. */
const isStandalone = ({ when }: HostSpot): boolean =>
  when.type === 'boot' || when.type === 'respawn' || (when.type === 'runlevels' && when.through === undefined);

/** The ports that a service has by its name, which may be one; none where nobody knows. */
const portsAt = (name: string): readonly number[] => (/^\d+$/.test(name) ? [Number(name)] : portsNamed(name).map(({ port }) => port));

const portsOf = ({ ports = [], aliases }: Fact): readonly number[] => [
  ...ports.map(({ number }) => number),
  ...(aliases.services ?? []).flatMap(portsAt),
];

/** False where the service is surely offered at another port than the daemon listens at: a second sshd at 2222. */
function mayMeet(service: string, daemon: Fact): boolean {
  const [offered, own] = [portsAt(service), portsOf(daemon)];
  return offered.length === 0 || own.length === 0 || offered.some((port) => own.includes(port));
}

const isSecureLogin = ({ traits }: Fact): boolean => traits?.includes('secure-login') ?? false;

/** True where the two answer to the same callers. */
const areRivals = (fact: Fact, other: Fact): boolean =>
  other.id === fact.id || (fact.same?.includes(other.id) ?? false) || (isSecureLogin(fact) && isSecureLogin(other));

export const startedTwice: Rule = {
  id: 'started-twice',
  severity: 'warning',
  docs: {
    summary: 'A service is offered by inetd while its daemon runs by itself.',
    why: 'Only one of them gets the port, the one that is started first: the other fails, and which it was may change with the next boot. Two configurations are looked after, and one of them is void.',
    remedy: 'Turn one of them off. The daemon answers faster; inetd costs nothing while nobody calls.',
    bad: [
      {
        path: '/etc/inetd.conf',
        text: 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n',
        host: { 'etc/inittab': 'tn:3:respawn:/usr/sbin/in.telnetd -debug 23\n' },
      },
      {
        path: '/etc/inetd.conf',
        text: 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nS60vsftpd -> ../init.d/vsftpd\n' },
      },
      {
        path: '/etc/inetd.conf',
        text: 'auth stream tcp wait nobody /usr/sbin/in.identd in.identd -e -o\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nS35identd -> ../init.d/identd\n' },
      },
      {
        path: '/etc/inetd.conf',
        text: 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n',
        host: { 'etc/inittab': '::respawn:/usr/sbin/dropbear -F -R\n' },
      },
    ],
    good: [
      {
        path: '/etc/inetd.conf',
        text: 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nK60vsftpd -> ../init.d/vsftpd\n' },
      },
      {
        path: '/etc/inetd.conf',
        text: 'ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n',
        host: { 'chkconfig.txt': 'xinetd based services:\n\tftp:\ton\n' },
      },
      {
        path: '/etc/inetd.conf',
        text: '2222 stream tcp nowait root /usr/sbin/sshd sshd -i\n',
        host: { 'etc/inittab': '::respawn:/usr/sbin/sshd -D\n' },
      },
    ],
    nearMiss: {
      path: '/etc/inetd.conf',
      text: '#ftp stream tcp nowait root /usr/sbin/tcpd in.ftpd\n',
      host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nS60vsftpd -> ../init.d/vsftpd\n' },
    },
  },
  *checkDocument(document, context) {
    const own = launchesIn(document).filter(
      ({ launch }) => launch.state === 'on' && launch.when.type === 'socket' && launch.fact !== undefined,
    );
    if (own.length === 0) return;
    const standalone = knownSpotsOn(document, context).filter((spot) => isStarted(spot) && isStandalone(spot));
    for (const { launch, line, span } of own) {
      const fact = factById(launch.fact ?? '');
      if (fact === undefined) continue;
      const daemons = standalone.filter((spot) => {
        const other = spot.fact === undefined ? undefined : factById(spot.fact);
        return other !== undefined && areRivals(fact, other) && mayMeet(launch.subject.text, other);
      });
      const [daemon] = daemons;
      if (daemon === undefined) continue;
      yield {
        at: { span },
        subject: fact.id,
        message: `${launch.subject.text} is offered here while ${daemon.name} runs by itself: only one of them gets the port. Turn one of them off.`,
        related: daemons.slice(0, MOST_RELATED).map((spot) => relatedTo(spot, `${spot.name} is on here`)),
        disable: { launch, line, safe: false },
      };
    }
  },
};
