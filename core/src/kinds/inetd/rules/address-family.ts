/** An address of IPv6 with a protocol of IPv4, or the other way round. */
import type { Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { type Dialect, dialectsOf } from '../dialects.js';
import type { InetdEntry, InetdLine, InetdToken } from '../model.js';
import { disputeOf, readAgain } from '../refused.js';
import { AFTER } from '../switches.js';

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){1,3}$/;

/** True where `dialect` cannot listen on `address` over the protocol of `entry`. */
function misfits(address: string, { protocol: { family } }: InetdEntry, { unmarked, mapsIpv4 }: Dialect): boolean {
  const over = family === '' ? unmarked : family;
  if (address.includes(':')) return over === '4';
  return IPV4.test(address) && over === '6' && !mapsIpv4;
}

/** The first address that none of `dialects` can use. */
const misfit = (entry: InetdEntry, dialects: readonly Dialect[]): InetdToken | undefined =>
  entry.hosts.find(({ text }) => dialects.length > 0 && dialects.every((dialect) => misfits(text, entry, dialect)));

export const addressFamily: Rule<InetdLine> = {
  id: 'inetd/address-family',
  severity: 'warning',
  docs: {
    summary: 'An address that does not go with the protocol.',
    why: 'tcp4 listens on addresses of IPv4, tcp6 on those of IPv6, and plain tcp on those of IPv4 with most inetds. An address of the other family is passed over with a message in the log, and with no other address the service is not offered.',
    remedy: 'Write the protocol with the digit of the address: tcp6 for ::1, tcp4 or tcp for 127.0.0.1.',
    bad: [
      { path: '/etc/inetd.conf', text: '::1:ssh stream tcp4 nowait root /usr/sbin/sshd sshd -i\n' },
      {
        path: '/etc/inetd.conf',
        text: '# daemonlint: dialect=openbsd-inetd\n127.0.0.1:ssh stream tcp6 nowait root /usr/sbin/sshd sshd -i\n',
      },
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=inetutils\n::1:ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=openbsd-inetd\n::1:ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
      { path: '/etc/inetd.conf', text: '# daemonlint: dialect=inetutils\n127.0.0.1:ssh stream tcp6 nowait root /usr/sbin/sshd sshd -i\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: '::1:ssh stream tcp6 nowait root /usr/sbin/sshd sshd -i\n' },
    references: [{ title: 'openbsd-inetd 0.20221205, inetutils 2.4 and BusyBox 1.35, run over such lines' }],
  },
  concerns: ({ type, entry }) => type === 'entry' && entry !== undefined && entry.hosts.length > 0,
  *checkLine(line, { dialects }) {
    const { entry } = line;
    if (entry === undefined || (entry.protocol.base !== 'tcp' && entry.protocol.base !== 'udp')) return;
    const { refused } = disputeOf(readAgain(line), dialectsOf(dialects));
    const address = misfit(
      entry,
      dialectsOf(dialects).filter((dialect) => dialect.hosts && !refused.some(([one]) => one === dialect)),
    );
    if (address === undefined) return;
    const protocol = `${entry.protocol.rpc ? 'rpc/' : ''}${entry.protocol.base}${address.text.includes(':') ? '6' : ''}`;
    const said = entry.protocol.token.text;
    yield {
      at: address,
      message: `“${address.text}” is no address that ${said} listens on: inetd logs that and passes over it. Write ${protocol}${entry.hosts.length > 1 ? ', in an entry of its own' : ''}.`,
      fixes:
        entry.hosts.length === 1
          ? [{ title: `Write ${protocol}`, edits: [replace(entry.protocol.token, protocol)], safe: false, after: AFTER }]
          : [],
    };
  },
};
