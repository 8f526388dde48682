/** An entry that listens everywhere, beside others that are bound to loopback. */
import { factById } from '../../../knowledge/index.js';
import type { Launch } from '../../../model/line.js';
import type { Rule } from '../../../model/rule.js';
import { insert } from '../../../text/edit.js';
import { shift } from '../../../text/span.js';
import type { InetdEntry, InetdLine } from '../model.js';
import { AFTER } from '../switches.js';

const isLocal = ({ launches: [launch] }: InetdLine): boolean =>
  launch?.when.type === 'socket' && launch.when.loopback && launch.when.protocol !== 'unix';

/** True for an entry that any host may reach. An address or a * before the service shows that it is meant. */
const isOpen = ({ protocol, hosts, addresses }: InetdEntry): boolean =>
  (protocol.base === 'tcp' || protocol.base === 'udp') && !protocol.rpc && hosts.length === 0 && addresses.length === 0;

/** True for a line of `*:`, which says of all that follow that all may come. */
const opensAll = ({ type, tokens }: InetdLine): boolean =>
  type === 'setting' && tokens.some(({ role, text }) => role === 'address' && text === '*');

/** True for a service of which other rules say, by its name, that the network is offered it: to say it twice helps nobody. */
const isToldOf = ({ fact }: Launch): boolean => fact !== undefined && (factById(fact)?.level ?? 'none') !== 'none';

export const everyAddress: Rule<InetdLine> = {
  id: 'inetd/every-address',
  severity: 'hint',
  docs: {
    summary: 'An entry listens on every address, while others of the file are for this host alone.',
    why: 'Where some services are bound to the loopback address, the one without an address is easily forgotten: the whole network reaches it. Of services that are known to be risky or needless their own rules say so.',
    remedy: 'Bind it to loopback as well, or write *: before the service to say that all may come.',
    bad: [
      {
        path: '/etc/inetd.conf',
        text: '127.0.0.1:4711 stream tcp nowait own /opt/own own\n4712 stream tcp nowait own /opt/own own\n',
      },
    ],
    good: [
      { path: '/etc/inetd.conf', text: '4711 stream tcp nowait own /opt/own own\n4712 stream tcp nowait own /opt/own own\n' },
      {
        path: '/etc/inetd.conf',
        text: '127.0.0.1:4711 stream tcp nowait own /opt/own own\n10.0.0.1:4712 stream tcp nowait own /opt/own own\n',
      },
      {
        path: '/etc/inetd.conf',
        text: '127.0.0.1:4711 stream tcp nowait own /opt/own own\n*:\n4712 stream tcp nowait own /opt/own own\n',
      },
      {
        path: '/etc/inetd.conf',
        text: '# daemonlint: keep comsat, daytime\n127.0.0.1:comsat dgram udp wait root /usr/libexec/comsat comsat\ndaytime stream tcp nowait root internal\n',
      },
    ],
    nearMiss: {
      path: '/etc/inetd.conf',
      text: '127.0.0.1:4711 stream tcp nowait own /opt/own own\n*:4712 stream tcp nowait own /opt/own own\n',
    },
  },
  *checkDocument({ lines, starts }) {
    const local = lines.findIndex(isLocal);
    const bound = lines[local]?.entry;
    if (bound === undefined) return;
    let isMeant = false;
    for (const [index, line] of lines.entries()) {
      const { type, entry, launches } = line;
      isMeant ||= opensAll(line);
      if (type !== 'entry' || entry === undefined || isMeant || !isOpen(entry) || launches.some(isToldOf)) continue;
      const start = starts[index] ?? 0;
      const address = entry.protocol.family === '6' ? '::1' : '127.0.0.1';
      const subject = launches[0]?.fact;
      yield {
        ...(subject !== undefined && { subject }),
        at: { span: shift(entry.service.span, start) },
        message: `“${entry.service.text}” listens on every address, while “${bound.service.text}” is for this host alone. Write ${address}: before it, or *: where all may come.`,
        related: [{ span: shift(bound.service.span, starts[local] ?? 0), message: 'This entry is bound to loopback' }],
        fixes: [
          {
            title: `Listen on ${address} alone`,
            edits: [insert(start + entry.service.span.start, `${address}:`)],
            safe: false,
            after: AFTER,
          },
        ],
      };
    }
  },
};
