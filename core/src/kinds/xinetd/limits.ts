/** The attributes that limit servers and their use of the host. */
import { type Attribute, YES_NO } from './attribute.js';
import { loads, memory, minutesOrWord, octal, orUnlimited, rates, seconds } from './numbers.js';

export const limits: readonly Attribute[] = [
  {
    name: 'per_source',
    about: 'How many servers may run at once for one address.',
    role: 'limit',
    count: 1,
    place: 'both',
    takes: orUnlimited,
    values: ['UNLIMITED'],
  },
  {
    name: 'cps',
    about: 'Connections a second, and for how many seconds the service rests once more come.',
    role: 'limit',
    count: 2,
    place: 'both',
    takes: rates,
  },
  {
    name: 'max_load',
    about: 'The load of the host from which on no connection is taken.',
    role: 'limit',
    count: 1,
    place: 'both',
    takes: loads,
  },
  { ...YES_NO, name: 'groups', about: 'yes: the server gets all groups of its user.', place: 'both' },
  { ...YES_NO, name: 'v6only', about: 'yes: an IPv6 socket takes no IPv4 connections.', place: 'both' },
  { name: 'mdns', about: 'Whether the service is announced by mDNS. Known on macOS alone.', role: 'switch', count: 1, place: 'both' },
  {
    name: 'umask',
    about: 'Permission bits that files of the server do not get, in octal.',
    role: 'limit',
    count: 1,
    place: 'both',
    takes: octal,
  },
  ...(['as', 'data', 'rss', 'stack'] as const).map(
    (what): Attribute => ({
      name: `rlimit_${what}`,
      about: `The most memory that the server may have (${what}), in bytes, or with K or M behind the number.`,
      role: 'limit',
      count: 1,
      takes: memory,
      values: ['UNLIMITED'],
    }),
  ),
  {
    name: 'rlimit_files',
    about: 'The most files that the server may have open.',
    role: 'limit',
    count: 1,
    takes: memory,
    values: ['UNLIMITED'],
  },
  {
    name: 'rlimit_cpu',
    about: 'The most seconds of processor time that the server may use.',
    role: 'limit',
    count: 1,
    takes: seconds,
    values: ['UNLIMITED'],
  },
  {
    name: 'deny_time',
    about: 'For how many minutes an address is shut out of all services that touched one with the flag SENSOR.',
    role: 'limit',
    count: 1,
    takes: minutesOrWord,
    values: ['FOREVER', 'NEVER'],
  },
];
