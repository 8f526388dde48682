/** dgram with nowait, or tcpd with stream and wait. */

import type { Rule } from '../../../model/rule.js';
import { baseName } from '../../../text/base-name.js';
import { replace } from '../../../text/edit.js';
import { dialectsOf } from '../dialects.js';
import { type InetdEntry, type InetdLine, isInternal } from '../model.js';
import { AFTER } from '../switches.js';

/** True where each of the inetds in question gives the program a socket of its own for the packet. */
const isHandedOver = ({ protocol }: InetdEntry, dialects: readonly string[]): boolean =>
  protocol.base !== 'unix' && dialectsOf(dialects).every(({ packets }) => packets === 'handed over');

/** What goes wrong, and the word to write; undefined where nothing does. Internal services wait as they must. */
function mismatch(entry: InetdEntry): { readonly message: string; readonly word: string } | undefined {
  const { socket, wait, server } = entry;
  if (isInternal(entry)) return undefined;
  if (socket.text === 'dgram' && wait.text === 'nowait')
    return {
      word: 'wait',
      message:
        'With nowait inetd listens on before the program has read the packet, sees the same packet again and starts another one, and so on until it stops the service. Write wait for dgram.',
    };
  if (socket.text === 'stream' && wait.text === 'wait' && baseName(server.text) === 'tcpd')
    return {
      word: 'nowait',
      message:
        'With wait tcpd gets the socket that listens, not a connection: it cannot tell who calls, and refuses or lets in everybody. Write nowait.',
    };
  return undefined;
}

export const waitMismatch: Rule<InetdLine> = {
  id: 'inetd/wait-mismatch',
  severity: 'warning',
  docs: {
    summary: 'A wait word that does not go with the socket type.',
    why: 'A datagram stays in the socket until the program reads it. With nowait inetd, but for that of BusyBox, meanwhile starts the program again for the same packet. A stream socket with wait is handed over while it listens, which tcpd cannot deal with.',
    remedy: 'Write wait for dgram, and nowait for stream under tcpd.',
    bad: [
      { path: '/etc/inetd.conf', text: 'syslog dgram udp nowait own /opt/own/bin/logger logger\n' },
      { path: '/etc/inetd.conf', text: 'ssh stream tcp wait root /usr/sbin/tcpd sshd -i\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: 'ssh stream tcp wait root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: 'discard dgram udp nowait root internal\n# daemonlint: keep discard\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=busybox\n4711 dgram udp nowait own /opt/own/bin/own own\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: 'syslog dgram udp wait own /opt/own/bin/logger logger\n' },
    references: [
      { title: 'inetd(8) of BSD: what wait and nowait mean' },
      { title: 'openbsd-inetd 0.20221205 and BusyBox 1.35, each sent one packet for such a service' },
    ],
  },
  concerns: ({ type, entry }) => type === 'entry' && entry !== undefined && mismatch(entry) !== undefined,
  *checkLine({ entry }, { dialects }) {
    const found = entry && mismatch(entry);
    if (entry && found && !(entry.socket.text === 'dgram' && isHandedOver(entry, dialects)))
      yield {
        at: entry.wait,
        message: found.message,
        fixes: [{ title: `Write ${found.word}`, edits: [replace(entry.wait, found.word)], safe: false, after: AFTER }],
      };
  },
};
