/** A service is turned off in one place and started again from another. */
import { factById } from '../knowledge/index.js';
import type { Document } from '../model/document.js';
import type { When } from '../model/line.js';
import type { Rule } from '../model/rule.js';
import { type HostSpot, isTurnedOff, knownSpotsOn, launchesIn, MOST_RELATED, mayBeOff, type PlacedLaunch, relatedTo } from './on-host.js';

/** What starts a launch of `document`, for people. */
function starterOf({ type }: When, { kind, superServer }: Pick<Document, 'kind' | 'superServer'>): string | undefined {
  switch (type) {
    case 'clock':
      return 'cron';
    case 'boot':
      return kind === 'crontab' ? '@reboot' : 'init';
    case 'respawn':
      return 'init';
    case 'socket':
      return superServer?.includes('xinetd') ? 'xinetd' : 'inetd';
    default:
      return undefined;
  }
}

/** True where the places are of different sorts: that a service is on in one runlevel and off in another is how it should be. */
const differs = (launch: PlacedLaunch['launch'], off: HostSpot): boolean => launch.when.type !== off.when.type;

export const startedAgain: Rule = {
  id: 'started-again',
  severity: 'warning',
  docs: {
    summary: 'A service that is turned off in one place is started again from another.',
    why: 'Who turned it off believes that it is gone. A line of a crontab, of inittab or of inetd.conf brings it back, at the next boot or with the next caller.',
    remedy: 'Turn it off here too, or on there, so that both places say the same.',
    bad: [
      {
        path: '/etc/inittab',
        text: 'sn:3:respawn:/usr/sbin/snmpd -f\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nK50snmpd -> ../init.d/snmpd\n' },
      },
      {
        path: '/etc/crontab',
        text: '30 6 * * 1 root /etc/rc.d/init.d/snmpd restart\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nK50snmpd -> ../init.d/snmpd\n' },
      },
      {
        path: '/etc/cron.d/console',
        text: '@reboot root /usr/sbin/gpm -m /dev/mouse -t ps2\n',
        host: { 'chkconfig.txt': 'gpm 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n' },
      },
      {
        path: '/etc/inetd.conf',
        text: 'auth stream tcp wait nobody /usr/sbin/in.identd in.identd -e -o\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nK35identd -> ../init.d/identd\n' },
      },
    ],
    good: [
      {
        path: '/etc/inittab',
        text: 'sn:3:respawn:/usr/sbin/snmpd -f\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nS50snmpd -> ../init.d/snmpd\n' },
      },
      {
        path: '/etc/crontab',
        text: '30 6 * * 1 root /etc/rc.d/init.d/snmpd restart\n',
        host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nS50snmpd -> ../init.d/snmpd\n' },
      },
      {
        path: '/etc/crontab',
        text: '30 6 * * 1 root /etc/rc.d/init.d/snmpd restart\n',
        host: { 'rc6.d.txt': '/etc/rc.d/rc6.d:\nK50snmpd -> ../init.d/snmpd\n' },
      },
      {
        path: 'rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nS50snmpd -> ../init.d/snmpd\n',
        host: { 'rc2.d.txt': '/etc/rc.d/rc2.d:\nK50snmpd -> ../init.d/snmpd\n' },
      },
    ],
    nearMiss: {
      path: '/etc/crontab',
      text: '30 6 * * 1 root /etc/rc.d/init.d/snmpd status\n',
      host: { 'rc3.d.txt': '/etc/rc.d/rc3.d:\nK50snmpd -> ../init.d/snmpd\n' },
    },
  },
  *checkDocument(document, context) {
    const own = launchesIn(document).filter(
      ({ launch }) => launch.state === 'on' && launch.fact !== undefined && starterOf(launch.when, document),
    );
    if (own.length === 0 || !mayBeOff(document, context)) return;
    const all = knownSpotsOn(document, context);
    for (const { launch, line, span } of own) {
      const fact = factById(launch.fact ?? '');
      if (fact === undefined || all.some((spot) => spot.span === span && spot.file === undefined && spot.uses)) continue;
      const names = new Set([fact.id, ...(fact.same ?? [])]);
      const places = all.filter((spot) => names.has(spot.fact ?? ''));
      const off = places.filter((spot) => isTurnedOff(spot) && differs(launch, spot));
      // On in some runlevel, or elsewhere for good: then nobody meant it to be gone.
      const isOnThere = places.some((spot) => spot.state === 'on' && spot.when.type === 'runlevels');
      if (off.length === 0 || isOnThere) continue;
      yield {
        at: { span },
        subject: fact.id,
        ...(launch.when.type === 'socket' && { severity: 'info' as const }),
        message: `${fact.name} is turned off elsewhere, and ${starterOf(launch.when, document)} starts it again here. Turn it off here too, or on there.`,
        related: off.slice(0, MOST_RELATED).map((spot) => relatedTo(spot, `${spot.name} is off here`)),
        disable: { launch, line, safe: false },
      };
    }
  },
};
