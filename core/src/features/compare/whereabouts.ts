/** Places of a comparison, as people are told of them. */
import type { ComparedFile, Whereabouts } from './model.js';

/** The place at `offset`, on the 0-based `line`. */
export function whereabouts({ path, from = path, linkAt }: ComparedFile, offset: number, line: number): Whereabouts {
  const link = linkAt?.(offset);
  return { file: from, line: line + 1, ...(link !== undefined && { link }) };
}

/** `etc/inetd.conf:4`, or `etc/rc3.d/S50snmpd`: what can be opened. */
export const whereText = ({ file, line, link }: Whereabouts): string => (link === undefined ? `${file}:${line}` : `${file}/${link}`);
