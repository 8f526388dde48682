/** The port of an entry, by the number or the name that it gives. */
import { portsNamed } from '../../knowledge/ports.js';
import type { InetdEntry } from './model.js';

/** Undefined where nobody knows it. */
export function portOf({ service, protocol }: InetdEntry): number | undefined {
  if (/^\d+$/.test(service.text)) return Number(service.text);
  const base = protocol.base === 'udp' ? 'udp' : 'tcp';
  return portsNamed(service.text).find(({ transports }) => transports.includes(base))?.port;
}
