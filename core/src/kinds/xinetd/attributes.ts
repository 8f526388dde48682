/** The attributes of xinetd.conf: what each is for, how many values it takes, and where it may stand. As xinetd 2.3.15.3 of Debian took and refused them when run. */

import { isNear } from '../../knowledge/near.js';
import { bound, leftOut, listed, redirected } from './addresses.js';
import { type Attribute, YES_NO } from './attribute.js';
import { limits } from './limits.js';
import { logTypes, nextLogTypes } from './log-type.js';
import { numbers, orUnlimited, ports, versions } from './numbers.js';
import { accessTimes, failures, flags, oneOf, protocols, successes, types, variables } from './values.js';

const LOG = ['HOST', 'USERID'] as const;

const list: readonly Attribute[] = [
  { ...YES_NO, name: 'disable', about: 'yes turns the service off. Nothing behind it in the block is read then.' },
  { name: 'id', about: 'Tells this entry from others for the same service. The name of the service unless given.', role: 'id', count: 1 },
  {
    name: 'type',
    about:
      'INTERNAL: xinetd answers itself. UNLISTED: the service is not in /etc/services, so port says where. RPC: the port mapper tells the port. TCPMUX: clients ask for it by name on port 1.',
    role: 'flag',
    count: 'some',
    takes: types,
    values: ['INTERNAL', 'UNLISTED', 'RPC', 'TCPMUX', 'TCPMUXPLUS'],
  },
  {
    name: 'flags',
    about: 'How xinetd treats connections and the server, such as NAMEINARGS, IPv6, KEEPALIVE or SENSOR.',
    role: 'flag',
    count: 'some',
    takes: flags,
    values: [
      'NAMEINARGS',
      'IPv4',
      'IPv6',
      'NODELAY',
      'KEEPALIVE',
      'NOLIBWRAP',
      'NORETRY',
      'IDONLY',
      'INTERCEPT',
      'SENSOR',
      'LABELED',
      'REUSE',
    ],
  },
  {
    name: 'socket_type',
    about: 'How data comes: stream for TCP, dgram for UDP.',
    role: 'socket',
    count: 1,
    takes: oneOf('a socket type', ['stream', 'dgram', 'raw', 'seqpacket']),
    values: ['stream', 'dgram', 'raw', 'seqpacket'],
  },
  {
    name: 'protocol',
    about: 'The transport protocol, by its name in /etc/protocols. The one that the service usually has unless given.',
    role: 'protocol',
    count: 1,
    takes: protocols,
    values: ['tcp', 'udp'],
  },
  {
    ...YES_NO,
    name: 'wait',
    about: 'yes: one server at a time, which gets the socket itself; usual for dgram. no: a server for each connection; usual for stream.',
  },
  { name: 'user', about: 'The user that the server runs as. Must exist on the host.', role: 'user', count: 1 },
  { name: 'group', about: 'The group that the server runs as; that of its user unless given.', role: 'group', count: 1 },
  {
    name: 'instances',
    about: 'How many servers may run at once for this service.',
    role: 'limit',
    count: 1,
    place: 'both',
    takes: orUnlimited,
    values: ['UNLIMITED'],
  },
  { name: 'nice', about: 'Priority of the server: the higher, the more it yields to others.', role: 'limit', count: 1, takes: numbers },
  { name: 'server', about: 'The program that is started, by its full path and without arguments.', role: 'server', count: 1 },
  {
    name: 'server_args',
    about: 'Arguments of the server, without its own name unless flags has NAMEINARGS. Quotes are taken literally.',
    role: 'argument',
    count: 'some',
  },
  { name: 'libwrap', about: 'The name under which hosts.allow and hosts.deny are asked.', role: 'id', count: 1 },
  {
    name: 'only_from',
    about: 'The hosts that may connect: addresses, networks, names, .domains, with blanks between. Without a value nobody may.',
    role: 'address',
    count: 'any',
    set: true,
    place: 'both',
    takes: listed,
    drops: leftOut,
    values: ['127.0.0.1', '::1', 'localhost'],
  },
  {
    name: 'no_access',
    about: 'The hosts that may not connect. Where it and only_from both fit, the closer fit decides.',
    role: 'address',
    count: 'any',
    set: true,
    place: 'both',
    takes: listed,
    drops: leftOut,
  },
  {
    name: 'access_times',
    about: 'When connections are taken: hour:minute-hour:minute, with blanks between the intervals.',
    role: 'value',
    count: 'some',
    takes: accessTimes,
  },
  {
    name: 'log_type',
    about: 'Where the log goes: SYSLOG facility [level], or FILE path [soft limit [hard limit]].',
    role: 'value',
    count: 'some',
    place: 'both',
    onceInDefaults: true,
    takes: logTypes,
    next: nextLogTypes,
  },
  {
    name: 'log_on_success',
    about: 'What is logged when a server starts and ends.',
    role: 'flag',
    count: 'any',
    set: true,
    place: 'both',
    takes: successes,
    values: ['PID', ...LOG, 'EXIT', 'DURATION', 'TRAFFIC'],
  },
  {
    name: 'log_on_failure',
    about: 'What is logged when a connection is refused or no server can be started.',
    role: 'flag',
    count: 'any',
    set: true,
    place: 'both',
    takes: failures,
    values: [...LOG, 'ATTEMPT'],
  },
  {
    name: 'rpc_version',
    about: 'The version of an RPC service, or the lowest and the highest: 1-3.',
    role: 'limit',
    count: 1,
    takes: versions,
  },
  { name: 'rpc_number', about: 'The number of an RPC program that is not in /etc/rpc.', role: 'limit', count: 1, takes: numbers },
  {
    name: 'env',
    about: 'Variables for the server: NAME=value, with blanks between.',
    role: 'variable',
    count: 'any',
    set: true,
    takes: variables,
  },
  {
    name: 'passenv',
    about: 'Variables of xinetd itself that the server gets. Without a value it gets none.',
    role: 'variable',
    count: 'any',
    set: true,
    place: 'both',
  },
  {
    name: 'port',
    about: 'The port; needed for UNLISTED services. Of others it must be that of /etc/services.',
    role: 'port',
    count: 1,
    takes: ports,
  },
  {
    name: 'redirect',
    about: 'Hands TCP connections on to this address and port. No server is needed then.',
    role: 'address',
    count: 2,
    takes: redirected,
  },
  {
    name: 'bind',
    about: 'The one address of this host that the service listens on; all unless given.',
    role: 'address',
    count: 1,
    place: 'both',
    takes: bound,
    values: ['127.0.0.1', '::1'],
  },
  {
    name: 'interface',
    about: 'The same as bind.',
    role: 'address',
    count: 1,
    place: 'both',
    takes: bound,
    values: ['127.0.0.1', '::1'],
  },
  { name: 'banner', about: 'A file whose text every caller is shown.', role: 'path', count: 1, place: 'both' },
  { name: 'banner_success', about: 'A file whose text callers are shown that are let in.', role: 'path', count: 1, place: 'both' },
  { name: 'banner_fail', about: 'A file whose text callers are shown that are turned away.', role: 'path', count: 1, place: 'both' },
  ...limits,
  {
    name: 'enabled',
    about: 'The ids of the only services that are on; `disable = yes` still turns one of them off. Without a value none is.',
    role: 'id',
    count: 'any',
    set: true,
    place: 'defaults',
  },
  {
    name: 'disabled',
    about: 'The ids of services that are off whatever their entries say. With -= as with = and +=, names are added.',
    role: 'id',
    count: 'any',
    set: true,
    place: 'defaults',
  },
];

/** By name, in lower case: xinetd heeds no case. */
export const attributes: ReadonlyMap<string, Attribute> = new Map(list.map((attribute) => [attribute.name, attribute]));

/** Those that may stand in a service, or in the defaults. */
export const attributesIn = (defaults: boolean): readonly Attribute[] =>
  list.filter(({ place }) => place === 'both' || (place === 'defaults') === defaults);

/** The attribute that somebody meant who wrote `name` in such a block; undefined where none is called nearly so. */
export const attributeMeant = (name: string, defaults: boolean): string | undefined =>
  attributesIn(defaults).find((one) => isNear(name.replaceAll('-', '_'), one.name))?.name;
