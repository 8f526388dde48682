// A Debian that systemd starts.
import type { Item, Tree } from '../scratch.js';
import { INETD, KILL } from './common.js';

const UNITS = [
  'atd.service',
  'cron.service',
  'cups.path',
  'cups.service',
  'cups.socket',
  'ssh.service',
  'rpcbind.service',
  'rpcbind.socket',
];

const wanted = (target: string, ...units: readonly string[]): Tree =>
  Object.fromEntries(
    units.map((unit) => [`etc/systemd/system/${target}.wants/${unit}`, { link: `/lib/systemd/system/${unit}` } satisfies Item]),
  );

const SYSTEMCTL = `
case $1 in
  is-enabled)
    [ -f "$R/lib/systemd/system/$2" ] || { echo "Failed to get unit file state for $2" >&2; exit 1; }
    for link in "$R/etc/systemd/system/"*.wants/"$2"; do if [ -h "$link" ]; then echo enabled; exit 0; fi; done
    echo disabled
    exit 1 ;;
  disable)
    for link in "$R/etc/systemd/system/"*.wants/"$2"; do
      if [ -h "$link" ]; then rm "$link"; rmdir "\${link%/*}" 2>/dev/null; fi
    done
    rm -f "$R/etc/systemd/system/alias-of-$2"
    exit 0 ;;
  is-active) [ -e "$R/run/active/$3" ] ;;
  stop) rm "$R/run/active/$2" ;;
  start) touch "$R/run/active/$2" ;;
  daemon-reload) : ;;
  *) exit 1 ;;
esac`;

export const systemd = {
  tree: {
    ...Object.fromEntries(UNITS.map((unit) => [`lib/systemd/system/${unit}`, '[Unit]\n'])),
    ...wanted('multi-user.target', 'atd.service', 'cron.service', 'ssh.service', 'rpcbind.service', 'cups.path'),
    ...wanted('sockets.target', 'rpcbind.socket'),
    'etc/systemd/system/alias-of-atd.service': { link: '/lib/systemd/system/atd.service' },
    'etc/debian_version': '12.5\n',
    'unit-files.rclist': [
      'UNIT FILE STATE PRESET',
      'atd.service enabled enabled',
      'cron.service enabled enabled',
      'rpcbind.service enabled enabled',
      'rpcbind.socket enabled enabled',
      'ssh.service enabled enabled',
      '',
    ].join('\n'),
    'etc/inetd.conf': INETD,
    'etc/crontab': '17 * * * * root cd / && run-parts --report /etc/cron.hourly\n',
    'usr/bin/at': { text: 'at', mode: 0o6755 },
    'run/active/atd.service': '',
    'run/active/rpcbind.socket': '',
    'run/active/ssh.service': '',
    'var/lib/dpkg/status': '',
  } satisfies Tree,
  standIns: { systemctl: SYSTEMCTL, kill: KILL },
};
