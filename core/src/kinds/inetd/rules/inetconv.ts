/** The inetd.conf of Solaris, which its inetd no longer reads. */
import type { Rule } from '../../../model/rule.js';
import { shift } from '../../../text/span.js';
import type { InetdLine } from '../model.js';

/** Where Solaris and its descendants keep the file; etc/inetd.conf is a link to it there. */
const PLACE = /(?:^|\/)etc\/inet\/inetd\.conf$/;

/** What the file itself says of it since Solaris 10. */
const TOLD = /\binetconv\b/;

export const inetconv: Rule<InetdLine> = {
  id: 'inetd/inetconv',
  severity: 'hint',
  docs: {
    summary: 'The inetd of Solaris 10 and later does not read this file.',
    why: 'There inetconv makes a service of SMF from each entry, and inetd goes by those. A new entry means nothing until inetconv has run, and an entry that is changed or commented out here changes nothing of the service that was made of it: a door that looks closed stays open.',
    remedy: 'Look with inetadm at what is on, turn a service off with `inetadm -d`, and run inetconv after an entry was added.',
    bad: [
      { path: '/etc/inet/inetd.conf', text: 'telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n' },
      {
        path: '/etc/inetd.conf',
        text: '# Entries are made services by inetconv(1M)\nftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n',
      },
    ],
    good: [
      { path: '/etc/inetd.conf', text: 'telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n' },
      { path: '/etc/inet/inetd.conf', text: '#telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n' },
      {
        path: '/etc/inet/inetd.conf',
        text: '# daemonlint: dialect=openbsd-inetd\ntelnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n',
      },
    ],
    nearMiss: {
      path: '/etc/inetd.conf',
      text: '# Entries are made services by hand\nftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n',
    },
    references: [{ title: 'inetconv(1M) and inetadm(1M) of Solaris 10, and the inetd.conf of illumos' }],
  },
  *checkDocument({ lines, starts }, { path, dialects }) {
    // Who names another inetd knows that it is that one.
    if (dialects.length === 1 && dialects[0] !== 'sysv') return;
    const isMeant = PLACE.test(path) || lines.some(({ type, text }) => type === 'comment' && TOLD.test(text));
    const index = isMeant ? lines.findIndex(({ type }) => type === 'entry') : -1;
    const service = lines[index]?.entry?.service;
    if (service === undefined) return;
    yield {
      at: { span: shift(service.span, starts[index] ?? 0) },
      message:
        'The inetd of Solaris 10 and later does not read this file: inetconv makes services of SMF from its entries, and what is changed here later changes none of them. See what is on with inetadm, and turn a service off with inetadm -d.',
    };
  },
};
