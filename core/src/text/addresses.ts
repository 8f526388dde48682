/** Addresses in numbers, as the C library reads them. */

/** One part of an address of IPv4: decimal, octal behind 0, hexadecimal behind 0x. Undefined for what is none. */
function partOf(text: string): number | undefined {
  if (/^0x[\da-f]+$/i.test(text)) return Number.parseInt(text.slice(2), 16);
  if (/^0[0-7]*$/.test(text)) return Number.parseInt(text, 8);
  return /^[1-9]\d*$/.test(text) ? Number(text) : undefined;
}

/** True for an address of IPv4: four parts, or fewer, of which the last stands for the rest. */
export function isIpv4(text: string): boolean {
  const parts = text.split('.').map(partOf);
  const last = parts.pop();
  return (
    parts.length < 4 && last !== undefined && parts.every((part) => part !== undefined && part < 256) && last < 256 ** (4 - parts.length)
  );
}

const QUAD = /(?<=:)(?:\d{1,3}\.){3}\d{1,3}$/;

/** True for an address of IPv6, with a zone or without. */
export function isIpv6(text: string): boolean {
  const [address = '', zone, ...others] = text.split('%');
  if (zone === '' || others.length > 0 || !address.includes(':')) return false;
  const quad = QUAD.exec(address)?.[0];
  if (quad?.split('.').some((part) => Number(part) > 255)) return false;
  const halves = address.replace(QUAD, '0:0').split('::');
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  return groups.every((group) => /^[\da-f]{1,4}$/i.test(group)) && (halves.length === 2 ? groups.length < 8 : groups.length === 8);
}
