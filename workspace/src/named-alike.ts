/** Hosts whose files lie in one folder, each with the host's name before or behind its own: `web1-chkconfig.txt`, `inetd.conf.db1`. */
import { bareName, isNamed } from '../../core/src/index.js';
import { baseName, join, parentOf } from './paths.js';

/** A file whose name says of which host it is. */
interface Named {
  readonly path: string;
  /** The name of the host. */
  readonly label: string;
  /** What the file would be called without it. */
  readonly rest: string;
}

const DOMAIN =
  /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+(?!in$)(?:com|net|org|edu|gov|info|io|lan|local|localdomain|internal|intranet|corp|home|example|test|invalid|[a-z]{2})$/;
const ADDRESS = /^(?:\d{1,3}\.){3}\d{1,3}$/;
/** Words and numbers, of which the last is one: `web1`, `db-prod-02`. */
const NUMBERED = /^[a-z][a-z\d]*(?:[-_][a-z\d]+)*$/;
const ENVIRONMENT = /^(?:prod(?:uction)?|stag(?:e|ing)|preprod|uat|live)$/;

/** Crontabs are of people as well, of whom one host has many. */
const CRONTAB = /cron/i;

/** What numbers stand behind where they tell no hosts apart: parts, copies and versions of a file, runlevels, protocols, people and their jobs. */
const NUMBERS_OTHERS = new Set(
  (
    'rc level runlevel part page piece chunk section sheet split v ver version rev r release copy bak backup old orig new save tmp draft try step run ' +
    'list units unit file files conf inetd xinetd inittab crontab crontabs cron chkconfig pop imap smb nfs ipv http ssl tls udp tcp user job jobs task'
  ).split(' '),
);

/** Names that hosts are numbered by, and nobody who has a crontab. */
const MACHINE = /^(?:web|www|db|mail|mx|smtp|ns|dns|srv|server|host|node|vm|lb|fw|gw|router|bastion|sql|ldap|nas)$/;

/** What stands without a number before a picture of a whole host, and does not say which part of it was asked for. */
const ROLE = /^(?:web|www|db|app|srv|server|host|node|vm|lb|proxy|fw|gw|router|bastion)$/;
const PICTURE = /\.(?:txt|list|lst|out)$/;

const stemsOf = (label: string): readonly string[] => label.split(/[-_]/).map((word) => word.replace(/\d+$/, ''));

const isNumbered = (label: string): boolean =>
  /[a-z][-_]?\d{1,4}$/.test(label) &&
  NUMBERED.test(label) &&
  stemsOf(label).every((stem) => stem.length !== 1 && !NUMBERS_OTHERS.has(stem));

/** True for what is the name of a host, before or behind `rest`, that of a file that each host has once. */
const isHostName = (label: string, rest: string): boolean =>
  isNumbered(label) ||
  ENVIRONMENT.test(label) ||
  ADDRESS.test(label) ||
  DOMAIN.test(label) ||
  (ROLE.test(label) && PICTURE.test(rest) && !CRONTAB.test(rest));

/** Every way to take `name` apart into what may name a host and a name without it. */
function* ways(name: string): Iterable<Omit<Named, 'path'>> {
  const bare = bareName(name).replace(PICTURE, '');
  const ending = name.slice(bare.length);
  for (const { index } of name.matchAll(/[-_.]/g)) {
    yield { label: name.slice(0, index), rest: name.slice(index + 1) };
    if (index < bare.length) yield { label: bare.slice(index + 1), rest: name.slice(0, index) + ending };
  }
}

/** True for the name of a machine, with its domain or without: no person is called so, and no site. */
function isMachine(label: string): boolean {
  const [name = ''] = label.split('.');
  return ENVIRONMENT.test(label) || ADDRESS.test(label) || (isNumbered(name) && MACHINE.test(stemsOf(name)[0] ?? ''));
}

/** True where the names of all crontabs in a folder are surely those of hosts: of two sorts or more, since people may be numbered, or with dots. */
function tellHosts(labels: readonly (string | undefined)[]): boolean {
  const sorts = labels.map((label = '') => (label.includes('.') ? label : stemsOf(label)[0]));
  return labels.every((label) => label !== undefined && isMachine(label)) && new Set(sorts).size > 1;
}

/** What the names of the files of one folder say. Names ask the same of each other over and over. */
class Reader {
  private readonly known = new Map<string, boolean>();
  private readonly named = new Map<string, Named | undefined>();

  /** With the shortest name that is left of the file; undefined where its name tells of no host. */
  read(path: string): Named | undefined {
    if (!this.named.has(path)) this.named.set(path, this.look(path));
    return this.named.get(path);
  }

  private look(path: string): Named | undefined {
    let found: Named | undefined;
    for (const { label, rest } of ways(baseName(path).toLowerCase()))
      if (isHostName(label, rest) && (found === undefined || rest.length < found.rest.length) && this.isOurs(rest))
        found = { path, label, rest };
    return found;
  }

  private isOurs(rest: string): boolean {
    let known = this.known.get(rest);
    if (known === undefined) this.known.set(rest, (known = isNamed({ path: rest })));
    return known;
  }
}

/** The hosts that the names in one folder surely tell apart; none where they do not tell of two. */
function hostsAmong(paths: readonly string[], found: readonly Named[]): ReadonlySet<string> {
  const byRest = new Map<string, Set<string>>();
  for (const one of found) if (!CRONTAB.test(one.rest)) byRest.set(one.rest, (byRest.get(one.rest) ?? new Set()).add(one.label));
  // No host has two of what each has once.
  const hosts = new Set([...byRest.values()].flatMap((labels) => (labels.size > 1 ? [...labels] : [])));
  const crontabs = new Map(paths.filter((path) => CRONTAB.test(baseName(path))).map((path) => [path, undefined as string | undefined]));
  for (const one of found) if (CRONTAB.test(one.rest)) crontabs.set(one.path, one.label);
  if (crontabs.size > 1 && tellHosts([...crontabs.values()])) for (const label of crontabs.values()) if (label) hosts.add(label);
  return hosts;
}

/**
 * From a path to the folder that its host would begin at if its files had one of their own, where the names of `paths` tell of one: no host has two files that each
 * has once. Where they do not tell surely, undefined: `root.crontab` and `ann.crontab` are of two people, `rc3.d.txt` and `rc5.d.txt` of two runlevels.
 */
export function hostsNamedAlike(paths: readonly string[]): (path: string) => string | undefined {
  const byFolder = new Map<string, string[]>();
  for (const path of paths) {
    const folder = parentOf(path) ?? '';
    const beside = byFolder.get(folder);
    if (beside === undefined) byFolder.set(folder, [path]);
    else beside.push(path);
  }
  const reader = new Reader();
  const hostsIn = new Map<string, ReadonlySet<string>>();
  for (const [folder, beside] of byFolder) {
    const hosts =
      beside.length < 2
        ? undefined
        : hostsAmong(
            beside,
            beside.flatMap((path) => reader.read(path) ?? []),
          );
    if (hosts && hosts.size > 0) hostsIn.set(folder, hosts);
  }
  return (path) => {
    const folder = parentOf(path) ?? '';
    const hosts = hostsIn.get(folder);
    const named = hosts && reader.read(path);
    if (named === undefined) return undefined;
    return hosts?.has(named.label) || !CRONTAB.test(named.rest) ? join(folder, named.label) : undefined;
  };
}
