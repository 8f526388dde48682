// NetBSD: what is on stands in rc.conf, and no command changes that.
import type { Tree } from '../scratch.js';
import { CRONTAB, INETD, KILL, RC_SERVICE, scripts } from './common.js';

export const netbsd = {
  tree: {
    ...scripts('etc/rc.d', ['inetd', 'lpd', 'rpcbind', 'rwhod', 'snmpd', 'sshd']),
    'etc/rc.conf': {
      text: [
        '#\t$NetBSD: rc.conf,v 1.97 2014/10/25 14:14:28 jmcneill Exp $',
        'if [ -r /etc/defaults/rc.conf ]; then',
        '\t. /etc/defaults/rc.conf',
        'fi',
        'rc_configured=YES',
        'sshd=YES',
        'inetd=YES',
        'rwhod=YES\t\t# who is where',
        'lpd="YES"\tlpd_flags="-s"',
        'rpcbind=NO',
        'snmpd=yes',
      ].join('\n'),
      mode: 0o600,
    },
    'etc/crontab': CRONTAB,
    'etc/inetd.conf': INETD,
    'run/inetd': '',
    'run/lpd': '',
    'run/rwhod': '',
    'var/db/locate.database': '',
    'var/run/inetd.pid': '99\n',
  } satisfies Tree,
  standIns: {
    service: RC_SERVICE,
    kill: KILL,
  },
};
