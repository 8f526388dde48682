/** The port mapper is off while something needs it, or on while nothing does. */
import type { Rule } from '../model/rule.js';
import { isStarted, isTurnedOff, isWorkingLevel, launchesIn, MOST_RELATED, relatedTo, spotsOn, turnsOff } from './on-host.js';
import { isRpcOffered, needsPortMapper } from './port-mapper.js';

/** Those that may need it, by what they mount. */
const MAY_NEED = /^(?:netfs|nfs-client|nfsfs|nfsmount|netmount|autofs|remote-fs)(?:\.\w+)?$/;

export const portmap: Rule = {
  id: 'portmap',
  severity: 'info',
  docs: {
    summary: 'The port mapper is off while something here needs it, or on while nothing does.',
    why: 'RPC services tell the port mapper where they listen. Without it nobody finds them, and inetd cannot even offer them; with it and nothing to map, it is one more door.',
    remedy: 'Turn off the RPC services, or the port mapper on again; and turn it off with the last of them.',
    bad: [
      {
        path: 'rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nK87portmap -> ../init.d/portmap\n',
        host: { 'etc/inetd.conf': 'rstatd/1-3 dgram rpc/udp wait root /usr/sbin/tcpd rpc.rstatd\n' },
      },
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nK87portmap -> ../init.d/portmap\nS14nfslock -> ../init.d/nfslock\n' },
      {
        path: 'rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nK20nfs -> ../init.d/nfs\nS11portmap -> ../init.d/portmap\n',
        host: { 'etc/inetd.conf': '#rstatd/1-3 dgram rpc/udp wait root /usr/sbin/tcpd rpc.rstatd\n' },
      },
    ],
    good: [
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS11portmap -> ../init.d/portmap\n' },
      { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nK87portmap -> ../init.d/portmap\nK20nfs -> ../init.d/nfs\n' },
      {
        path: 'rc3.d.txt',
        text: '/etc/rc.d/rc3.d:\nK20nfs -> ../init.d/nfs\nS11portmap -> ../init.d/portmap\nS25netfs -> ../init.d/netfs\n',
      },
    ],
    nearMiss: { path: 'rc3.d.txt', text: '/etc/rc.d/rc3.d:\nS87portmap -> ../init.d/portmap\nS14nfslock -> ../init.d/nfslock\n' },
  },
  *checkDocument(document, context) {
    const own = launchesIn(document).filter(({ launch }) => launch.fact === 'portmap' && launch.when.type !== 'socket');
    if (own.length === 0) return;
    const all = spotsOn(document, context);
    const needing = all.filter((spot) => isStarted(spot) && needsPortMapper(spot));
    const on = all.some((spot) => spot.fact === 'portmap' && isStarted(spot));
    const off = own.find(turnsOff);
    if (off && !on && needing.length > 0) {
      const offered = needing.filter(isRpcOffered);
      yield {
        at: off,
        subject: 'portmap',
        ...(offered.length > 0 && { severity: 'warning' as const }),
        message: `${off.launch.subject.text} is off while ${
          offered.length > 0
            ? `inetd offers ${offered.length === 1 ? 'an RPC service' : `${offered.length} RPC services`}: none of them can register`
            : `${needing[0]?.name ?? 'NFS'} is on: without it only NFSv4 works`
        }. Turn them off too, or ${off.launch.subject.text} on again.`,
        related: needing.slice(0, MOST_RELATED).map((spot) => relatedTo(spot, `${spot.name} needs it`)),
        enable: { launch: off.launch, line: off.line },
      };
    }
    // That nothing is in sight proves nothing: what needs it must have been turned off.
    const gone = all.filter((spot) => isTurnedOff(spot) && needsPortMapper(spot));
    const started = own.find(
      ({ launch: { state, when } }) => state === 'on' && when.type === 'runlevels' && when.levels.some(isWorkingLevel),
    );
    if (started && needing.length === 0 && gone.length > 0 && !all.some((spot) => isStarted(spot) && MAY_NEED.test(spot.name)))
      yield {
        at: started,
        subject: 'portmap',
        message: `${started.launch.subject.text} is on, and all that would need it is off. Turn it off: it tells strangers what this host has.`,
        related: gone.slice(0, MOST_RELATED).map((spot) => relatedTo(spot, `${spot.name} is off here`)),
        disable: { launch: started.launch, line: started.line, safe: false },
      };
  },
};
