/** Addresses as xinetd takes them: to listen at, to hand connections on to, and to let in or shut out. What names mean the resolver of the host decides. */
import { isIpv4, isIpv6 } from '../../text/addresses.js';
import { keptOf } from './numbers.js';
import { each, type Takes } from './values.js';

const DOTTED = /^[\d.]+$/;

/** Names of network interfaces, which no resolver knows. */
const INTERFACE = /^(?:lo|(?:eth|wlan|bond|br|tun|tap|ppp|wg)\d+|en[ops]\d\w*)(?:[.:]\d+)?$/;

/** True for what a resolver may know as the name of a host. */
const mayBeHost = (value: string): boolean => /^[A-Za-z\d][\w.-]*$/.test(value) && /[A-Za-z]/.test(value) && value !== 'ALL';

/** True for an address in numbers, and for what may be the name of a host. */
function mayBeAddress(value: string): boolean {
  if (DOTTED.test(value)) return isIpv4(value);
  return value.includes(':') ? isIpv6(value) : mayBeHost(value);
}

const atHost = (value: string): string =>
  INTERFACE.test(value) ? 'is the name of an interface, and here goes an address of this host' : 'is no address';

const HIGHEST = 65_535n;

/** True for a port, and for what may be the name of one in /etc/services. */
function mayBePort(value: string): boolean {
  const port = keptOf(value);
  return port === undefined ? /^\w[\w.+-]*$/.test(value) && !/^\d+$/.test(value) : port > 0n && port <= HIGHEST;
}

/** An address of this host. */
export const bound: Takes = ([address = '']) =>
  mayBeAddress(address) && !INTERFACE.test(address) ? undefined : { at: 0, why: atHost(address) };

/** An address and a port, or the name of one. */
export const redirected: Takes = ([address = '', port = '']) => {
  if (!mayBeAddress(address)) return { at: 0, why: 'is no address' };
  return mayBePort(port) ? undefined : { at: 1, why: 'is not a port' };
};

/** A comma elsewhere than in braces, and braces that hold anything but numbers with commas between them at the end of the value. */
function isRefused(value: string): boolean {
  const brace = value.indexOf('{');
  if (brace === -1) return value.includes(',') || (/^[\d.]*$/.test(value) && /^\.|\.\./.test(value));
  const before = value.slice(0, brace);
  return /^[\d.]*$/.test(before) && (/^\.|\.\./.test(before) || !/^\{\d+(?:,\d+)*\}$/.test(value.slice(brace)));
}

/** Those for which xinetd refuses the whole list. */
export const listed: Takes = (values) => {
  const at = values.findIndex(isRefused);
  if (at === -1) return undefined;
  const value = values[at] ?? '';
  if (value.includes('{')) return { at, why: 'is no list of addresses: the braces stand last, and hold numbers with commas between them' };
  return {
    at,
    why: value.includes(',') ? 'holds a comma: addresses have blanks between them' : 'is no address: a dot too much stands there',
  };
};

/** An address, or several, without the commas between them; as it is where a brace may hold one. */
export const withoutCommas = (value: string): string => (value.includes('{') ? value : value.split(',').filter(Boolean).join(' '));

/** Those that it can read, of the others. */
function isRead(value: string): boolean {
  if (value.includes('{')) return /^[\d.]*\{/.test(value);
  const [, address, bits] = /^([^/]+)\/(.*)$/s.exec(value) ?? [];
  if (address !== undefined && bits !== undefined) return /^[+-]?\d/.test(bits) && (isIpv4(address) || isIpv6(address));
  return value.startsWith('.') ? /[^\d.]/.test(value) : mayBeAddress(value);
}

/** Those that it leaves out of the list. */
export const leftOut: Takes = each(isRead, 'is no address, network, name or .domain');
