/** What a line of inetd.conf holds beyond its tokens. */
import type { Line, Token } from '../../model/line.js';
import type { Word } from '../../text/words.js';
import type { Judged } from './dispute.js';

export type InetdRole =
  | 'address'
  | 'owner'
  | 'service'
  | 'version'
  | 'number'
  | 'socket'
  | 'protocol'
  | 'option'
  | 'wait'
  | 'limit'
  | 'user'
  | 'group'
  | 'class'
  | 'server'
  | 'argument'
  | 'directive'
  | 'punctuation'
  | 'continuation'
  | 'mark'
  | 'comment';

export type InetdToken = Token<InetdRole>;

/** The protocol field, taken apart. */
export interface Protocol {
  readonly token: InetdToken;
  readonly base: 'tcp' | 'udp' | 'unix' | 'other';
  /** The digits behind the name: '' leaves the address family to the daemon. */
  readonly family: '' | '4' | '6' | '46';
  /** True for `rpc/udp` and its like. */
  readonly rpc: boolean;
}

/** An entry with all six fields; the arguments may be missing. */
export interface InetdEntry {
  /** Addresses written before the service; empty where there are none. */
  readonly hosts: readonly InetdToken[];
  /** Addresses that it listens on, its own or those of the default line in force; empty for all. */
  readonly addresses: readonly string[];
  readonly service: InetdToken;
  /** Of an RPC service that is not called after its program: `100008`, as HP-UX and AIX write it among the arguments. */
  readonly number?: InetdToken;
  /** Of an RPC service: `1-3`. */
  readonly versions?: InetdToken;
  readonly socket: InetdToken;
  readonly protocol: Protocol;
  readonly wait: InetdToken;
  /** Behind the wait word, in the order written: starts a minute, or FreeBSD's three limits. */
  readonly limits: readonly InetdToken[];
  readonly user: InetdToken;
  readonly group?: InetdToken;
  readonly server: InetdToken;
  readonly args: readonly InetdToken[];
  /** The program that does the work: what tcpd starts, the applet of BusyBox, else the server. */
  readonly program: InetdToken;
}

/** What the words of a line are, whether or not all fields are there. */
export interface Shape {
  readonly tokens: readonly InetdToken[];
  /** How many of service, socket type, protocol, wait, user, server and arguments there are; 0 for a line with addresses alone. */
  readonly fields: number;
  /** The addresses before the service; undefined where no colon stands there. */
  readonly hosts?: readonly InetdToken[];
  /** True where blanks stand between the addresses and the service. */
  readonly apart?: true;
  /** True where anything stands before the service in its word, or blanks before it: addresses, or FreeBSD's owner of a unix socket. */
  readonly prefixed?: true;
  /** The protocol and the wait field as they are written. */
  readonly protocol?: string;
  readonly wait?: string;
  /** With all six fields. */
  readonly entry?: InetdEntry;
}

export interface InetdLine extends Line {
  readonly tokens: readonly InetdToken[];
  /** Of an entry or a commented-out one, and of a broken line with all six fields. */
  readonly entry?: InetdEntry;
  /** True where a dialect in question reads the line otherwise than the others, or not at all. */
  readonly disputed?: true;
  /** Of an entry that all dialects cut into the same words. */
  readonly shape?: Shape;
  /** Of an entry: what the dialects in question make of it. */
  readonly judged?: Judged;
}

/** True when the daemon answers by itself and starts no program. */
export const isInternal = ({ server }: Pick<InetdEntry, 'server'>): boolean => server.text === 'internal';

/** True where a field before the user is left out: the path of the server stands in its place. */
export const isShifted = ({ user }: InetdEntry): boolean => user.text.startsWith('/');

/** The whole word of `text` that `token` begins: a dot in the path of a server reads like one before a group. */
export function wordAt(text: string, { span }: Pick<InetdToken, 'span'>): Word {
  const end = /\s|$/.exec(text.slice(span.start))?.index ?? 0;
  return { text: text.slice(span.start, span.start + end), span: { start: span.start, end: span.start + end } };
}
