// OpenBSD: rcctl.
import type { Tree } from '../scratch.js';
import { KILL, scripts } from './common.js';

export const openbsd = {
  tree: {
    ...scripts('etc/rc.d', ['cron', 'httpd', 'portmap', 'sshd', 'syslogd']),
    'etc/rc.conf.local': 'httpd_flags=\nportmap_flags=\n',
    'rcctl.rclist': '$ rcctl ls on\ncron\nhttpd\nportmap\nsshd\nsyslogd\n',
    'run/httpd': '',
    'var/db/kvm_bsd.db': '',
  } satisfies Tree,
  standIns: {
    // It keeps no file that would be empty.
    rcctl: `
case $1 in
  get) grep -q "^$2_flags=" "$R/etc/rc.conf.local" ;;
  disable)
    grep -v "^$2_flags=" "$R/etc/rc.conf.local" >"$R/etc/rc.conf.new"
    if [ -s "$R/etc/rc.conf.new" ]; then mv "$R/etc/rc.conf.new" "$R/etc/rc.conf.local"; else rm "$R/etc/rc.conf.new" "$R/etc/rc.conf.local"; fi ;;
  check) [ -e "$R/run/$2" ] ;;
  start) touch "$R/run/$2" ;;
  stop) rm "$R/run/$2" ;;
esac`,
    kill: KILL,
  },
};
