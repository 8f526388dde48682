/** Whether a daemon would take an entry, by its record. */
import type { Dialect } from './dialects.js';
import type { Shape } from './entry.js';
import { type InetdEntry, isInternal } from './model.js';

/** What a daemon stumbles over. What the host decides (services, users, addresses that exist) is none of it. */
export type Refusal = 'fields' | 'address' | 'socket' | 'protocol' | 'rpc' | 'version' | 'wait' | 'pair' | 'builtin';

/** The fields that no inetd can do without. */
export const FIELDS = ['service', 'socket type', 'protocol', 'wait or nowait', 'user', 'server program'] as const;

function rpcRefusal(entry: InetdEntry, { rpc, versions, orderedVersions }: Dialect): Refusal | undefined {
  if (rpc === 'none') return 'rpc';
  if (entry.versions === undefined) return rpc === 'required' ? 'version' : undefined;
  if (!versions.test(entry.versions.text)) return 'version';
  const [low, high] = entry.versions.text.split('-').map(Number);
  return orderedVersions && high !== undefined && low !== undefined && high < low ? 'version' : undefined;
}

const isPort = (service: string): boolean => /^\d+$/.test(service);

function socketRefusal({ socket, protocol, service }: InetdEntry, dialect: Dialect): Refusal | undefined {
  const type = socket.text;
  if (!dialect.sockets.test(type)) return 'socket';
  const anyProtocol = dialect.portsTakeAny && isPort(service.text);
  if (!protocol.rpc && !anyProtocol && !dialect.protocols.test(protocol.token.text)) return 'protocol';
  if (!dialect.pairs || protocol.rpc) return undefined;
  return (type === 'stream' && protocol.base === 'udp') || (type === 'dgram' && protocol.base === 'tcp') ? 'pair' : undefined;
}

function builtinRefusal(entry: InetdEntry, { builtins }: Dialect): Refusal | undefined {
  if (!isInternal(entry)) return undefined;
  const name = entry.service.text;
  const { text: socket } = entry.socket;
  if (builtins.both.includes(name)) return socket === 'stream' || socket === 'dgram' ? undefined : 'builtin';
  return socket === 'stream' && builtins.stream.includes(name) ? undefined : 'builtin';
}

/** Why `dialect` refuses the line; undefined when it takes it. */
export function refusalOf(shape: Shape, dialect: Dialect): Refusal | undefined {
  if (shape.hosts && !dialect.hosts) return shape.entry ? 'address' : 'fields';
  if (shape.fields === 0) return undefined;
  const { entry } = shape;
  if (entry === undefined) return 'fields';
  return (
    (entry.protocol.rpc ? rpcRefusal(entry, dialect) : undefined) ??
    socketRefusal(entry, dialect) ??
    (dialect.wait.test(shape.wait ?? '') ? undefined : 'wait') ??
    builtinRefusal(entry, dialect)
  );
}
