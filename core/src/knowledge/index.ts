/** Lookups in the knowledge base. Each name matches only in its own place. */
import { bootScripts } from './daemons/boot.js';
import { loggers } from './daemons/logging.js';
import { mailDaemons } from './daemons/mail.js';
import { monitors } from './daemons/monitoring.js';
import { printers } from './daemons/printing.js';
import { protectors } from './daemons/protection.js';
import { rpcDaemons } from './daemons/rpc.js';
import { schedulers } from './daemons/scheduling.js';
import { servers } from './daemons/serving.js';
import type { Aliases, Fact } from './fact.js';
import { baseName, isSystemProgram } from './places.js';
import { administrationServices } from './services/administration.js';
import { encryptedServices } from './services/encrypted.js';
import { fileServices } from './services/files.js';
import { mailServices } from './services/mail.js';
import { messageServices } from './services/messages.js';
import { remoteLogins } from './services/remote-login.js';
import { rpcServices } from './services/rpc.js';
import { smallServers } from './services/small-servers.js';

export const facts: readonly Fact[] = [
  ...bootScripts,
  ...rpcDaemons,
  ...loggers,
  ...schedulers,
  ...mailDaemons,
  ...monitors,
  ...servers,
  ...printers,
  ...protectors,
  ...remoteLogins,
  ...smallServers,
  ...fileServices,
  ...rpcServices,
  ...mailServices,
  ...messageServices,
  ...administrationServices,
  ...encryptedServices,
];

/** Made when first asked for: a call that reads one small file asks for few. */
type Index = () => ReadonlyMap<string, readonly Fact[]>;

function indexed(namesOf: (fact: Fact) => readonly (string | number)[]): ReadonlyMap<string, readonly Fact[]> {
  const found = new Map<string, Fact[]>();
  for (const fact of facts)
    for (const name of new Set(namesOf(fact).map(String))) {
      const others = found.get(name);
      if (others === undefined) found.set(name, [fact]);
      else others.push(fact);
    }
  return found;
}

/** From each name that `namesOf` gives a fact to the facts that bear it, in the order of {@link facts}. */
function indexOf(namesOf: (fact: Fact) => readonly (string | number)[]): Index {
  let index: ReturnType<Index> | undefined;
  return () => (index ??= indexed(namesOf));
}

const ids = indexOf(({ id }) => [id]);
const services = indexOf(({ aliases }) => aliases.services ?? []);
const rpc = indexOf(({ aliases }) => aliases.rpc ?? []);
const programs = indexOf(({ aliases }) => aliases.programs ?? []);
const commands = indexOf(({ aliases }) => aliases.commands ?? []);
const scripts = indexOf(({ aliases }) => aliases.scripts ?? []);
const rcNames = {
  openrc: indexOf(({ names }) => names?.openrc ?? []),
  openbsd: indexOf(({ names }) => names?.openbsd ?? []),
  freebsd: indexOf(({ names }) => names?.freebsd?.services ?? []),
};
const settings = indexOf(({ names }) => (names?.freebsd?.off ?? []).map((setting) => setting.split('=', 1)[0] ?? ''));
const units = indexOf(({ aliases }) => aliases.units ?? []);

const places: readonly (keyof Aliases)[] = ['scripts', 'units', 'programs', 'commands', 'services', 'rpc'];
const names = indexOf((fact) =>
  [fact.id, fact.name, ...places.flatMap((place) => fact.aliases[place] ?? [])].map((name) => String(name).toLowerCase()),
);

let called: RegExp | undefined;

/** Every name by which a command line may call something known, with what may stand around it: `S50` before, `.service` behind. */
function calledNames(): RegExp {
  if (called === undefined) {
    const names = new Set([programs, commands, scripts, units].flatMap((index) => [...index().keys()]));
    const alternatives = [...names].map((name) => name.replace(/[^\w-]/g, '\\$&')).join('|');
    called = new RegExp(`(?<![\\w.+@-])(?:S\\d\\d)?(?:${alternatives})(?:\\.service)?(?![\\w.+@-])`, 'g');
  }
  return called;
}

/**
 * Offset of the first word of `text`, from `start` on, that names a program, script or unit that is known, or -1: a quick look before a thorough
 * one. It finds too much rather than too little.
 */
export function knownNameAt(text: string, start: number): number {
  const names = calledNames();
  names.lastIndex = start;
  return names.exec(text)?.index ?? -1;
}

const first = (index: Index, name: string): Fact | undefined => index().get(name)?.[0];
const withoutSuffix = (unit: string): string => unit.replace(/\.service$/, '');

export const factById = (id: string): Fact | undefined => first(ids, id);

/**
 * By inetd service name or port number as written in inetd.conf or xinetd.d.
 * `protocol`, such as `udp` or `tcp6`, tells services apart that share a port number; without it the one of TCP is meant.
 */
export function factByService(name: string, protocol?: string): Fact | undefined {
  const found = services().get(name);
  if (found === undefined || !/^\d+$/.test(name)) return found?.[0];
  const on = (transport: string) =>
    found.find(({ ports }) => ports?.some((port) => port.number === Number(name) && port.protocol === transport));
  return protocol === undefined ? (on('tcp') ?? on('udp')) : on(protocol.slice(0, 3));
}

/** By RPC program name or number, without the version. */
export const factByRpc = (name: string): Fact | undefined => first(rpc, name);

const ofSystem = (index: Index, path: string): Fact | undefined => (isSystemProgram(path) ? first(index, baseName(path)) : undefined);

/** By the name of a program, or its path where the system keeps programs. {@link Fact.daemonArguments} may still say that it starts no daemon. */
export const factByProgram = (path: string): Fact | undefined => ofSystem(programs, path);

type Words = readonly { readonly text: string }[];

/** What `fact` is when it is started with `args`. */
export function variantOf(fact: Fact | undefined, args: Words): Fact | undefined {
  const { option, values, id } = fact?.variant ?? {};
  if (option === undefined || id === undefined) return fact;
  const isIt = args.some(
    ({ text }, at) => values?.includes(text === option ? (args[at + 1]?.text ?? '') : text.slice(option.length)) && text.startsWith(option),
  );
  return isIt ? factById(id) : fact;
}

/** What is known of a program that is started with `args`, by its name or path; undefined where they make it no daemon. */
export function factStarted(program: string, args: Words): Fact | undefined {
  const known = factByProgram(program);
  const needed = known?.daemonArguments;
  const isDaemon = needed === undefined || args.some(({ text }) => needed.some((start) => text.startsWith(start)));
  return isDaemon ? variantOf(known, args) : undefined;
}

/** By an ordinary command that uses the daemon, or is it with the right arguments; or by its path where the system keeps programs. */
export const factByCommand = (path: string): Fact | undefined => ofSystem(commands, path);

/** By a variable of FreeBSD's rc.conf: `inetd_enable`. */
export const factBySetting = (variable: string): Fact | undefined => first(settings, variable);

/** By the name of an rc script of OpenRC, OpenBSD or FreeBSD, where it differs from that of other systems. */
export const factByRcName = (system: keyof typeof rcNames, name: string): Fact | undefined => first(rcNames[system], name);

/** By the name of an rc script or a chkconfig row. */
export const factByScript = (name: string): Fact | undefined => first(scripts, name);

/** By a systemd unit, with or without `.service`. */
export const factByUnit = (name: string): Fact | undefined => first(units, withoutSuffix(name));

/** Every name that a person may call a daemon or service by, in lower case. */
export const factNames = (): Iterable<string> => names().keys();

/** All facts that a person may mean by `name`, in any case: ids, names and aliases of every type, and their `same` ones. */
export function factsNamed(name: string): readonly Fact[] {
  const meant = names().get(withoutSuffix(baseName(name)).toLowerCase()) ?? [];
  return [...new Set(meant.flatMap((fact) => [fact, ...(fact.same ?? []).flatMap((id) => factById(id) ?? [])]))];
}
