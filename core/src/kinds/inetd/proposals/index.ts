/** What may be written in an inetd.conf, in every place of an entry. */
import { usersFor } from '../../../knowledge/users.js';
import type { Context } from '../../../model/context.js';
import type { Document } from '../../../model/document.js';
import type { Proposal } from '../../../model/editing.js';
import { describeProtocol, SOCKETS, WAITS } from '../describe.js';
import { type Dialect, dialectsOf } from '../dialects.js';
import type { InetdLine } from '../model.js';
import { type Place, placeAt } from './place.js';
import { argumentProposals, serverProposals } from './programs.js';
import { serviceProposals, transportOf } from './services.js';

/** What goes with the service first: the list is short enough to show both. */
const ordered = <T>(items: readonly T[], isFirst: (item: T) => boolean): T[] => [
  ...items.filter(isFirst),
  ...items.filter((item) => !isFirst(item)),
];

function socketProposals({ word, before }: Place): Proposal[] {
  const transport = transportOf(before[0]?.text ?? '');
  return ordered(['stream', 'dgram'], (type) => (type === 'dgram') === (transport === 'udp')).map((label) => ({
    label,
    detail: label === 'stream' ? 'TCP' : 'UDP',
    about: SOCKETS[label] ?? '',
    span: word.span,
    role: 'socket',
  }));
}

const PROTOCOLS = ['tcp', 'udp', 'tcp4', 'udp4', 'tcp6', 'udp6', 'tcp46', 'udp46', 'unix'];

function protocolProposals({ word, before }: Place, dialects: readonly Dialect[]): Proposal[] {
  const socket = before[1]?.text;
  const goes = (label: string) => label === 'unix' || (socket === 'dgram') === label.startsWith('udp');
  const rpc = dialects.some((dialect) => dialect.rpc !== 'none') ? ['rpc/tcp', 'rpc/udp'] : [];
  const plain = PROTOCOLS.filter((label) => dialects.some(({ protocols }) => protocols.test(label)));
  const isPath = before[0]?.text.startsWith('/') === true;
  const fits = (label: string) => (isPath ? label === 'unix' : goes(label.replace('rpc/', '')));
  return ordered(
    [...plain, ...rpc].filter((label) => socket === undefined || fits(label)),
    (label) => !isPath || label === 'unix',
  ).map((label) => {
    const about = describeProtocol({ text: label, span: word.span, role: 'protocol' });
    return { label, detail: 'protocol', ...(about && { about }), span: word.span, role: 'protocol' };
  });
}

/** The usual number of starts a minute, or of programs at once. */
const LIMIT = 40;

function waitProposals({ word, before }: Place, dialects: readonly Dialect[]): Proposal[] {
  const isDgram = before[1]?.text === 'dgram';
  const mark = ['.', '/', ':'].find((one) => dialects.every(({ limits }) => limits.includes(one)));
  const limited = mark === undefined ? [] : [`nowait${mark}${LIMIT}`];
  return ordered(['nowait', ...limited, 'wait'], (label) => (label === 'wait') === isDgram).map((label) => ({
    label,
    detail: label.includes(String(LIMIT)) ? 'with a limit' : isDgram === (label === 'wait') ? 'usual here' : 'wait',
    about: WAITS[label] ?? `At most ${LIMIT} ${mark === '/' ? 'programs at once' : 'starts a minute'}.`,
    span: word.span,
    role: 'wait',
  }));
}

/** The users that other entries name, those of more entries first. */
function usersIn(lines: readonly InetdLine[]): string[] {
  const counts = new Map<string, number>();
  for (const { type, entry } of lines) if (type === 'entry' && entry) counts.set(entry.user.text, (counts.get(entry.user.text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([name]) => name);
}

const userProposals = ({ word }: Place, lines: readonly InetdLine[]): Proposal[] =>
  usersFor(usersIn(lines), word.text).map(({ name, about, isUsed }) => ({
    label: name,
    detail: isUsed ? 'user of other entries of this file' : 'user',
    ...(about && { about }),
    span: word.span,
    role: 'user',
  }));

export function proposals(line: InetdLine, offset: number, context: Context, { lines }: Document<InetdLine>): readonly Proposal[] {
  const place = placeAt(line, offset);
  if (place === undefined) return [];
  const dialects = dialectsOf(context.dialects);
  switch (place.index) {
    case 0:
      return serviceProposals(place, dialects, context.host.services);
    case 1:
      return socketProposals(place);
    case 2:
      return protocolProposals(place, dialects);
    case 3:
      return waitProposals(place, dialects);
    case 4:
      return userProposals(place, lines);
    case 5:
      return serverProposals(place, dialects, lines);
    default:
      return argumentProposals(place);
  }
}
