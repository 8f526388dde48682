/** Services as the examples of the rules have them. */

/** A block of `lines`. */
export const block = (name: string, ...lines: readonly string[]): string =>
  `service ${name}\n{\n${lines.map((line) => `\t${line}\n`).join('')}}\n`;

/** What a service must say that is not in /etc/services, but for its user and its server. */
export const UNLISTED: readonly string[] = ['type = UNLISTED', 'port = 4711', 'socket_type = stream', 'wait = no'];

/** One that nothing is to be said of, with `lines` behind. */
export const measure = (...lines: readonly string[]): string =>
  block('measure', ...UNLISTED, 'user = own', 'server = /opt/own/bin/own', ...lines);
