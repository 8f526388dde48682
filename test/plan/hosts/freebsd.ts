// FreeBSD: what is on stands in rc.conf.
import type { Tree } from '../scratch.js';
import { CRONTAB, INETD, KILL, RC_SERVICE, scripts } from './common.js';

export const freebsd = {
  tree: {
    ...scripts('etc/rc.d', ['inetd', 'lpd', 'rpcbind', 'rwhod', 'sendmail', 'sshd']),
    ...scripts('usr/local/etc/rc.d', ['snmpd']),
    'etc/rc.conf': {
      text: [
        '# set up in a hurry',
        'hostname="argon"',
        'ifconfig_em0="inet 192.0.2.10 \\',
        '\tnetmask 255.255.255.0"',
        'sshd_enable="YES"',
        "inetd_enable='yes'\t# for ftp",
        'rpcbind_enable="YES" # for NFS',
        'sendmail_enable="YES"',
        'rwhod_enable="NO"',
        'snmpd_enable=on',
      ].join('\n'),
      mode: 0o600,
    },
    'etc/rc.conf.local': 'rwhod_enable="YES"\n',
    'etc/rc.conf.d/lpd': { text: 'lpd_flags=""\nlpd_enable="YES"\n', mode: 0o640 },
    'etc/crontab': CRONTAB,
    'etc/inetd.conf': INETD,
    'etc/mail/submit.cf': '',
    'usr/bin/at': { text: 'at', mode: 0o4555 },
    'run/inetd': '',
    'run/rpcbind': '',
    'run/sendmail': '',
    'var/db/pkg/local.sqlite': '',
    'var/run/inetd.pid': '99\n',
  } satisfies Tree,
  standIns: {
    // As sysrc does, it asks for a variable where it is set last, and changes it there; -f names another file than the two.
    sysrc: `
first=$R/etc/rc.conf last=$R/etc/rc.conf.local ask=
if [ "$1" = -f ]; then first=$2 last=$2; shift 2; fi
if [ "$1" = -n ]; then ask=yes; shift; fi
name=\${1%%=*} file=
for one in "$first" "$last"; do if grep -q "^$name=" "$one" 2>/dev/null; then file=$one; fi; done
if [ -n "$ask" ]; then
  [ -n "$file" ] || { echo "sysrc: unknown variable '$name'" >&2; exit 1; }
  sed -n "s/^$name=[\\"']*\\([^\\"' \\t]*\\).*/\\1/p" "$file"
  exit
fi
[ -n "$file" ] || file=$first
{ grep -v "^$name=" "$file"; echo "$name=\\"\${1#*=}\\""; } >"$file.new"
cat "$file.new" >"$file"
rm "$file.new"`,
    service: RC_SERVICE,
    kill: KILL,
  },
};
