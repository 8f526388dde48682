/** telnetd of GNU inetutils, of which some versions let anybody in. */
import type { Rule } from '../../../model/rule.js';
import type { InetdLine } from '../model.js';

/** True for the telnetd that comes with the inetd of GNU, or says so by its name. */
const isGnu = (program: string, dialects: readonly string[]): boolean =>
  /(?:^|\/)inetutils-telnetd$/.test(program) ||
  (dialects.length === 1 && dialects[0] === 'inetutils' && /(?:^|\/)(?:in\.)?telnetd$/.test(program));

export const gnuTelnetd: Rule<InetdLine> = {
  id: 'inetd/gnu-telnetd',
  severity: 'warning',
  docs: {
    summary: 'telnetd of GNU inetutils is on.',
    why: 'Up to version 2.7 it lets anybody log in as root without a password (CVE-2026-24061), and that is being used: CISA has it on its list since 26 January 2026.',
    remedy: 'Turn it off and use ssh. Where it must stay, ask `telnetd --version`, and see that the package has the correction.',
    bad: [{ path: '/etc/inetd.conf', text: 'telnet stream tcp nowait root /usr/sbin/inetutils-telnetd telnetd\n' }],
    good: [
      { path: '/etc/inetd.conf', text: '#telnet stream tcp nowait root /usr/sbin/inetutils-telnetd telnetd\n' },
      { path: '/etc/inetd.conf', text: '127.0.0.1:telnet stream tcp nowait root /usr/sbin/inetutils-telnetd telnetd\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: 'telnet stream tcp nowait root /usr/sbin/in.telnetd telnetd\n' },
    references: [{ title: 'CVE-2026-24061', url: 'https://www.cve.org/CVERecord?id=CVE-2026-24061' }],
  },
  concerns: ({ type, entry }) => type === 'entry' && entry !== undefined && entry.program.text.endsWith('telnetd'),
  *checkLine({ entry, launches: [launch] }, { dialects }) {
    if (entry === undefined || launch === undefined || !isGnu(entry.program.text, dialects)) return;
    if (launch.when.type === 'socket' && launch.when.loopback) return;
    yield {
      at: entry.program,
      subject: 'telnet',
      message:
        'telnetd of GNU inetutils up to 2.7 lets anybody log in as root without a password (CVE-2026-24061). Turn it off, or make sure that its package has the correction: telnetd --version.',
      disable: { launch, safe: false },
    };
  },
};
