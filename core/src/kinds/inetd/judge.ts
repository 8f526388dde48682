/** Whether a daemon would take an entry, by its record. */
import { baseName } from '../../text/base-name.js';
import { isRefused } from './count.js';
import type { Dialect } from './dialects.js';
import { protocolRefusal, rpcRefusal } from './judge-protocol.js';
import { type InetdEntry, isInternal, type Shape } from './model.js';
import type { Refusal } from './refusal.js';

/** What stands behind `tcpmux/`, or the name itself. */
const muxed = (service: string): string => service.replace(/^tcpmux\/\+?/, '');

/** The name by which a service is looked for among those built in. */
const builtinName = ({ service, protocol }: InetdEntry, { tcpmux, paths }: Dialect['builtins']): string =>
  paths && protocol.base === 'unix' ? baseName(service.text) : tcpmux ? muxed(service.text) : service.text;

export function builtinRefusal(entry: InetdEntry, { builtins }: Dialect): Refusal | undefined {
  const { text: service } = entry.service;
  const { text: socket } = entry.socket;
  if (builtins.tcpmux && muxed(service) !== service && !(socket === 'stream' && entry.protocol.base === 'tcp')) return 'protocol';
  if (!isInternal(entry)) return undefined;
  const name = builtinName(entry, builtins);
  const usual = socket === 'stream' || socket === 'dgram';
  if (builtins.longest !== undefined && (name.length > builtins.longest || !usual)) return undefined;
  const known = usual && (builtins.both.includes(name) || (socket === 'stream' && builtins.stream.includes(name)));
  if (!known) return 'builtin';
  return builtins.checksWait && (entry.wait.text === 'wait') !== (socket === 'dgram') ? 'builtin-wait' : undefined;
}

const IPV4 = /^[\d.]+$/;

function addressRefusal(entry: InetdEntry, shape: Shape, dialect: Dialect): Refusal | undefined {
  if (!dialect.apart && shape.apart) return 'apart';
  if (!dialect.apart && shape.hosts?.length === 0) return 'nameless';
  if (dialect.brackets === 'kept' && shape.tokens.some(({ role, text }) => role === 'punctuation' && text === '[')) return 'brackets';
  if (!dialect.fitting || entry.protocol.base === 'unix') return undefined;
  const six = entry.protocol.family === '6';
  return entry.addresses.some((address) => (six ? IPV4.test(address) : address.includes(':'))) ? 'family' : undefined;
}

/** The mark behind which `dialect` reads the limit of the wait field. */
export const limitMark = (wait: string, { limits }: Dialect): string | undefined => [...limits].find((mark) => wait.includes(mark));

function waitRefusal({ wait = '' }: Shape, dialect: Dialect): Refusal | undefined {
  if (!dialect.wait.test(wait)) return 'wait';
  const mark = limitMark(wait, dialect);
  return mark === undefined || !isRefused(wait.slice(wait.indexOf(mark) + 1), dialect.limit) ? undefined : 'limit';
}

/** Why `dialect` refuses the line, or logs an error over it; undefined when it takes it without a word. */
export function refusalOf(shape: Shape, dialect: Dialect): Refusal | undefined {
  if (shape.hosts && !dialect.hosts) return shape.entry ? 'address' : 'fields';
  if (shape.fields === 0) return undefined;
  const { entry } = shape;
  if (entry === undefined) return 'fields';
  return (
    addressRefusal(entry, shape, dialect) ??
    (entry.protocol.rpc ? rpcRefusal(entry, dialect) : undefined) ??
    protocolRefusal(entry, shape, dialect) ??
    waitRefusal(shape, dialect) ??
    builtinRefusal(entry, dialect) ??
    (dialect.most?.beyond === 'refused' && entry.args.length > dialect.most.words ? 'arguments' : undefined)
  );
}
