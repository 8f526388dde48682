/** The section `[Socket]` that listens where an entry does, or why there is none. */
import { plain } from '../../../text/systemd.js';
import { portOf } from '../port.js';
import type { Site } from '../rewrites/site.js';

/** Lines of the section, and what else is to be known. */
export interface Listening {
  readonly lines: readonly string[];
  readonly notes: readonly string[];
}

/** Why no socket of systemd means the same; a clause. */
export interface Impossible {
  readonly why: string;
}

const LOCALHOST: Readonly<Record<string, string>> = { localhost: '127.0.0.1' };

const isAddress = (text: string): boolean => /^\d{1,3}(?:\.\d{1,3}){3}$/.test(text) || text.includes(':');

const placed = (address: string, port: number): string => (address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`);

/** Where it listens without any address: systemd takes a bare port for both families. */
function everywhere({ entry: { protocol }, dialects }: Site, port: number): Listening & { readonly places: readonly string[] } {
  if (protocol.family === '6') return { places: [`[::]:${port}`], lines: ['BindIPv6Only=ipv6-only'], notes: [] };
  if (protocol.family === '46') return { places: [String(port)], lines: ['BindIPv6Only=both'], notes: [] };
  const both = dialects.filter(({ unmarked }) => unmarked === '46');
  if (protocol.family === '4' || both.length === 0) return { places: [`0.0.0.0:${port}`], lines: [], notes: [] };
  const note = `openbsd-inetd listens over IPv4 and IPv6, as this socket does. Other inetds take ${protocol.base} for IPv4 alone: 0.0.0.0:${port}`;
  return { places: [String(port)], lines: ['BindIPv6Only=both'], notes: both.length < dialects.length ? [note] : [] };
}

const BUFFERS: Readonly<Record<string, string>> = { sndbuf: 'SendBuffer', rcvbuf: 'ReceiveBuffer' };

/** `rcvbuf=64k` as systemd writes it. */
const bufferLines = (site: Site): string[] =>
  site.line.tokens.flatMap(({ role, text }) => {
    const [, name = '', size = '', unit = ''] = role === 'option' ? (/^(\w+)=(\d+)([km]?)$/.exec(text) ?? []) : [];
    const key = BUFFERS[name];
    return key === undefined ? [] : [`${key}=${size}${unit.toUpperCase()}`];
  });

/** Where the socket of `site` listens. */
export function listeningOf(site: Site): Listening | Impossible {
  const { entry } = site;
  const { protocol, socket, service } = entry;
  const key = socket.text === 'dgram' ? 'ListenDatagram' : 'ListenStream';
  if (protocol.base === 'unix') return { lines: [`${key}=${plain(service.text)}`], notes: [] };
  const port = portOf(entry);
  if (port === undefined || port === 0 || port > 65_535)
    return {
      why: `systemd knows ports by their numbers alone, and none is known for ${service.text}: write its number instead of the name`,
    };
  const addresses = entry.addresses.map((address) => LOCALHOST[address] ?? address);
  const strange = addresses.find((address) => !isAddress(address));
  if (strange !== undefined) return { why: `systemd listens on addresses alone: write that of ${strange} instead of its name` };
  if (addresses.length > 0)
    return { lines: [...addresses.map((address) => `${key}=${placed(address, port)}`), ...bufferLines(site)], notes: [] };
  const { places, lines, notes } = everywhere(site, port);
  return { lines: [...places.map((place) => `${key}=${place}`), ...lines, ...bufferLines(site)], notes };
}
