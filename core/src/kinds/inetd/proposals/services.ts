/** Names for the first field: those that have a port, and addresses before them. */
import { factByService } from '../../../knowledge/index.js';
import { namedPorts, portsNamed, type Transport } from '../../../knowledge/ports.js';
import type { Proposal } from '../../../model/editing.js';
import type { Dialect } from '../dialects.js';
import type { Place } from './place.js';

/** The transport that a service has; that of TCP where it has both, or none is known. */
export const transportOf = (service: string): Transport =>
  portsNamed(service).every(({ transports }) => !transports.includes('tcp')) && portsNamed(service).length > 0 ? 'udp' : 'tcp';

function addresses({ word, bound, before }: Place, dialects: readonly Dialect[]): Proposal[] {
  if (bound || before.length > 0 || !dialects.some(({ hosts }) => hosts)) return [];
  const knowing = dialects.filter(({ hosts }) => hosts).map(({ title }) => title);
  return [
    {
      label: '127.0.0.1:',
      detail: 'this host alone',
      about: `The service behind it listens on the loopback address only. Inetds that know addresses: ${knowing.join(', ')}.`,
      span: word.span,
      role: 'address',
    },
  ];
}

export function serviceProposals(place: Place, dialects: readonly Dialect[], services: ReadonlySet<string> | undefined): Proposal[] {
  const { span } = place.word;
  const named = namedPorts().map(({ name, port, transports }): Proposal => {
    const fact = factByService(name, transports[0]);
    return {
      label: name,
      detail: transports.map((one) => `${port}/${one}`).join(', '),
      ...(fact && { about: fact.what.text }),
      span,
      role: 'service',
    };
  });
  const known = new Set(named.map(({ label }) => label));
  const own = [...new Set([...(services ?? [])].map((one) => one.slice(0, one.lastIndexOf('/'))))].filter((name) => !known.has(name));
  return [
    ...named,
    ...own.map((label): Proposal => ({ label, detail: 'in etc/services', span, role: 'service' })),
    ...addresses(place, dialects),
  ];
}
