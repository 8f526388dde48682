/** An entry over several lines, of which openbsd-inetd of Debian reads the first one twice. */
import type { Context } from '../../../model/context.js';
import type { Report, Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { lineStarts, physicalEnd } from '../../../text/lines.js';
import { shift } from '../../../text/span.js';
import { isBlank } from '../../../text/words.js';
import { protocolOf } from '../fields.js';
import type { InetdLine, InetdToken } from '../model.js';
import { swallowedIn } from '../swallowed.js';
import { AFTER } from '../switches.js';

const DEBIAN = 'openbsd-inetd';

/** True where Debian's inetd is named, or the host is one of Debian's. */
const isRead = ({ dialects, host }: Context): boolean => dialects.includes(DEBIAN) && (dialects.length === 1 || host.system === 'debian');

/** The protocol that inetd reads twice: one that leaves the family open. */
function open({ tokens }: InetdLine): InetdToken | undefined {
  const token = tokens.find(({ role }) => role === 'protocol');
  if (token === undefined) return undefined;
  const { base } = protocolOf(token);
  return base === 'unix' || /[46]$/.test(token.text) ? undefined : token;
}

const isEmpty = (line: InetdLine | undefined): boolean => line !== undefined && line.type === 'blank' && !line.text.includes('\r');

/** An indented line at `start`, behind an empty one. */
function endless(line: InetdLine, start: number): Report | undefined {
  const [first] = line.tokens;
  if ((line.type !== 'entry' && line.type !== 'broken') || first === undefined || open(line) === undefined) return undefined;
  const span = shift(first.span, start);
  return {
    at: { span },
    severity: 'error',
    message:
      'openbsd-inetd takes the empty line above for the first one of this entry, and reads it over and over, for ever: nothing that follows is offered, and nothing is logged. Begin the line in the first column.',
    fixes: [
      {
        title: 'Begin the line in the first column',
        edits: [replace({ span: { start, end: span.start } }, '')],
        safe: false,
        after: AFTER,
      },
    ],
  };
}

/** An entry over several lines. */
function twice(line: InetdLine): Report | undefined {
  const { entry, text, type } = line;
  const token = type === 'entry' ? open(line) : undefined;
  if (entry === undefined || token === undefined || swallowedIn(line).length > 0) return undefined;
  const first = physicalEnd(text, 0);
  const loops = token.span.start >= first;
  const costs = loops
    ? 'over and over, for ever: nothing more is offered, and the log fills'
    : entry.server.span.start >= first
      ? 'once more for IPv6, where that is a syntax error'
      : 'once more for IPv6, where the arguments on the other lines are missing';
  const joins = lineStarts(text)
    .slice(1)
    .map((start) => replace({ span: { start: text[start - 2] === '\r' ? start - 2 : start - 1, end: start } }, ''));
  return {
    at: entry.service,
    ...(loops && { severity: 'error' as const }),
    message: `openbsd-inetd reads the first line of this entry ${costs}. Write the entry on one line${loops ? '' : `, or ${token.text}4`}.`,
    fixes: [{ title: 'Write the entry on one line', edits: joins, safe: false, after: AFTER }],
  };
}

export const readTwice: Rule<InetdLine> = {
  id: 'inetd/read-twice',
  severity: 'warning',
  docs: {
    summary: 'An entry for tcp or udp that goes over several lines, with the inetd of Debian.',
    why: 'openbsd-inetd on Debian reads such an entry once for IPv4 and once more for IPv6, but the second time only its first line. What stands on the others is missing over IPv6, or the entry is a syntax error there. Where the first line ends before the protocol, inetd reads it again and again for ever: it offers nothing more, and fills the log. So it does with an indented entry behind an empty line, which it takes for the first line of it, and then without a word.',
    remedy: 'Write the entry on one line, or name the family: tcp4, tcp6.',
    bad: [
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=openbsd-inetd\nssh stream tcp nowait root\n\t/usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=openbsd-inetd\nssh stream\n\ttcp nowait root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=openbsd-inetd\n\n  ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
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
  heeds: isRead,
  concerns: ({ type, text }) => type === 'entry' && /\n[ \t]/.test(text),
  *checkLine(line) {
    const found = twice(line);
    if (found) yield found;
  },
  *checkDocument({ lines, starts }, context) {
    if (!isRead(context)) return;
    for (const [index, line] of lines.entries()) {
      const found = isBlank(line.text[0]) && isEmpty(lines[index - 1]) ? endless(line, starts[index] ?? 0) : undefined;
      if (found) yield found;
    }
  },
};
