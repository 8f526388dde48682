/** A line of inetd.conf for programs: what `daemonlint parse` prints. */
import type { LineRecord, RecordOptions } from '../../model/kind.js';
import { dialects } from './dialects.js';
import { type InetdEntry, type InetdLine, type InetdRole, isInternal } from './model.js';
import { FIELDS } from './refusal.js';

const textOf = (line: InetdLine, role: InetdRole): string | null => line.tokens.find((token) => token.role === role)?.text ?? null;

const texts = (line: InetdLine, role: InetdRole): string[] => line.tokens.filter((token) => token.role === role).map(({ text }) => text);

function entryRecord(line: InetdLine, entry: InetdEntry) {
  return {
    addresses: entry.addresses,
    owner: textOf(line, 'owner'),
    service: entry.service.text,
    number: entry.number?.text ?? null,
    versions: entry.versions?.text ?? null,
    socket: entry.socket.text,
    protocol: entry.protocol.token.text,
    transport: entry.protocol.base,
    family: entry.protocol.family,
    rpc: entry.protocol.rpc,
    options: texts(line, 'option'),
    wait: entry.wait.text,
    limits: entry.limits.map(({ text }) => text),
    user: entry.user.text,
    group: entry.group?.text ?? null,
    class: textOf(line, 'class'),
    server: entry.server.text,
    arguments: entry.args.map(({ text }) => text),
    program: entry.program.text,
    internal: isInternal(entry),
    fact: line.launches[0]?.fact ?? null,
  };
}

/** The roles of the fields that every entry has, in their order. */
const NEEDED = ['service', 'socket', 'protocol', 'wait', 'user', 'server'] as const satisfies readonly InetdRole[];

/** Which field is at fault: the first that is missing, or the one that the problem points at. */
function fieldOf(line: InetdLine, start: number): string {
  const missing = NEEDED.find((role) => textOf(line, role) === null);
  if (missing) return missing;
  const role = line.tokens.find(({ span }) => span.start === start)?.role ?? 'service';
  return role === 'punctuation' ? 'address' : role;
}

function brokenRecord(line: InetdLine, dialect: string, text: string): LineRecord {
  const [problem] = line.problems;
  const short = NEEDED.some((role) => textOf(line, role) === null);
  const row = dialects.find(({ id }) => id === dialect);
  const exits = short && row?.exits === true;
  const consequence = (short ? row?.tooFew : undefined) ?? row?.refuses ?? null;
  const reason = problem?.message ?? `an entry has ${FIELDS.length} fields`;
  return { type: 'rejected', field: fieldOf(line, problem?.span.start ?? 0), reason, costs: exits ? 'file' : 'line', consequence, text };
}

/** Default addresses, or what NetBSD adds: a directive, or an entry of its second syntax. */
function settingRecord(line: InetdLine): LineRecord {
  const [first, ...others] = line.tokens.filter(({ role }) => role === 'directive' || role === 'argument');
  if (first) return { type: 'assignment', name: first.text, value: others.map(({ text }) => text).join(' ') };
  const addresses = texts(line, 'address');
  return { type: 'assignment', name: 'address', value: addresses.join() };
}

/** What the dialect makes of the line, which was read for it alone. */
export function record(line: InetdLine, { dialect }: RecordOptions): LineRecord {
  const text = line.text.replace(/\n$/, '');
  switch (line.type) {
    case 'entry':
      return line.entry ? { type: 'entry', ...entryRecord(line, line.entry) } : { type: 'blank' };
    case 'broken':
      return brokenRecord(line, dialect, text);
    case 'setting':
      return settingRecord(line);
    case 'blank':
      return { type: 'blank' };
    default:
      return { type: 'comment', text, ...(line.entry && { disabled: entryRecord(line, line.entry) }) };
  }
}
