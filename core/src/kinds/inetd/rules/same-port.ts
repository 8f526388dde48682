/** Two names of one port: inetd takes the entries for two services, and can listen for the first of them alone. */
import { beginsBranch } from '../../../model/branches.js';
import type { Rule } from '../../../model/rule.js';
import { commentOut } from '../../../model/toggle.js';
import { isRepeated } from '../../../text/distinct.js';
import { shiftEdit } from '../../../text/edit.js';
import { shift } from '../../../text/span.js';
import { type Dialect, dialectsOf } from '../dialects.js';
import type { InetdEntry, InetdLine } from '../model.js';
import { portOf } from '../port.js';
import { AFTER } from '../switches.js';
import { protocolsOf } from './duplicate-service.js';

/** The port that inetd binds for the entry; undefined for those whose port is not to be known, or is chosen when it starts. */
function portBound({ type, entry }: InetdLine): number | undefined {
  if (type !== 'entry' || entry === undefined || entry.protocol.rpc) return undefined;
  return entry.protocol.base === 'tcp' || entry.protocol.base === 'udp' ? portOf(entry) || undefined : undefined;
}

/** Where an entry for `port` listens. */
function placesOf(entry: InetdEntry, port: number, dialects: readonly Dialect[]): readonly string[] {
  const { addresses } = entry;
  const hosts = addresses.length === 0 ? ['*'] : addresses;
  return protocolsOf(entry, dialects).flatMap((name) => hosts.map((host) => `${host}\0${name}\0${port}`));
}

export const samePort: Rule<InetdLine> = {
  id: 'inetd/same-port',
  severity: 'warning',
  docs: {
    summary: 'Two entries for one port, by its number and its name, or by two names.',
    why: 'To inetd these are two services, and the port can be taken once: it listens for the earlier entry, logs that the address is in use, and the later one is never offered.',
    remedy: 'Comment out the entry that is not meant.',
    bad: [
      {
        path: '/etc/inetd.conf',
        text: 'telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n23 stream tcp nowait root /usr/sbin/own-telnetd own-telnetd\n',
      },
      {
        path: '/etc/inetd.conf',
        text: 'chargen dgram udp wait root internal\nttytst dgram udp wait root internal\n',
      },
    ],
    good: [
      {
        path: '/etc/inetd.conf',
        text: '#telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n23 stream tcp nowait root /usr/sbin/own-telnetd own-telnetd\n',
      },
      {
        path: '/etc/inetd.conf',
        text: 'exec stream tcp nowait root /usr/sbin/in.rexecd in.rexecd\n512 dgram udp wait root /usr/sbin/in.comsat in.comsat\n',
      },
      {
        path: '/etc/inetd.conf',
        text: '127.0.0.1:ftp stream tcp nowait root /usr/sbin/in.ftpd in.ftpd\n10.0.0.1:21 stream tcp nowait root /usr/sbin/proftpd proftpd\n',
      },
    ],
    nearMiss: {
      path: '/etc/inetd.conf',
      text: 'telnet stream tcp nowait root /usr/sbin/in.telnetd in.telnetd\n24 stream tcp nowait root /usr/sbin/own-telnetd own-telnetd\n',
    },
    references: [{ title: 'openbsd-inetd 0.20221205 and inetutils 2.4 of Debian, run over such entries with -d' }],
  },
  *checkDocument({ lines, starts }, { offMark, dialects: ids }) {
    if (!isRepeated(lines, portBound)) return;
    const dialects = dialectsOf(ids);
    const seen = new Map<string, number>();
    for (const [index, line] of lines.entries()) {
      if (beginsBranch(line)) seen.clear();
      const { entry } = line;
      const port = portBound(line);
      if (port === undefined || entry === undefined) continue;
      const places = placesOf(entry, port, dialects);
      const before = places.map((place) => seen.get(place)).find((found) => found !== undefined);
      for (const place of places) if (!seen.has(place)) seen.set(place, index);
      const earlier = before === undefined ? undefined : lines[before]?.entry;
      // The same name twice is told by a rule of its own.
      if (before === undefined || earlier === undefined || earlier.service.text === entry.service.text) continue;
      const start = starts[index] ?? 0;
      const name = entry.service.text;
      yield {
        at: { span: shift(entry.service.span, start) },
        message: `“${name}” is the port of “${earlier.service.text}” above, ${port} over ${entry.protocol.base}: inetd listens there for the earlier entry and cannot a second time, so this one is never offered.`,
        related: [{ span: shift(earlier.service.span, starts[before] ?? 0), message: 'This entry has the port' }],
        fixes: [
          {
            title: `Comment ${name} out`,
            edits: commentOut(line, offMark).map((edit) => shiftEdit(edit, start)),
            safe: false,
            after: AFTER,
          },
        ],
      };
    }
  },
};
