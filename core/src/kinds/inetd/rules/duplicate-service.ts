/** The same service twice: the later entry takes the place of the earlier. */
import type { Rule } from '../../../model/rule.js';
import { commentOut } from '../../../model/toggle.js';
import { shiftEdit } from '../../../text/edit.js';
import { shift } from '../../../text/span.js';
import type { InetdEntry, InetdLine } from '../model.js';
import { AFTER } from '../switches.js';

/** What inetd tells entries apart by, and the address family. */
const keyOf = ({ service, number, versions, protocol, addresses }: InetdEntry): string =>
  [service.text, number?.text ?? '', versions?.text ?? '', protocol.token.text, ...[...new Set(addresses)].sort()].join('\0');

export const duplicateService: Rule<InetdLine> = {
  id: 'inetd/duplicate-service',
  severity: 'warning',
  docs: {
    summary: 'Two entries for the same service, protocol and address.',
    why: 'inetd uses the later one and says nothing: the program, the user and the limits of the earlier never come into force.',
    remedy: 'Comment out the entry that is not meant.',
    bad: [
      {
        path: '/etc/inetd.conf',
        text: 'ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\nftp stream tcp nowait root /usr/sbin/proftpd proftpd\n',
      },
    ],
    good: [
      { path: '/etc/inetd.conf', text: 'echo stream tcp nowait root internal\necho dgram udp wait root internal\n' },
      {
        path: '/etc/inetd.conf',
        text: '127.0.0.1:ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n10.0.0.1:ftp stream tcp nowait root /usr/sbin/proftpd proftpd\n',
      },
      {
        path: '/etc/inetd.conf',
        text: 'rpc dgram udp wait bin /usr/lbin/rpc.own 390001 1 rpc.own\nrpc dgram udp wait bin /usr/lbin/rpc.other 390002 1 rpc.other\n',
      },
      {
        path: '/etc/inetd.conf',
        text: '#ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\nftp stream tcp nowait root /usr/sbin/proftpd proftpd\n',
      },
    ],
    nearMiss: {
      path: '/etc/inetd.conf',
      text: 'ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\nftp stream tcp6 nowait root /usr/sbin/proftpd proftpd\n',
    },
  },
  *checkDocument({ lines, starts }, { offMark }) {
    const seen = new Map<string, number>();
    for (const [index, { type, entry }] of lines.entries()) {
      if (type !== 'entry' || entry === undefined) continue;
      const key = keyOf(entry);
      const before = seen.get(key);
      seen.set(key, index);
      const earlier = before === undefined ? undefined : lines[before];
      if (before === undefined || earlier?.entry === undefined) continue;
      const start = starts[before] ?? 0;
      const name = entry.service.text;
      yield {
        at: { span: shift(entry.service.span, starts[index] ?? 0) },
        message: `“${name}” over ${entry.protocol.token.text} is here a second time: inetd uses this entry and silently drops the earlier one.`,
        related: [{ span: shift(earlier.entry.service.span, start), message: 'This entry never comes into force' }],
        fixes: [
          {
            title: `Comment the earlier ${name} out`,
            edits: commentOut(earlier, offMark).map((edit) => shiftEdit(edit, start)),
            safe: false,
            after: AFTER,
          },
        ],
      };
    }
  },
};
