/** An entry over several lines, of which openbsd-inetd of Debian reads the first one twice. */
import type { Context } from '../../../model/context.js';
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { lineStarts, physicalEnd } from '../../../text/lines.js';
import type { InetdLine } from '../model.js';
import { swallowedIn } from '../swallowed.js';
import { AFTER } from '../switches.js';

const DEBIAN = 'openbsd-inetd';

/** True where Debian's inetd is named, or the host is one of Debian's. */
const isRead = ({ dialects, host }: Context): boolean => dialects.includes(DEBIAN) && (dialects.length === 1 || host.system === 'debian');

export const readTwice: Rule<InetdLine> = {
  id: 'inetd/read-twice',
  severity: 'warning',
  docs: {
    summary: 'An entry for tcp or udp that goes over several lines, with the inetd of Debian.',
    why: 'openbsd-inetd on Debian reads such an entry once for IPv4 and once more for IPv6, but the second time only its first line. What stands on the others is missing over IPv6, or the entry is a syntax error there. Where the first line ends before the protocol, inetd reads it again and again for ever: it offers nothing and fills the log.',
    remedy: 'Write the entry on one line, or name the family: tcp4, tcp6.',
    bad: [
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=openbsd-inetd\nssh stream tcp nowait root\n\t/usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=openbsd-inetd\nssh stream\n\ttcp nowait root /usr/sbin/sshd sshd -i\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=openbsd\nssh stream tcp nowait root\n\t/usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=openbsd-inetd\nssh stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
    ],
    nearMiss: {
      path: '/etc/inetd.conf',
      text: '# daemonlint: dialect=openbsd-inetd\nssh stream tcp4 nowait root\n\t/usr/sbin/sshd sshd -i\n',
    },
    references: [{ title: 'openbsd-inetd 0.20221205 of Debian, run over such entries' }],
  },
  concerns: ({ type, text }) => type === 'entry' && /\n[ \t]/.test(text),
  *checkLine(line, context) {
    const { entry, text } = line;
    if (entry === undefined || !isRead(context) || swallowedIn(line).length > 0) return;
    const { token, base, family } = entry.protocol;
    if (base === 'unix' || family !== '') return;
    const first = physicalEnd(text, 0);
    const loops = token.span.start >= first;
    const costs = loops
      ? 'over and over, for ever: nothing is offered, and the log fills'
      : entry.server.span.start >= first
        ? 'once more for IPv6, where that is a syntax error'
        : 'once more for IPv6, where the arguments on the other lines are missing';
    const joins = lineStarts(text)
      .slice(1)
      .map((start) => replace({ span: { start: text[start - 2] === '\r' ? start - 2 : start - 1, end: start } }, ''));
    yield {
      at: entry.service,
      ...(loops && { severity: 'error' as const }),
      message: `openbsd-inetd reads the first line of this entry ${costs}. Write the entry on one line${loops ? '' : `, or ${token.text}4`}.`,
      fixes: [{ title: 'Write the entry on one line', edits: joins, safe: false, after: AFTER }],
    };
  },
};
