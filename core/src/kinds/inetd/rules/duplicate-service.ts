/** The same service twice: the later entry takes the place of the earlier. */
import { beginsBranch } from '../../../model/branches.js';
import type { Rule } from '../../../model/rule.js';
import { commentOut } from '../../../model/toggle.js';
import { isRepeated } from '../../../text/distinct.js';
import { replace, shiftEdit } from '../../../text/edit.js';
import { shift } from '../../../text/span.js';
import { type Dialect, dialectsOf } from '../dialects.js';
import type { InetdEntry, InetdLine } from '../model.js';
import { AFTER } from '../switches.js';

/** What inetd tells entries apart by, with the protocol as `protocol`. The versions of an RPC service are none of it, but where System V has its number too. */
const keyOf = ({ service, number, versions, addresses }: InetdEntry, protocol: string): string =>
  `${service.text}\0${number === undefined ? '' : `${number.text} ${versions?.text ?? ''}`}\0${protocol}\0${addresses.length < 2 ? addresses : [...new Set(addresses)].sort()}`;

/** Entries of other services are not compared. */
const serviceOn = ({ type, entry }: InetdLine): string | undefined => (type === 'entry' ? entry?.service.text : undefined);

/** The protocols that the entry is entered under: one that takes tcp for both families makes two entries of it. */
export function protocolsOf({ protocol: { token, base, family } }: InetdEntry, dialects: readonly Dialect[]): readonly string[] {
  const isDouble = family === '' && (base === 'tcp' || base === 'udp') && dialects.every(({ unmarked }) => unmarked === '46');
  return isDouble ? [token.text, `${token.text}6`] : [token.text];
}

/** The entries with their indices, and the number of the branch of a template that they stand in: of several branches one counts. */
function* entriesIn(lines: readonly InetdLine[]): Iterable<readonly [index: number, entry: InetdEntry, branch: number]> {
  let branch = 0;
  for (const [index, line] of lines.entries()) {
    if (beginsBranch(line)) branch++;
    if (line.type === 'entry' && line.entry !== undefined) yield [index, line.entry, branch];
  }
}

/** Of two entries of one RPC service for different versions. */
const versionsLost = ({ service, versions }: InetdEntry, earlier: InetdEntry): string =>
  `“${service.text}” is here a second time: versions tell no entries apart, so inetd offers ${versions?.text ?? 'these'} alone and silently drops ${earlier.versions?.text ?? 'those'} of the earlier entry. Write one entry for all of them.`;

const replaced = (entry: InetdEntry, earlier: InetdEntry): string =>
  entry.versions?.text === earlier.versions?.text
    ? `“${entry.service.text}” over ${entry.protocol.token.text} is here a second time: inetd uses this entry and silently drops the earlier one.`
    : versionsLost(entry, earlier);

/** Of two entries that share one family alone. */
const halfReplaced = (entry: InetdEntry, earlier: InetdEntry): string =>
  `“${entry.service.text}” is here a second time over IPv6: this inetd takes ${earlier.protocol.base} for IPv4 and IPv6, and there it uses this entry and silently drops the earlier one. Write ${earlier.protocol.base}4 where IPv4 alone is meant.`;

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
      {
        path: '/etc/inetd.conf',
        text: 'rstatd/1-2 dgram rpc/udp wait root /usr/sbin/rpc.rstatd rpc.rstatd\nrstatd/3 dgram rpc/udp wait root /usr/sbin/rpc.rstatd3 rpc.rstatd3\n',
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
    references: [{ title: 'openbsd-inetd 0.20221205 of Debian, run over such entries with -d' }],
    nearMiss: {
      path: '/etc/inetd.conf',
      text: 'ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\nftp stream tcp6 nowait root /usr/sbin/proftpd proftpd\n',
    },
  },
  *checkDocument({ lines, starts }, { offMark, dialects: ids }) {
    if (!isRepeated(lines, serviceOn)) return;
    const dialects = dialectsOf(ids);
    const seen = new Map<string, number>();
    for (const [index, entry, branch] of entriesIn(lines)) {
      const protocols = protocolsOf(entry, dialects);
      const keys = protocols.map((protocol) => `${branch}\0${keyOf(entry, protocol)}`);
      const before = keys.map((key) => seen.get(key)).find((found) => found !== undefined);
      for (const key of keys) seen.set(key, index);
      const earlier = before === undefined ? undefined : lines[before];
      if (before === undefined || earlier?.entry === undefined) continue;
      const start = starts[before] ?? 0;
      const name = entry.service.text;
      const isHalf = protocolsOf(earlier.entry, dialects).length > protocols.length;
      const { protocol } = earlier.entry;
      yield {
        at: { span: shift(entry.service.span, starts[index] ?? 0) },
        message: isHalf ? halfReplaced(entry, earlier.entry) : replaced(entry, earlier.entry),
        related: [
          {
            span: shift(earlier.entry.service.span, start),
            message: isHalf ? 'This entry is in force over IPv4 alone' : 'This entry never comes into force',
          },
        ],
        fixes: [
          isHalf
            ? {
                title: `Write ${protocol.token.text}4 in the earlier entry`,
                edits: [shiftEdit(replace(protocol.token, `${protocol.token.text}4`), start)],
                safe: false,
                after: AFTER,
              }
            : {
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
