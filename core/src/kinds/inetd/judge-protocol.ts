/** Whether a daemon would take the socket type and the protocol of an entry, its buffer sizes, its port and its RPC versions. */
import { HIGHEST_LONG, numberOf, wrapped } from '../../text/c-numbers.js';
import type { Dialect } from './dialects.js';
import { listsTransports } from './fields.js';
import type { InetdEntry, Shape } from './model.js';
import type { Refusal } from './refusal.js';

export function rpcRefusal({ versions }: InetdEntry, { rpc, versions: form, orderedVersions }: Dialect): Refusal | undefined {
  if (rpc === 'none') return 'rpc';
  if (versions === undefined) return rpc === 'required' ? 'version' : undefined;
  if (!form.test(versions.text)) return 'version';
  if (!orderedVersions) return undefined;
  const [low = 0n, high = low] = versions.text.split('-').map((one) => numberOf(one.replace('+', '')));
  return low < 1n || high < low || high > HIGHEST ? 'version' : undefined;
}

const HIGHEST = 0x7fff_ffffn;

/** One buffer size, or two of which the first has a unit: the parser takes the character behind the digits for one. */
const BUFFERS = /^(?:(?:snd|rcv)buf=(\d+)(\D),)?(?:snd|rcv)buf=(\d+)(\D?)$/;

/** False for a size of 0, and one that is below it in the 32 bits in which it is kept. */
function isSize(digits: string, unit: string | undefined): boolean {
  const said = BigInt(digits);
  const factor = unit === 'k' ? 1024n : unit === 'm' ? 1024n * 1024n : 1n;
  return wrapped(wrapped(said > HIGHEST_LONG ? HIGHEST_LONG : said) * factor) > 0n;
}

function areBuffers(text: string): boolean {
  const found = BUFFERS.exec(text);
  const [, first, firstUnit, second = '', secondUnit] = found ?? [];
  return found !== null && (first === undefined || isSize(first, firstUnit)) && isSize(second, secondUnit);
}

const buffersRefused = ({ protocol = '' }: Shape, { buffers }: Dialect): boolean => {
  const comma = protocol.indexOf(',');
  if (comma === -1 || buffers === 'ignored') return false;
  if (buffers === 'transports') return !listsTransports(protocol);
  return buffers === 'none' || !areBuffers(protocol.slice(comma + 1));
};

export function protocolRefusal({ socket, protocol, service }: InetdEntry, shape: Shape, dialect: Dialect): Refusal | undefined {
  const type = socket.text;
  if (!dialect.sockets.test(type)) return 'socket';
  if (buffersRefused(shape, dialect)) return 'buffer';
  if (protocol.rpc) return undefined;
  const port = protocol.base !== 'unix' && /^\d+$/.test(service.text) ? Number(service.text) : undefined;
  if (port !== undefined) {
    if (dialect.ports === undefined) return 'number';
    const [lowest, highest] = dialect.ports;
    if (port < lowest || port > highest) return 'port';
  }
  if (!(dialect.portsTakeAny && port !== undefined) && !dialect.protocols.test(protocol.token.text)) return 'protocol';
  if (!dialect.pairs) return undefined;
  const over = protocol.token.text.slice(0, 3).toLowerCase();
  return (type === 'stream' && over === 'udp') || (type === 'dgram' && over === 'tcp') ? 'pair' : undefined;
}
