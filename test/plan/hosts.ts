// Scratch hosts of six families with stand-ins for their commands, which keep what they change in the scratch root.
import type { Item, Tree } from './scratch.js';

export const INETD = [
  '# servers',
  'ftp\tstream\ttcp\tnowait\troot\t/usr/sbin/tcpd\tin.ftpd -l -a',
  'telnet\tstream\ttcp\tnowait\troot\t/usr/sbin/tcpd\tin.telnetd',
  '#finger stream tcp nowait nobody /usr/sbin/tcpd in.fingerd',
  'finger stream tcp nowait nobody /usr/sbin/tcpd in.fingerd',
  '',
].join('\n');

export const CRONTAB = 'SHELL=/bin/sh\n01 * * * * root run-parts /etc/cron.hourly\n30 6 * * 1 root /etc/rc.d/init.d/snmpd restart';

const script: Item = { text: '#!/bin/sh\n', mode: 0o755 };

const KILL = ':';

/** S and K links in the runlevels of `folder`: the number in the levels where it is on, else a K link. */
const rcLinks = (folder: string, target: string, services: Readonly<Record<string, readonly [number: string, levels: string]>>): Tree =>
  Object.fromEntries(
    Object.entries(services).flatMap(([name, [number, on]]) =>
      [...'2345'].map((level): [string, Item] => [
        `${folder}/rc${level}.d/${on.includes(level) ? 'S' : 'K'}${number}${name}`,
        { link: `${target}/${name}` },
      ]),
    ),
  );

const scripts = (folder: string, names: readonly string[]): Tree => Object.fromEntries(names.map((name) => [`${folder}/${name}`, script]));

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
    service: `
case $2 in
  onestatus) [ -e "$R/run/$1" ] ;;
  onestart) touch "$R/run/$1" ;;
  onestop) rm "$R/run/$1" ;;
esac`,
    kill: KILL,
  },
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

/** By the name of the family; the commands of each choice of --for are tried by one of them. */
export const families = { redhat, xinetd, systemd, debian, openrc, freebsd, openbsd };
