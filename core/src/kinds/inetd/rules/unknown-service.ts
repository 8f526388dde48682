/** A service whose name has no port. */
import { portMeant, portsNamed } from '../../../knowledge/ports.js';
import type { Context } from '../../../model/context.js';
import type { Fix } from '../../../model/finding.js';
import type { Report, Rule } from '../../../model/rule.js';
import { replace } from '../../../text/edit.js';
import { mayComeRight } from '../../../text/template.js';
import { type InetdEntry, type InetdLine, isInternal } from '../model.js';
import { list } from '../said.js';
import { AFTER } from '../switches.js';

/** The transport whose names the entry's is looked up among; undefined where no name is looked up. */
function transportOf({ service, number, protocol, socket }: InetdEntry): 'tcp' | 'udp' | undefined {
  const { text } = service;
  if (protocol.rpc || number || text === '' || text === 'rpc' || /^\d+$|^\/|^tcpmux\/|^<.*>$/.test(text)) return undefined;
  if (socket.text !== 'stream' && socket.text !== 'dgram') return undefined;
  return protocol.base === 'tcp' || protocol.base === 'udp' ? protocol.base : undefined;
}

const fixTo = (entry: InetdEntry, name: string): Fix => ({
  title: `Write ${name}`,
  edits: [replace(entry.service, name)],
  safe: false,
  after: AFTER,
});

/** By the names of the host itself. */
function byHost(entry: InetdEntry, transport: 'tcp' | 'udp', services: ReadonlySet<string>): Report | undefined {
  const name = entry.service.text;
  if (services.has(`${name}/${transport}`)) return undefined;
  const other = transport === 'tcp' ? 'udp' : 'tcp';
  const port = portsNamed(name).find(({ transports }) => transports.includes(transport));
  const where = services.has(`${name}/${other}`) ? `only over ${other.toUpperCase()}` : 'not at all';
  const add = port ? ` Add “${name} ${port.port}/${transport}” there.` : ' Add it there, or write the port as a number.';
  return {
    at: entry.service,
    message: `etc/services of this host has “${name}” ${where}: inetd logs “unknown service” and does not offer it.${add}`,
  };
}

/** By the names that most systems have. Names of one's own are normal, so this is a hint. */
function byCommonNames(entry: InetdEntry, transport: 'tcp' | 'udp'): Report | undefined {
  const name = entry.service.text;
  const known = portsNamed(name);
  if (known.some(({ transports }) => transports.includes(transport))) return undefined;
  const guess = known.length > 0 ? undefined : portMeant(name, transport);
  const what =
    known.length > 0
      ? `is known only over ${list([...new Set(known.flatMap(({ transports }) => transports))].map((one) => one.toUpperCase()))}`
      : 'is no name that Debian or IANA knows';
  return {
    at: entry.service,
    severity: guess ? 'warning' : 'hint',
    message: `“${name}” ${what}: unless etc/services of the host has it over ${transport.toUpperCase()}, the service is not offered.${guess ? ` Probably ${guess.name} (port ${guess.port}) is meant.` : ''}`,
    fixes: guess ? [fixTo(entry, guess.name)] : [],
  };
}

/** A service that inetd has built in is known by its name alone. */
const isKnownHere = (entry: InetdEntry): boolean => isInternal(entry) && portsNamed(entry.service.text).length > 0;

export const unknownService: Rule<InetdLine> = {
  id: 'inetd/unknown-service',
  severity: 'warning',
  docs: {
    summary: 'A service whose name has no port on the host.',
    why: 'inetd looks the port up in /etc/services, by name and transport and in this very case. What is not there it logs as an unknown service and does not offer.',
    remedy: 'Correct the name, add it to /etc/services, or write the port as a number.',
    bad: [
      {
        path: '/etc/inetd.conf',
        text: 'measure stream tcp nowait own /opt/own/bin/own own\n',
        host: { 'etc/services': 'ssh 22/tcp\nmeasure 4711/udp\n' },
      },
      { path: '/etc/inetd.conf', text: 'SSH stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
    ],
    good: [
      { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
      {
        path: '/etc/inetd.conf',
        text: 'measure stream tcp nowait own /opt/own/bin/own own\n',
        host: { 'etc/services': 'ssh 22/tcp\nmeasure 4711/tcp\n' },
      },
      { path: '/etc/inetd.conf', text: '4711 stream tcp nowait own /opt/own/bin/own own\n' },
      { path: '/etc/inetd.conf', text: 'echo stream tcp nowait root internal\n# daemonlint: keep echo\n' },
      {
        path: '/etc/inetd.conf',
        text: 'hacl-cfg dgram udp wait root /opt/own/bin/own own\nbftp stream tcp nowait root /opt/own/bin/own own\n',
      },
      { path: '/etc/inetd.conf', text: '<port> stream tcp nowait own /opt/own/bin/own own\n' },
      { path: '/srv/templates/inetd.conf.j2', text: '{{ service }} stream tcp nowait own {{ program }} own\n' },
    ],
    nearMiss: { path: '/etc/inetd.conf', text: 'ssh stream tcp nowait root /usr/sbin/sshd sshd -i\n' },
    references: [{ title: 'openbsd-inetd 0.20221205, inetutils 2.4 and BusyBox 1.35, run over such lines' }],
  },
  concerns: ({ type, entry }) => type === 'entry' && entry !== undefined && transportOf(entry) !== undefined,
  *checkLine({ entry }, { host }: Context) {
    const transport = entry && transportOf(entry);
    if (entry === undefined || transport === undefined || isKnownHere(entry) || mayComeRight(entry.service.text)) return;
    const found = host.services ? byHost(entry, transport, host.services) : byCommonNames(entry, transport);
    if (found) yield found;
  },
};
