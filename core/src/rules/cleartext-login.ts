/** A login that sends passwords or sessions unencrypted. */
import type { Rule } from '../model/rule.js';
import { knownLaunches, startsSomething } from './level.js';
import { starts } from './words.js';

export const cleartextLogin: Rule = {
  id: 'cleartext-login',
  severity: 'warning',
  security: 7.4,
  docs: {
    summary: 'A service that takes passwords, or whole sessions, unencrypted is on.',
    why: 'Anyone on the path reads the password and can take the session over. Some of these trust the address of the caller alone.',
    remedy:
      'Use the encrypted replacement that the message names and turn this one off. Keep another way in before you turn off the last remote login.',
    bad: [
      { path: '/etc/inetd.conf', text: 'telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n' },
      { path: '/etc/inetd.conf', text: '21 stream tcp nowait root /usr/sbin/ftpd ftpd\n' },
      { path: '/etc/inetd.conf', text: 'telnet stream tcp nowait root /usr/sbin/telnetd telnetd -a off -n valid\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: '22 stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'telnet stream tcp nowait root /usr/sbin/tcpd /usr/lib/heimdal-servers/telnetd -a valid\n' },
      { path: '/etc/inittab', text: '::sysinit:/etc/init.d/rcS\n::respawn:/usr/sbin/telnetd -F -a user\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: '#telnet stream tcp nowait root /usr/sbin/tcpd in.telnetd\n' },
  },
  concerns: startsSomething,
  *checkLine(line) {
    for (const { launch, fact, level } of knownLaunches(line)) {
      if (!fact.traits?.includes('cleartext')) continue;
      yield {
        at: launch.subject,
        severity: level,
        subject: fact.id,
        message: `${starts(fact, launch)}. ${fact.risk.text} Use instead: ${fact.today.text}`,
        disable: { launch, safe: true },
      };
    }
  },
};
