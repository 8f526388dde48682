/** The section `[Service]` that runs the server of an entry, and the limits of its socket. */
import { baseName } from '../../../text/base-name.js';
import { argument, plain } from '../../../text/systemd.js';
import { type InetdEntry, isInternal } from '../model.js';
import type { Site } from '../rewrites/site.js';

/** Why nothing of systemd means the same; undefined where something does. */
export function impossible({ service, number, socket, protocol, server, args }: InetdEntry): string | undefined {
  if (isInternal({ server })) return 'inetd answers this service by itself; systemd has nothing like it, and nobody misses it';
  if (protocol.rpc || number)
    return 'RPC services are announced to the port mapper, which systemd does not do: the program must run as a daemon';
  if (service.text.startsWith('tcpmux/')) return 'clients ask for it by name on port 1 (tcpmux), which systemd does not know';
  if (socket.text !== 'stream' && socket.text !== 'dgram') return `systemd has no sockets of type ${socket.text}`;
  if ((socket.text === 'stream') !== (protocol.base === 'tcp') && protocol.base !== 'unix')
    return `${socket.text} does not go with ${protocol.token.text}: correct that first`;
  if (baseName(server.text) === 'tcpd' && args.length === 0) return 'tcpd has no program to start: name it first';
  return undefined;
}

/** True where each connection gets a program of its own. A datagram never does: with nowait it would only be read again and again. */
export const isAccepting = ({ socket, wait }: InetdEntry): boolean => socket.text === 'stream' && wait.text !== 'wait';

/** The server and its arguments; `@` says that the first of them is the name it is started under. */
function execOf({ server, args }: InetdEntry): string {
  const words = args.map(({ text }) => (/^[\w@+./:=,-]+$/.test(text) ? text : argument(text)));
  const path = /^[\w@+./:=,-]+$/.test(server.text) ? server.text : argument(server.text);
  if (args.length === 0 || (args.length === 1 && args[0]?.text === server.text)) return `-${path}`;
  return args[0]?.text === server.text ? `-${path} ${words.slice(1).join(' ')}` : `-@${path} ${words.join(' ')}`;
}

export const serviceLines = (entry: InetdEntry): readonly string[] => [
  `ExecStart=${execOf(entry)}`,
  `User=${plain(entry.user.text)}`,
  ...(entry.group ? [`Group=${plain(entry.group.text)}`] : []),
  'StandardInput=socket',
];

/** The limits behind the wait word, as the section `[Socket]` has them. */
export function limitLines({ line, entry }: Site): readonly string[] {
  const [first, , each] = entry.limits.map(({ text, span }) => ({ value: Number(text), mark: line.text[span.start - 1] }));
  if (first === undefined || !(first.value > 0)) return [];
  if (first.mark !== '/') return ['TriggerLimitIntervalSec=60', `TriggerLimitBurst=${first.value}`];
  if (!isAccepting(entry)) return [];
  return [`MaxConnections=${first.value}`, ...(each && each.value > 0 ? [`MaxConnectionsPerSource=${each.value}`] : [])];
}

/** What is to be known besides the units. */
export function serviceNotes({ line, entry }: Site): readonly string[] {
  const { socket, wait, server, limits } = entry;
  const tcpd = baseName(server.text) === 'tcpd';
  return [
    ...(socket.text === 'dgram' && wait.text !== 'wait'
      ? ['With nowait inetd starts one program after another for the same packet; this unit does as wait would.']
      : []),
    ...(isAccepting(entry) && limits.length === 0 ? ['systemd serves 64 connections at once; MaxConnections= says otherwise.'] : []),
    ...(limits.length > 1 && line.text[(limits[1]?.span.start ?? 0) - 1] === '/'
      ? ['systemd has no limit on the connections that one address makes in a minute.']
      : []),
    ...(tcpd
      ? ['tcpd goes on asking hosts.allow and hosts.deny; IPAddressAllow= and IPAddressDeny= of the service can take its place.']
      : []),
    ...(line.tokens.some(({ role }) => role === 'class' || role === 'owner')
      ? [
          'The login class, and the owner and mode of a unix socket, are set otherwise: LimitNOFILE= and its like, SocketUser=, SocketMode=.',
        ]
      : []),
  ];
}
