/** A daemon or service with a bad record is on. */
import type { Rule } from '../model/rule.js';
import { knownLaunches, startsSomething } from './level.js';
import { advice, starts, usesOnly } from './words.js';

export const riskyDaemon: Rule = {
  id: 'risky-daemon',
  severity: 'warning',
  security: 7.5,
  docs: {
    summary: 'A daemon or service with a bad security record is on.',
    why: 'Every daemon is a door. These have let attackers in before, or tell strangers about the host, and few hosts need them.',
    remedy:
      'Turn it off, or say that you need it with `# daemonlint: keep NAME`. An entry that calls at or batch is itself work to be done: give it a line of its own in a crontab, without them.',
    bad: [
      { path: 'rc3.d.txt', text: 'lrwxrwxrwx 1 root root 16 Jan 1 2000 S50snmpd -> ../init.d/snmpd\n' },
      { path: '/etc/inetd.conf', text: 'finger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n' },
      { path: '/etc/inetd.conf', text: 'tftp dgram udp wait nobody /usr/sbin/tcpd /usr/sbin/in.tftpd -m /etc/tftp.map\n' },
      { path: '/etc/inetd.conf', text: 'telnet stream tcp nowait root /usr/sbin/telnetd telnetd -avalid\n' },
      { path: '/etc/rc.conf', text: 'tftpd_enable="YES"\n#tftpd_flags="-s /tftpboot"\ntftpd_flags="-l"\n' },
      { path: '/etc/cron.d/console', text: '@reboot root /usr/sbin/gpm -m /dev/mouse -t ps2\n' },
      { path: 'chkconfig.txt', text: 'atd 0:off 1:off 2:off 3:on 4:off 5:off 6:off\n' },
      { path: '/var/spool/cron/crontabs/ann', text: '0 17 * * 5 echo /home/ann/report | at now + 1 hour\n' },
    ],
    good: [
      { path: '/etc/rc.conf', text: 'tftpd_enable="YES"\ntftpd_flags="-v -s -p /netboot"\n' },
      { path: '/etc/rc.conf.local', text: 'tftpd_flags=/tftpboot\nxenodm_flags=NO\n' },
      { path: 'rc3.d.txt', text: 'lrwxrwxrwx 1 root root 16 Jan 1 2000 K50snmpd -> ../init.d/snmpd\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: keep finger\nfinger stream tcp nowait nobody /usr/sbin/in.fingerd in.fingerd\n' },
      { path: '/etc/inetd.conf', text: 'tftp dgram udp wait nobody /usr/sbin/tcpd /usr/sbin/in.tftpd /srv/tftp\n' },
      { path: '/etc/cron.d/status', text: '0 * * * * root service snmpd status\n' },
    ],
    nearMiss: { path: 'chkconfig.txt', text: 'atd 0:off 1:off 2:off 3:off 4:off 5:off 6:off\n' },
    references: [{ title: 'Jay Beale, "Killing Daemons!", SecurityPortal, 5 December 2000' }],
  },
  concerns: startsSomething,
  *checkLine(line) {
    for (const { launch, fact, base, level } of knownLaunches(line)) {
      if (base !== 'warning' || fact.traits?.includes('cleartext')) continue;
      yield {
        at: launch.subject,
        severity: level,
        subject: fact.id,
        message: `${starts(fact, launch)}. ${fact.risk.text} ${advice(fact)}`,
        // An entry that calls at is itself the work: commented out, it would be lost.
        disable: { launch, safe: !usesOnly(fact, launch) },
      };
    }
  },
};
