// Red Hat with System V's init; and Red Hat 7, whose chkconfig switches xinetd's services as well.
import type { Tree } from '../scratch.js';
import { CRONTAB, INETD, KILL, rcLinks, scripts } from './common.js';

const RED_HAT = {
  atd: ['40', '345'],
  crond: ['40', '2345'],
  gpm: ['85', '2345'],
  inet: ['50', '345'],
  lpd: ['60', '35'],
  portmap: ['11', '345'],
  sendmail: ['80', '2345'],
  snmpd: ['50', '3'],
  sshd: ['55', '2345'],
  syslog: ['30', '2345'],
} as const;

/** chkconfig as it is since Red Hat 7: a K link with the number of its own in each runlevel, whatever stood there. */
const CHKCONFIG = `
[ "$2" = off ] || exit 1
if [ ! -f "$R/etc/rc.d/init.d/$1" ]; then
  sed 's/\\(disable[^=]*= *\\)no/\\1yes/' "$R/etc/xinetd.d/$1" >"$R/etc/xinetd.d/$1.new" && cat "$R/etc/xinetd.d/$1.new" >"$R/etc/xinetd.d/$1" && rm "$R/etc/xinetd.d/$1.new"
  exit
fi
for level in 2 3 4 5; do
  rm -f "$R/etc/rc.d/rc$level.d/"[SK][0-9][0-9]"$1"
  ln -s "../init.d/$1" "$R/etc/rc.d/rc$level.d/K66$1"
done`;

const SUBSYS = `
case $2 in
  start) touch "$R/var/lock/subsys/$1" ;;
  stop) rm "$R/var/lock/subsys/$1" ;;
esac`;

export const redhat = {
  tree: {
    ...rcLinks('etc/rc.d', '../init.d', RED_HAT),
    ...scripts('etc/rc.d/init.d', Object.keys(RED_HAT)),
    'etc/inetd.conf': { text: INETD, mode: 0o600 },
    'etc/crontab': CRONTAB,
    'etc/inittab': 'id:3:initdefault:\nt1:345:respawn:/usr/sbin/in.telnetd\n1:2345:respawn:/sbin/mingetty tty1\n',
    'var/spool/cron/root': { text: '0 4 * * * /usr/sbin/snmpd\n', mode: 0o600 },
    'usr/bin/at': { text: 'at', mode: 0o4755 },
    'usr/bin/lpr': { text: 'lpr', mode: 0o2711 },
    'usr/bin/lpq': { link: 'lpr' },
    'var/lib/rpm/Packages': '',
    'var/lock/subsys/atd': '',
    'var/lock/subsys/inet': '',
    'var/lock/subsys/sendmail': '',
    'var/lock/subsys/sshd': '',
    'var/run/inetd.pid': '4711\n',
  } satisfies Tree,
  standIns: { chkconfig: CHKCONFIG, service: SUBSYS, kill: KILL },
};

/** Red Hat 7: xinetd, which chkconfig switches as well. */
export const xinetd = {
  tree: {
    ...rcLinks('etc/rc.d', '../init.d', { xinetd: ['56', '345'], sshd: ['55', '2345'] }),
    ...scripts('etc/rc.d/init.d', ['xinetd', 'sshd']),
    'etc/xinetd.conf': 'defaults\n{\n\tlog_type = SYSLOG authpriv\n}\nincludedir /etc/xinetd.d\n',
    'etc/xinetd.d/telnet': {
      text: '# default: on\nservice telnet\n{\n\tdisable\t= no\n\tsocket_type\t= stream\n\twait\t= no\n\tuser\t= root\n\tserver\t= /usr/sbin/in.telnetd\n}\n',
      mode: 0o640,
    },
    'etc/xinetd.d/tftp':
      'service tftp\n{\n socket_type = dgram\n protocol = udp\n wait = yes\n user = root\n server = /usr/sbin/in.tftpd\n}',
    'var/lib/rpm/Packages': '',
    'var/lock/subsys/xinetd': '',
    'var/run/xinetd.pid': '56\n',
  } satisfies Tree,
  standIns: { chkconfig: CHKCONFIG, service: SUBSYS, kill: KILL },
};
