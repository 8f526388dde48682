/** stream over UDP, or dgram over TCP. */
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { dialectsOf } from '../dialects.js';
import type { InetdLine } from '../model.js';
import { costsOf } from '../problems.js';
import { disputeOf, readAgain } from '../refused.js';
import { AFTER } from '../switches.js';

export const socketPair: Rule<InetdLine> = {
  id: 'inetd/socket-pair',
  severity: 'warning',
  docs: {
    summary: 'A socket type that does not go with the protocol.',
    why: 'The inetds of BSD open a socket of the type that is written, whatever the protocol: stream is TCP and dgram is UDP. The protocol only says which name of /etc/services counts, so the service listens where nobody asks for it. Others refuse the line.',
    remedy: 'Write stream with tcp, or dgram with udp.',
    bad: [
      { path: '/etc/inetd.conf', text: 'ntp stream udp wait own /opt/own/bin/own own\n' },
      { path: '/etc/inetd.conf', text: 'ssh dgram tcp wait root /usr/sbin/sshd sshd -i\n' },
    ],
    good: [{ path: '/etc/inetd.conf', text: 'ssh stream tcp6 nowait root /usr/sbin/sshd sshd -i\n' }],
    nearMiss: { path: '/etc/inetd.conf', text: 'ntp dgram udp wait own /opt/own/bin/own own\n' },
    references: [{ title: 'openbsd-inetd 0.20221205, inetutils 2.4 and BusyBox 1.35, run over such lines' }],
  },
  concerns: ({ type, entry }) =>
    type === 'entry' &&
    (entry?.socket.text === 'stream' ? entry.protocol.base === 'udp' : entry?.socket.text === 'dgram' && entry.protocol.base === 'tcp'),
  *checkLine(line, { dialects }) {
    const { entry } = line;
    if (entry === undefined) return;
    const { socket, protocol } = entry;
    const isStream = socket.text === 'stream';
    const { refused } = disputeOf(readAgain(line), dialectsOf(dialects));
    const family = protocol.token.text.slice(3);
    const rest = refused.length > 0 ? ` ${costsOf(refused, true)}` : '';
    yield {
      at: { span: { start: socket.span.start, end: protocol.token.span.end } },
      message: `“${socket.text}” is ${isStream ? 'TCP' : 'UDP'}, whatever the protocol: the inetds of BSD open such a socket at the port that “${entry.service.text}” has over ${isStream ? 'UDP' : 'TCP'}.${rest} Write the two that go together.`,
      fixes: [
        {
          title: `Write ${isStream ? 'dgram' : 'stream'}`,
          edits: [replace(socket, isStream ? 'dgram' : 'stream')],
          safe: false,
          after: AFTER,
        },
        {
          title: `Write ${isStream ? 'tcp' : 'udp'}${family}`,
          edits: [replace(protocol.token, `${isStream ? 'tcp' : 'udp'}${family}`)],
          safe: false,
          after: AFTER,
        },
      ],
    };
  },
};
