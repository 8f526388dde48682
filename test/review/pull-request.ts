/** A host in a git repository, and a pull request that does to it what people do: most of it meant well. */
import { Repository } from '../cli/repository.js';

const BASE = {
  'README.md': '# gate, the host of the workshop\n',
  'etc/inetd.conf': [
    '# What inetd listens for on gate.',
    'finger  stream  tcp  nowait  nobody  /usr/sbin/tcpd  in.fingerd',
    '#telnet stream  tcp  nowait  root    /usr/sbin/tcpd  in.telnetd',
    '',
  ].join('\n'),
  'etc/crontab': [
    'SHELL=/bin/sh',
    'PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
    'MAILTO=workshop@example.org',
    '',
    '17 *  * * *  root      cd / && run-parts /etc/cron.hourly',
    '30 2  * * *  root      /usr/local/sbin/rotate-prints',
    '5  4  * * *  www-data  /usr/local/bin/thumbnails /srv/gallery',
    '',
  ].join('\n'),
  'etc/cron.d/backup': [
    '# Copies of the orders.',
    'MAILTO=workshop@example.org',
    '40 1 * * *  backup  /usr/local/bin/copy-orders',
    '10 3 * * 0  backup  /usr/local/bin/prune-copies',
    '',
  ].join('\n'),
  'etc/inittab': [
    'id:3:initdefault:',
    'si::sysinit:/etc/rc.d/rc.sysinit',
    'l3:3:wait:/etc/rc.d/rc 3',
    '1:2345:respawn:/sbin/mingetty tty1',
    'nm:345:respawn:/usr/sbin/snmpd -f',
    '',
  ].join('\n'),
  'etc/xinetd.d/rsync': [
    'service rsync',
    '{',
    '    disable      = no',
    '    socket_type  = stream',
    '    wait         = no',
    '    user         = root',
    '    server       = /usr/bin/rsync',
    '    server_args  = --daemon',
    '}',
    '',
  ].join('\n'),
};

type Name = keyof typeof BASE;

/** The text of a file with `from`, which stands in it once, made `to`. */
function edited(name: Name, ...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    if (text.split(from).length !== 2) throw new Error(`“${from}” does not stand once in ${name}`);
    return text.replace(from, () => to);
  }, BASE[name]);
}

/** What the pull request makes of the files: telnet is on, two services are off, a schedule and a user are others, a last line feed is lost. */
const CHANGE = {
  'etc/inetd.conf': edited('etc/inetd.conf', ['#telnet ', 'telnet  ']),
  'etc/crontab': edited('etc/crontab', ['30 2  * * *', '30 2  1 * 1'], ['www-data ', 'root     ']),
  'etc/cron.d/backup': BASE['etc/cron.d/backup'].trimEnd(),
  'etc/inittab': edited('etc/inittab', ['respawn:/usr/sbin/snmpd', 'off:/usr/sbin/snmpd']),
  'etc/xinetd.d/rsync': edited('etc/xinetd.d/rsync', ['disable      = no', 'disable      = yes']),
};

/**
 * A new repository: `main` and `origin/main` are the host as it was, `change` adds one commit and is checked out.
 * With `staged` that commit is still to be made. It goes with the process that made it.
 */
export function pullRequest({ staged = false } = {}): Repository {
  const repository = Repository.begin().commit(BASE);
  repository.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  repository.git('checkout', '-q', '-b', 'change');
  if (!staged) return repository.commit(CHANGE);
  repository.write(CHANGE).git('add', '-A');
  return repository;
}
