/** Systems that ship the same daemons as another, by the names that people use for them. */

/** Debian and what is made of its packages, Debian itself left out. */
export const debianLike = ['ubuntu', 'mint', 'kali', 'devuan', 'proxmox', 'raspbian', 'raspberrypi'] as const;

/** Fedora, Red Hat Enterprise Linux and what is rebuilt of it. */
export const redHatLike = ['fedora', 'rhel', 'centos', 'rocky', 'alma', 'oracle', 'amazon'] as const;

/** Small systems whose programs are BusyBox unless one builds them otherwise. */
export const busyboxLike = ['alpine', 'openwrt', 'buildroot', 'yocto'] as const;
