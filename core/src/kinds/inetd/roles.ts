/** What each word of an inetd.conf means: the one table that hover, completion and semantic tokens read. */
import type { Role } from '../../model/kind.js';
import {
  describeAddress,
  describeArgument,
  describeLimit,
  describeNumber,
  describeProtocol,
  describeServer,
  describeService,
  describeSocket,
  describeUser,
  describeVersion,
  describeWait,
} from './describe.js';
import { socketTypes } from './dialects.js';
import type { InetdRole } from './model.js';

export const roles = {
  address: {
    title: 'Address',
    tokenType: 'string',
    about:
      'Where the service listens: addresses or host names before the service, with commas between and a colon behind. Alone on a line they hold for all that follows.',
    values: ['*', '127.0.0.1', '[::1]', 'localhost'],
    describe: describeAddress,
  },
  owner: { title: 'Socket owner', tokenType: 'string', about: 'FreeBSD: user, group and mode of a unix socket, before its path.' },
  service: {
    title: 'Service',
    tokenType: 'function',
    about: 'What is offered: a name from /etc/services, a port number, an RPC name with its versions, or the path of a unix socket.',
    describe: describeService,
  },
  version: { title: 'RPC versions', tokenType: 'number', about: 'One version, or the lowest and the highest.', describe: describeVersion },
  number: {
    title: 'RPC program',
    tokenType: 'number',
    about: 'HP-UX and AIX: the number of the RPC program, which the port mapper announces.',
    describe: describeNumber,
  },
  socket: {
    title: 'Socket type',
    tokenType: 'enumMember',
    about: 'How data comes: stream for TCP, dgram for UDP.',
    values: socketTypes,
    describe: describeSocket,
  },
  protocol: {
    title: 'Protocol',
    tokenType: 'type',
    about: 'The transport protocol, perhaps with an address family; `rpc/` before it for RPC services.',
    values: ['tcp', 'udp', 'tcp4', 'tcp6', 'udp4', 'udp6', 'tcp46', 'udp46', 'unix', 'rpc/tcp', 'rpc/udp'],
    describe: describeProtocol,
  },
  option: {
    title: 'Buffer size',
    tokenType: 'parameter',
    about: 'Size of the socket buffer in bytes, or with k or m behind it: openbsd-inetd and NetBSD.',
    values: ['sndbuf=64k', 'rcvbuf=64k'],
  },
  wait: {
    title: 'Wait',
    tokenType: 'keyword',
    about: 'Whether inetd waits for the program to end before it listens again.',
    values: ['nowait', 'wait'],
    describe: describeWait,
  },
  limit: {
    title: 'Limit',
    tokenType: 'number',
    about: 'How often, or how many at once, the program may be started.',
    describe: describeLimit,
  },
  user: { title: 'User', tokenType: 'variable', about: 'Who the program runs as.', values: ['root', 'nobody'], describe: describeUser },
  group: { title: 'Group', tokenType: 'variable', about: "The group it runs with, instead of the user's own." },
  class: { title: 'Login class', tokenType: 'variable', about: 'FreeBSD: the login class whose limits hold for it.' },
  server: {
    title: 'Server',
    tokenType: 'function',
    about: 'The program to start, with its full path, or `internal`.',
    values: ['internal', '/usr/sbin/tcpd'],
    describe: describeServer,
  },
  argument: {
    title: 'Argument',
    tokenType: 'parameter',
    about: 'A word for the program. The first is its own name; quotes are taken literally by most inetds, and a # begins no comment here.',
    describe: describeArgument,
  },
  directive: { title: 'Directive', tokenType: 'keyword', about: 'Syntax of NetBSD, which daemonlint passes over.' },
  punctuation: { title: 'Separator', tokenType: 'operator', about: 'Keeps the parts of a field apart.' },
  continuation: { title: 'Continuation', tokenType: 'operator', about: 'The entry goes on in the next line.' },
  mark: { title: 'Comment mark', tokenType: 'comment', about: 'Keeps inetd from reading this line.' },
  comment: { title: 'Comment', tokenType: 'comment', about: 'Not read by inetd.' },
} as const satisfies Record<InetdRole, Role>;
