/** Whether a daemon would take the socket type and the protocol of an entry, its buffer sizes, its port and its RPC versions. */
import type { Dialect } from './dialects.js';
import { listsTransports } from './fields.js';
import type { InetdEntry, Shape } from './model.js';
import type { Refusal } from './refusal.js';

export function rpcRefusal({ versions }: InetdEntry, { rpc, versions: form, orderedVersions }: Dialect): Refusal | undefined {
  if (rpc === 'none') return 'rpc';
  if (versions === undefined) return rpc === 'required' ? 'version' : undefined;
  if (!form.test(versions.text)) return 'version';
  const [low, high] = versions.text.split('-').map(Number);
  return orderedVersions && high !== undefined && low !== undefined && high < low ? 'version' : undefined;
}

/** One buffer size, or two of which the first has a unit: the parser takes the character behind the digits for one. */
const BUFFERS = /^(?:(?:snd|rcv)buf=0*[1-9]\d*\D,)?(?:snd|rcv)buf=0*[1-9]\d*\D?$/;

const buffersRefused = ({ protocol = '' }: Shape, { buffers }: Dialect): boolean => {
  const comma = protocol.indexOf(',');
  if (comma === -1 || buffers === 'ignored') return false;
  if (buffers === 'transports') return !listsTransports(protocol);
  return buffers === 'none' || !BUFFERS.test(protocol.slice(comma + 1));
};

export function protocolRefusal({ socket, protocol, service }: InetdEntry, shape: Shape, dialect: Dialect): Refusal | undefined {
  const type = socket.text;
  if (!dialect.sockets.test(type)) return 'socket';
  if (buffersRefused(shape, dialect)) return 'buffer';
  if (protocol.rpc) return undefined;
  const port = protocol.base !== 'unix' && /^\d+$/.test(service.text) ? Number(service.text) : undefined;
  const [lowest, highest] = dialect.ports;
  if (port !== undefined && (port < lowest || port > highest)) return 'port';
  if (!(dialect.portsTakeAny && port !== undefined) && !dialect.protocols.test(protocol.token.text)) return 'protocol';
  if (!dialect.pairs) return undefined;
  const over = protocol.token.text.slice(0, 3).toLowerCase();
  return (type === 'stream' && over === 'udp') || (type === 'dgram' && over === 'tcp') ? 'pair' : undefined;
}
