/** An entry bound to the loopback address, where inetd knows addresses. */
import type { Rewrite } from '../../../model/editing.js';
import { insert } from '../../../text/edit.js';
import { list } from '../said.js';
import type { Site } from './site.js';

export function bindRewrites({ entry, dialects, start }: Site): readonly Rewrite[] {
  const { protocol, service, addresses, hosts } = entry;
  const knowing = dialects.filter((dialect) => dialect.hosts);
  const isInternet = protocol.base === 'tcp' || protocol.base === 'udp';
  if (!isInternet || addresses.length > 0 || hosts.length > 0 || knowing.length === 0) return [];
  // Nobody but GNU inetutils needs the address bare, and all of them take it so.
  const address = protocol.family === '6' ? '::1' : '127.0.0.1';
  const who = knowing.length < dialects.length ? ` (${list(knowing.map(({ title }) => title))})` : '';
  return [
    {
      name: 'loopback',
      title: `Bind to loopback: listen on ${address} alone${who}`,
      edits: [insert(start + service.span.start, `${address}:`)],
    },
  ];
}
