// Alpine: links in the runlevels of OpenRC.
import type { Item, Tree } from '../scratch.js';
import { KILL, scripts } from './common.js';

export const openrc = {
  tree: {
    ...scripts('etc/init.d', ['crond', 'rpcbind', 'snmpd', 'sshd', 'syslog']),
    ...Object.fromEntries(
      ['crond', 'snmpd', 'sshd'].map((name) => [`etc/runlevels/default/${name}`, { link: `/etc/init.d/${name}` } satisfies Item]),
    ),
    'etc/runlevels/boot/syslog': { link: '/etc/init.d/syslog' },
    'etc/runlevels/boot/rpcbind': { link: '/etc/init.d/rpcbind' },
    'etc/runlevels/default/rpcbind': { link: '/etc/init.d/rpcbind' },
    'rc-update.rclist': [
      '               crond |      default',
      '             rpcbind | boot default',
      '               snmpd |      default',
      '                sshd |      default',
      '              syslog | boot',
      '',
    ].join('\n'),
    'etc/crontabs/root': { text: '@reboot /usr/sbin/snmpd\n', mode: 0o600 },
    'run/started/snmpd': '',
    'run/started/sshd': '',
    'var/lib/apk/installed': '',
  } satisfies Tree,
  standIns: {
    'rc-update': '[ "$1 $2" = "-a del" ] && rm "$R"/etc/runlevels/*/"$3"',
    'rc-service': `
case $2 in
  status) [ -e "$R/run/started/$1" ] ;;
  start) touch "$R/run/started/$1" ;;
  stop) rm "$R/run/started/$1" ;;
esac`,
    kill: KILL,
  },
};
