/** What is wrong with a line that no inetd in question takes, and what it costs. */
import type { Problem } from '../../model/line.js';
import { type Dialect, dialectsOf, socketTypes } from './dialects.js';
import type { Shape } from './entry.js';
import { FIELDS, type Refusal, refusalOf } from './judge.js';
import type { InetdToken } from './model.js';

export const SYNTAX = 'inetd/syntax';

const list = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

/** The token at fault; undefined where the fault is that something is missing. */
function tokenAt({ tokens, entry }: Shape, refusal: Refusal): InetdToken | undefined {
  if (refusal === 'address') return tokens.find(({ role }) => role === 'address' || role === 'punctuation');
  if (entry === undefined || refusal === 'fields') return undefined;
  if (refusal === 'socket' || refusal === 'pair') return entry.socket;
  if (refusal === 'protocol' || refusal === 'rpc') return entry.protocol.token;
  if (refusal === 'version') return entry.versions ?? entry.service;
  return refusal === 'wait' ? entry.wait : entry.server;
}

function saidOf(shape: Shape, refusal: Refusal, said: string, dialect: Dialect): string {
  const missing = FIELDS.slice(shape.fields);
  switch (refusal) {
    case 'fields':
      return `An entry has six fields before its arguments; this line lacks the ${list(missing)}.`;
    case 'address':
      return `“${said}” stands before the service, but this inetd knows no addresses there.`;
    case 'socket':
      if (socketTypes.some((type) => type === said))
        return `Over ${said} sockets inetd offers nothing: nearly always the type is stream or dgram.`;
      return `“${said}” is no socket type: they are ${list(socketTypes)}, in lower case; nearly always it is stream or dgram.`;
    case 'protocol':
      return `“${said}” is no protocol that inetd offers services over: write tcp or udp, perhaps with 4 or 6 behind it, or unix.`;
    case 'rpc':
      return `“${said}”: this inetd offers no RPC services.`;
    case 'version':
      return 'An RPC service names its versions behind a slash, the lower first, as in rstatd/1-3.';
    case 'wait':
      return `“${said}” is neither wait nor nowait with a limit that this inetd knows.`;
    case 'pair':
      return `${said} does not go with this protocol: stream goes with TCP and dgram with UDP.`;
    case 'builtin':
      return `No such service is built in under this name and socket type: that is ${list(dialect.builtins.both)}. Name a server program instead.`;
  }
}

type Refused = readonly (readonly [Dialect, Refusal])[];

/** What becomes of the line: one sentence where all do the same, else one for each consequence. */
function costs(refused: Refused): string {
  const by = new Map<string, string[]>();
  for (const [dialect, refusal] of refused) {
    const cost = refusal === 'fields' ? (dialect.tooFew ?? dialect.refuses) : dialect.refuses;
    by.set(cost, [...(by.get(cost) ?? []), dialect.title]);
  }
  return [...by].map(([cost, titles]) => (by.size === 1 ? `Then ${cost}.` : `With ${list(titles)}, ${cost}.`)).join(' ');
}

/** The reason that most give, the first of them where several are even. That a daemon knows no addresses explains the line only to itself. */
function reasonOf(refused: Refused): readonly [Dialect, Refusal] | undefined {
  const alone = refused.every(([, refusal]) => refusal === 'address');
  const votes = (reason: Refusal) => (reason === 'address' && !alone ? 0 : refused.filter(([, refusal]) => refusal === reason).length);
  const most = Math.max(...refused.map(([, refusal]) => votes(refusal)));
  return refused.find(([, refusal]) => votes(refusal) === most);
}

/** The problems of a line for the dialects `ids`: one if all of them refuse it, else none. */
export function problemsOf(shape: Shape, ids: readonly string[]): readonly Problem[] {
  const refused: (readonly [Dialect, Refusal])[] = [];
  for (const dialect of dialectsOf(ids)) {
    const refusal = refusalOf(shape, dialect);
    if (refusal === undefined) return [];
    refused.push([dialect, refusal]);
  }
  const reason = reasonOf(refused);
  const start = shape.tokens[0]?.span.start;
  if (reason === undefined || start === undefined) return [];
  const [dialect, refusal] = reason;
  const at = tokenAt(shape, refusal);
  const span = at?.span ?? { start, end: shape.tokens.at(-1)?.span.end ?? start };
  return [{ rule: SYNTAX, span, message: `${saidOf(shape, refusal, short(at?.text ?? ''), dialect)} ${costs(refused)}` }];
}
