/** A service runs by itself and under inetd at once. */
import { factById } from '../knowledge/index.js';
import type { Rule } from '../model/rule.js';
import { type HostSpot, isStarted, knownSpotsOn, launchesIn, MOST_RELATED, relatedTo } from './on-host.js';

/** True for a daemon that listens by itself: what xinetd starts, or cron now and then, does not. */
const isStandalone = ({ when }: HostSpot): boolean =>
  when.type === 'boot' || when.type === 'respawn' || (when.type === 'runlevels' && when.through === undefined);

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
      const names = new Set([launch.fact, ...(fact?.same ?? [])]);
      const daemons = standalone.filter((spot) => spot.fact !== undefined && names.has(spot.fact));
      const [daemon] = daemons;
      if (fact === undefined || daemon === undefined) continue;
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
