/** The usual users and groups of a system, for the fields that name one. */

/** Name to what it is for. */
export const systemUsers: Readonly<Record<string, string>> = {
  root: 'The superuser: may do everything.',
  toor: 'A second name of the superuser on BSD, with a shell of its own.',
  daemon: 'Owns processes that need no files of their own; atd runs as it on Debian.',
  bin: 'Historic owner of programs.',
  sys: 'Historic owner of system files.',
  adm: 'Group of those who may read the logs.',
  wheel: 'Group of those who may become root; on BSD also the group of system files.',
  operator: 'For backups: may read the raw disks on many systems.',
  nobody: 'May do nothing in particular and should own no file: good for services that need no rights.',
  nogroup: 'The group that goes with nobody on Debian.',
  tty: 'Group of the terminals: what writes to terminals, such as talk or wall, runs with it.',
  mail: 'Mailboxes and programs that deliver mail.',
  mailnull: 'For sendmail, where no other user fits.',
  smmsp: 'Owns the queue of mail that is sent from this host with sendmail 8.12 and later.',
  postfix: 'The mail server postfix.',
  postdrop: 'Group that may drop mail into the queue of postfix.',
  exim: 'The mail server exim.',
  'Debian-exim': 'The mail server exim on Debian.',
  news: 'The news server.',
  uucp: 'Unix to Unix copy, and on many systems the serial ports.',
  man: 'The stored pages of the manual.',
  lp: 'Printers and their queues.',
  games: 'Games and their scores.',
  sync: 'A user whose only command is sync.',
  shutdown: 'A user whose only command shuts the host down.',
  halt: 'A user whose only command halts the host.',
  gopher: 'The gopher server of old.',
  ftp: 'Anonymous ftp.',
  proxy: 'The proxy server on Debian.',
  squid: 'The proxy server squid.',
  www: 'The web server on BSD and SUSE.',
  'www-data': 'The web server on Debian.',
  apache: 'The web server on Red Hat.',
  nginx: 'The web server nginx.',
  http: 'The web server on Arch.',
  backup: 'Backups, on Debian.',
  list: 'Mailing lists, on Debian.',
  irc: 'The chat server, on Debian.',
  gnats: 'The bug tracker gnats, on Debian of old.',
  amanda: 'The backup system Amanda on Red Hat.',
  amandabackup: 'The backup system Amanda.',
  identd: 'The ident server.',
  ident: 'The ident server on Red Hat.',
  rpc: 'The port mapper.',
  rpcuser: 'The status monitor of NFS on Red Hat.',
  statd: 'The status monitor of NFS on Debian.',
  nfsnobody: 'Root of NFS clients, with its rights taken away.',
  xfs: 'The font server of X.',
  named: 'The name server BIND.',
  bind: 'The name server BIND on Debian and FreeBSD.',
  unbound: 'The name server unbound.',
  postgres: 'The database PostgreSQL.',
  pgsql: 'The database PostgreSQL on FreeBSD of old.',
  mysql: 'The database MySQL or MariaDB.',
  redis: 'The store redis.',
  ntp: 'The time server ntpd.',
  chrony: 'The time server chrony.',
  _ntp: 'The time server OpenNTPD.',
  sshd: 'The unprivileged part of sshd.',
  syslog: 'The logger on Ubuntu.',
  snmp: 'The agent of SNMP.',
  'Debian-snmp': 'The agent of SNMP on Debian.',
  tftp: 'File transfer for machines that boot from the network.',
  telnetd: 'The telnet server on Debian.',
  saned: 'The scanner server.',
  messagebus: 'The message bus D-Bus.',
  avahi: 'Names without a server, by avahi.',
  dovecot: 'The mailbox server dovecot.',
  cyrus: 'The mailbox server Cyrus.',
  mailman: 'Mailing lists by mailman.',
  munin: 'Graphs by munin.',
  nagios: 'Monitoring by nagios.',
  zabbix: 'Monitoring by zabbix.',
  logcheck: 'The log reader logcheck.',
  guest: 'A user without a password, where there is one.',
};

/** A row of the table that tells of a group, which can run nothing. */
const GROUP = /^Group |^The group /;

export interface KnownUser {
  readonly name: string;
  readonly about?: string;
  /** True for one that the file names. */
  readonly isUsed: boolean;
}

/** The users of `used`, then all others that are known; `word` is what stands there already, which is no user by that alone. */
export function usersFor(used: readonly string[], word: string): readonly KnownUser[] {
  const known = Object.entries(systemUsers).filter(([, about]) => !GROUP.test(about));
  const abouts = new Map(known);
  const named = used.filter((name) => name !== word || abouts.has(name));
  const others = known.map(([name]) => name).filter((name) => !named.includes(name));
  return [...named, ...others].map((name) => {
    const about = abouts.get(name);
    return { name, ...(about && { about }), isUsed: named.includes(name) };
  });
}

/** `name` without the group or class behind it: `nobody.tty`, `root:wheel`, `www/staff`. */
const userIn = (name: string): string => name.split(/[.:/]/, 1)[0] ?? name;

/** What a user is for, or undefined where nothing is known. */
export function userAbout(name: string): string | undefined {
  const user = userIn(name);
  return Object.hasOwn(systemUsers, user) ? systemUsers[user] : undefined;
}

export const isUserName = (word: string): boolean => userAbout(word) !== undefined;
