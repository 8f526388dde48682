/** What an entry makes inetd start. */
import type { Fact } from '../../knowledge/fact.js';
import { factByRpc, factByService, factStarted, variantOf } from '../../knowledge/index.js';
import type { Launch } from '../../model/line.js';
import type { Mutable } from '../../model/mutable.js';
import { type InetdEntry, isInternal } from './model.js';

const LOOPBACK = /^(?:127(?:\.\d{1,3}){1,3}|::1|localhost)$/i;

/** True when nobody outside this host can reach it. */
const isLocal = ({ protocol, addresses }: InetdEntry): boolean =>
  protocol.base === 'unix' || (addresses.length > 0 && addresses.every((address) => LOOPBACK.test(address)));

/** What is known of the service that the entry offers, by its name or number alone. */
export function knownService({ service, number, protocol }: InetdEntry): Fact | undefined {
  if (number) return factByRpc(number.text) ?? factByRpc(service.text);
  return protocol.rpc ? factByRpc(service.text) : factByService(service.text, protocol.base);
}

/** What is known of the program that really runs; nothing where its arguments make it no server. */
function knownProgram(entry: InetdEntry): Fact | undefined {
  return isInternal(entry) ? undefined : factStarted(entry.program.text, entry.args);
}

export function launchOf(entry: InetdEntry, state: 'on' | 'commented'): Launch {
  const fact = (variantOf(knownService(entry), entry.args) ?? knownProgram(entry))?.id;
  const when = { type: 'socket', protocol: entry.protocol.base, loopback: isLocal(entry) } as const;
  const launch: Mutable<Launch> = {
    subject: entry.service,
    user: entry.user,
    state,
    when: entry.protocol.rpc ? { ...when, rpc: true } : when,
  };
  if (!isInternal(entry)) launch.program = entry.program;
  if (fact !== undefined) launch.fact = fact;
  return launch;
}
