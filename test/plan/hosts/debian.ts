// A Debian that System V's init starts.
import type { Tree } from '../scratch.js';
import { KILL, rcLinks, scripts } from './common.js';

export const debian = {
  tree: {
    ...rcLinks('etc', '../init.d', { atd: ['02', '2345'], 'nfs-common': ['01', '35'], rsyslog: ['01', '2345'], ssh: ['03', '2345'] }),
    ...scripts('etc/init.d', ['atd', 'nfs-common', 'rsyslog', 'ssh']),
    'etc/init.d/.depend.start': 'TARGETS = rsyslog atd ssh\n',
    'etc/debian_version': '7.11\n',
    'usr/bin/at': { text: 'at', mode: 0o6755 },
    'run/atd': '',
    'var/lib/dpkg/status': '',
  } satisfies Tree,
  standIns: {
    // As insserv does, it numbers the others anew as well.
    'update-rc.d': `
[ "$2" = disable ] || exit 1
for level in 2 3 4 5; do
  rm -f "$R/etc/rc$level.d/"S[0-9][0-9]"$1"
  ln -s "../init.d/$1" "$R/etc/rc$level.d/K01$1"
  [ ! -h "$R/etc/rc$level.d/S03ssh" ] || mv "$R/etc/rc$level.d/S03ssh" "$R/etc/rc$level.d/S02ssh"
done
echo 'TARGETS = rsyslog ssh' >"$R/etc/init.d/.depend.start"
echo 'TARGETS =' >"$R/etc/init.d/.depend.stop"`,
    'invoke-rc.d': `
case $2 in
  status) [ -e "$R/run/$1" ] ;;
  start) touch "$R/run/$1" ;;
  stop) rm "$R/run/$1" ;;
esac`,
    kill: KILL,
  },
};
