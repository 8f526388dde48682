/** A service as xinetd sees it once its block is read: what it is, whether it is on, and what it still lacks. */
import { factByService } from '../../knowledge/index.js';
import type { Problem } from '../../model/line.js';
import { mayComeRight } from '../../text/template.js';
import type { Carry } from './carry.js';
import { type Judged, SYNTAX } from './judge.js';
import type { Service, Setting } from './model.js';
import type { XinetdToken } from './role.js';

type InForce = ReadonlyMap<string, Setting>;

const firstOf = (inForce: InForce, name: string): string | undefined => inForce.get(name)?.values[0]?.text;

const wordsOf = (inForce: InForce, name: string): readonly string[] =>
  inForce.get(name)?.values.map(({ text }) => text.toUpperCase()) ?? [];

/** What is there said first: the protocol, else what the socket type uses, else what the service is known to use. */
function protocolOf(inForce: InForce, name: string): Service['protocol'] {
  const said = firstOf(inForce, 'protocol')?.toLowerCase();
  if (said !== undefined) return said === 'tcp' || said === 'udp' ? said : 'other';
  const socket = firstOf(inForce, 'socket_type')?.toLowerCase();
  if (socket === 'stream') return 'tcp';
  if (socket === 'dgram') return 'udp';
  return factByService(name)?.ports?.[0]?.protocol ?? 'tcp';
}

/** With NAMEINARGS and tcpd the arguments name the program, behind the name of tcpd itself where that comes first. */
function programOf(inForce: InForce, flags: readonly string[]): XinetdToken | undefined {
  const [server] = inForce.get('server')?.values ?? [];
  if (server === undefined || !flags.includes('NAMEINARGS') || !/(?:^|\/)tcpd$/.test(server.text)) return server;
  const args = inForce.get('server_args')?.values ?? [];
  return (/(?:^|\/)tcpd$/.test(args[0]?.text ?? '') ? args[1] : args[0]) ?? server;
}

function offBecause(inForce: InForce, id: string, carry: Carry): Service['off'] {
  if (firstOf(inForce, 'disable')?.toLowerCase() === 'yes') return 'disable';
  if (carry.unread) return 'unread';
  if (carry.disabled?.includes(id.toLowerCase())) return 'disabled';
  return carry.enabled && !carry.enabled.includes(id.toLowerCase()) ? 'enabled' : undefined;
}

/** Whether TRAFFIC is logged once all of `sets` are read; `before` says whether it was, `adds` that = adds to what is there, as in the defaults. */
export function logsTraffic(sets: readonly Setting[], before: boolean, adds = false): boolean {
  let logs = before;
  for (const { attribute, operator, values } of sets) {
    if (attribute.text.toLowerCase() !== 'log_on_success') continue;
    const isNamed = values.some(({ text }) => text.toUpperCase() === 'TRAFFIC');
    logs = operator?.text === '-=' ? logs && !isNamed : isNamed || ((adds || operator?.text === '+=') && logs);
  }
  return logs;
}

export function serviceOf(name: XinetdToken, { inForce, sets }: Pick<Judged, 'inForce' | 'sets'>, carry: Carry): Service {
  const types = wordsOf(inForce, 'type');
  const flags = wordsOf(inForce, 'flags');
  const id = firstOf(inForce, 'id') ?? name.text;
  const isAnswered = types.includes('INTERNAL') || flags.includes('SENSOR') || inForce.has('redirect');
  const program = isAnswered ? undefined : programOf(inForce, flags);
  const off = offBecause(inForce, id, carry);
  return {
    name,
    id,
    settings: inForce,
    protocol: protocolOf(inForce, name.text),
    types,
    flags,
    ...(logsTraffic(sets, carry.traffic === true) && { traffic: true as const }),
    ...(program && { program }),
    ...(off && { off }),
  };
}

/** Services that xinetd answers itself. */
const INTERNAL: ReadonlySet<string> = new Set(['echo', 'discard', 'chargen', 'daytime', 'time']);
const TCPMUX: ReadonlySet<string> = new Set(['tcpmux', 'tcpmuxplus']);

const answersItself = ({ name: { text }, settings }: Service): boolean =>
  INTERNAL.has(text) || (TCPMUX.has(text) && firstOf(settings, 'socket_type')?.toLowerCase() === 'stream');

const isA = ({ types }: Service, type: string): boolean => types.includes(type);
const has = ({ settings }: Service, attribute: string): boolean => settings.has(attribute);

/** What a service that is on may lack, or have that it must not. */
const needs: readonly (readonly [isMet: (service: Service) => boolean, said: string])[] = [
  [(one) => isA(one, 'INTERNAL') || has(one, 'server') || has(one, 'redirect'), 'It has no server'],
  [(one) => has(one, 'wait'), 'It does not say wait = yes or wait = no'],
  [(one) => isA(one, 'INTERNAL') || has(one, 'user'), 'It has no user'],
  [(one) => has(one, 'socket_type') || has(one, 'protocol'), 'It has neither socket_type nor protocol'],
  [(one) => !isA(one, 'RPC') || has(one, 'rpc_version'), 'An RPC service has an rpc_version'],
  [(one) => !isA(one, 'RPC') || !isA(one, 'UNLISTED') || has(one, 'rpc_number'), 'An RPC service that is UNLISTED has an rpc_number'],
  [
    (one) => !isA(one, 'UNLISTED') || has(one, 'port') || one.types.some((type) => /^(?:RPC|TCPMUX)/.test(type)),
    'An UNLISTED service has a port',
  ],
  [(one) => !isA(one, 'INTERNAL') || answersItself(one), 'xinetd has no such service of its own for this socket_type'],
  [
    ({ flags, ...one }) => !flags.includes('NAMEINARGS') || one.types.includes('INTERNAL') || one.settings.has('server_args'),
    'With NAMEINARGS the name of the server is to stand in server_args',
  ],
  [(one) => !has(one, 'redirect') || firstOf(one.settings, 'wait')?.toLowerCase() !== 'yes', 'With redirect, wait must be no'],
  [(one) => !has(one, 'redirect') || one.protocol === 'tcp', 'Only TCP can be redirected'],
  [
    (one) => has(one, 'redirect') || one.traffic !== true,
    'TRAFFIC in log_on_success, its own or that of the defaults, goes with redirect alone',
  ],
  [(one) => isA(one, 'UNLISTED') || !one.types.some((type) => type.startsWith('TCPMUX')), 'A TCPMUX service is UNLISTED as well'],
];

/** What a service lacks. xinetd asks only once the block is read, and never where `disable` is yes. */
export function incomplete(service: Service): Problem[] {
  const { name, off, settings } = service;
  if (off === 'disable' || [...settings.values()].some(({ values }) => values.some(({ text }) => mayComeRight(text)))) return [];
  const lacking = needs.find(([isMet]) => !isMet(service));
  return lacking ? [{ rule: SYNTAX, span: name.span, message: `${lacking[1]}: xinetd does not offer ${name.text}.` }] : [];
}
