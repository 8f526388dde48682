/** Programs that are in the directories for the administrator alone, and so not where cron looks by itself. Those that some release keeps elsewhere are left out. */
import type { Surroundings } from './surroundings.js';

type System = NonNullable<Surroundings['system']>;

const named = (directory: string, names: string): (readonly [string, string])[] =>
  names.split(/\s+/).map((name) => [name, `${directory}/${name}`]);

/** On both. Where /sbin is a link to /usr/sbin, either path serves. */
const BOTH = [
  ...named('/sbin', 'ifconfig route iwconfig iwlist ethtool tc bridge'),
  ...named('/sbin', 'reboot shutdown poweroff halt runlevel init telinit runuser'),
  ...named('/sbin', 'fsck e2fsck tune2fs resize2fs dumpe2fs badblocks mkswap swapon swapoff blkid losetup fstrim hwclock'),
  ...named('/sbin', 'sysctl modprobe insmod rmmod depmod ldconfig'),
  ...named('/sbin', 'iptables iptables-save iptables-restore ip6tables ip6tables-save ip6tables-restore ipset'),
  ...named('/sbin', 'mdadm hdparm parted fdisk sfdisk cryptsetup zfs zpool'),
  ...named('/sbin', 'lvs vgs pvs lvcreate lvremove lvextend lvresize lvchange vgchange vgscan pvscan'),
  ...named('/usr/sbin', 'service logrotate ntpdate ntpd chronyd rsyslogd anacron nft'),
  ...named('/usr/sbin', 'useradd userdel usermod groupadd groupdel chpasswd visudo'),
  ...named('/usr/sbin', 'sendmail postfix postqueue postsuper postmap nginx apachectl rndc exportfs'),
  ...named('/usr/sbin', 'smartctl dmidecode rtcwake xfs_growfs xfs_fsr grub-install'),
];

const BY_SYSTEM: Readonly<Record<System, ReadonlyMap<string, string>>> = {
  debian: new Map([
    ...BOTH,
    ...named('/sbin', 'start-stop-daemon dhclient'),
    ...named(
      '/usr/sbin',
      'arp cron exim4 apache2ctl a2enmod a2dismod a2ensite a2dissite invoke-rc.d update-rc.d update-grub ufw adduser deluser',
    ),
  ]),
  redhat: new Map([
    ...BOTH,
    ...named('/sbin', 'ip ss arp chkconfig'),
    ...named('/usr/sbin', 'tcpdump httpd restorecon setenforce setsebool semanage grubby'),
  ]),
};

/** Where `program`, a bare name, is on `system`; undefined where that is not known for certain, or where cron looks. */
export const sbinPathOf = (program: string, system: System): string | undefined => BY_SYSTEM[system].get(program);

const NAMES = [...new Set(Object.values(BY_SYSTEM).flatMap((programs) => [...programs.keys()]))];

/** In every text that names one of these programs. */
export const SBIN_PROGRAM = new RegExp(`(?<![\\w./-])(?:${NAMES.map((name) => name.replace(/\./g, '\\.')).join('|')})(?![\\w./-])`);
