/** A service for whose name xinetd finds no port. */
import { portMeant, portsNamed, type Transport } from '../../../knowledge/ports.js';
import type { Host } from '../../../model/host.js';
import type { Report, Rule } from '../../../model/rule.js';
import { mayComeRight } from '../../../text/template.js';
import { setBelow } from '../below.js';
import type { Service, XinetdLine } from '../model.js';
import { AFTER } from '../switches.js';

const block = (name: string, ...lines: readonly string[]): string =>
  `service ${name}\n{\n\tsocket_type = stream\n\twait = no\n\tuser = own\n\tserver = /opt/own/bin/own\n${lines.map((line) => `\t${line}\n`).join('')}}\n`;

/** True where xinetd looks the name up among those of /etc/services. */
const isLookedUp = ({ name, types, protocol, off }: Service): boolean =>
  off === undefined && protocol !== 'other' && !types.some((type) => /^(?:UNLISTED|RPC|TCPMUX)/.test(type)) && !mayComeRight(name.text);

/** What the names in etc/services say of it, of the host itself where they are known. */
function said({ name: { text: name }, settings }: Service, transport: Transport, { services }: Pick<Host, 'services'>) {
  const port = settings.get('port')?.values[0]?.text;
  const todo = port === undefined ? 'Correct the name, or say port and type = UNLISTED' : 'Say type = UNLISTED';
  const lost = 'xinetd does not offer it';
  if (services?.has(`${name}/${transport}`)) return undefined;
  if (services) return { message: `etc/services of this host has no “${name}” over ${transport.toUpperCase()}: ${lost}. ${todo}.` };
  const known = portsNamed(name).filter(({ transports }) => transports.includes(transport));
  if (known.length > 0) {
    const other = port !== undefined && /^\d+$/.test(port) && !known.some((one) => one.port === Number(port));
    return other
      ? {
          message: `${name} is port ${known[0]?.port} in /etc/services, and xinetd takes no other under that name: ${lost}. Say type = UNLISTED to use ${port}.`,
        }
      : undefined;
  }
  const guess = portMeant(name, transport);
  const where = `“${name}” over ${transport.toUpperCase()} is no name that Debian or IANA knows: unless /etc/services of the host has it, ${lost}.`;
  if (guess && port === undefined) return { message: `${where} Probably ${guess.name} (port ${guess.port}) is meant.`, guess: guess.name };
  return { message: `${where} ${todo}.`, severity: 'hint' as const };
}

export const unknownService: Rule<XinetdLine> = {
  id: 'xinetd/unknown-service',
  severity: 'warning',
  docs: {
    summary: 'A service for whose name xinetd finds no port.',
    why: 'xinetd looks the name up in /etc/services, by transport and in this very case, and goes on without the service where it is not there, or has another port than the one that is said.',
    remedy: 'Correct the name, or say port and `type = UNLISTED`.',
    bad: [
      { path: '/etc/xinetd.d/measure', text: block('measure'), host: { 'etc/services': 'ssh 22/tcp\nmeasure 4711/udp\n' } },
      { path: '/etc/xinetd.d/measure', text: block('measure', 'port = 4711') },
      { path: '/etc/xinetd.d/SSH', text: block('SSH') },
      { path: '/etc/xinetd.d/ssh', text: block('ssh', 'port = 2222') },
    ],
    good: [
      { path: '/etc/xinetd.d/measure', text: block('measure'), host: { 'etc/services': 'ssh 22/tcp\nmeasure 4711/tcp\n' } },
      { path: '/etc/xinetd.d/measure', text: block('measure', 'port = 4711', 'type = UNLISTED') },
      { path: '/etc/xinetd.d/measure', text: block('measure', 'disable = yes') },
    ],
    nearMiss: { path: '/etc/xinetd.d/ssh', text: block('ssh') },
    references: [{ title: 'xinetd 2.3.15.3 of Debian, run over such services' }],
  },
  concerns: ({ type, service }) => type === 'entry' && service !== undefined && isLookedUp(service),
  *checkLine(line, { host }): Iterable<Report> {
    const { service } = line;
    if (service === undefined || service.protocol === 'other' || line.launches[0]?.state !== 'on') return;
    const found = said(service, service.protocol, host);
    if (found === undefined) return;
    const { message, severity, guess } = found;
    const edits = guess === undefined ? setBelow(line, service, 'port', 'type', 'UNLISTED') : [{ span: service.name.span, text: guess }];
    yield {
      at: service.name,
      message,
      ...(severity && { severity }),
      fixes:
        edits.length > 0
          ? [{ title: guess === undefined ? 'Say type = UNLISTED' : `Write ${guess}`, edits, safe: false, after: AFTER }]
          : [],
    };
  },
};
