/** The texts of hosts: read from folders, put together by the host that they belong to, judged with it in view. */
import {
  type Audience,
  type Choice,
  defaultSettings,
  type Host,
  isReadAt,
  lint,
  type Reading,
  type Settings,
  settledFiles,
  type Wish,
  withZone,
} from '../../core/src/index.js';
import { settingsOf } from './config.js';
import { discover, type Found } from './discover.js';
import type { Files, Problem } from './files.js';
import { hostOf, rootFinder } from './host.js';
import { isEmptyListing } from './links.js';
import { parentOf, relativeTo } from './paths.js';
import { pieces } from './pieces.js';
import { type Project, type ProjectOf, projectFinder, rootNamedBy, type Settled, wishOf } from './project.js';
import { hostsSideBySide } from './side-by-side.js';
import { choiceOf, readSource, type Source } from './source.js';
import { toldOf, topicsFor } from './told.js';

/** A text that has a part in a host. */
export interface Member {
  readonly source: Source;
  readonly choice: Choice;
  readonly project: Project;
  /** The folder that its host begins at, unless something tells otherwise. */
  readonly folder: string;
  /** The one that its neighbours tell of; absent where they tell of none. */
  readonly beside?: string | undefined;
}

export interface ReadHost<M extends Member = Member> {
  readonly host: Host;
  /** In the order that they were given in. */
  readonly members: readonly M[];
}

/** True where files of the host lie beside its root, as those of several do that are told apart by their names: no folder holds all of it. */
export const hasFilesBeside = ({ host, members }: ReadHost): boolean =>
  members.some(({ source }) => relativeTo(host.root, source.path) === undefined);

/** What tells the host of a file. */
export interface Placed extends Pick<Member, 'project' | 'folder' | 'beside'> {
  readonly source: Pick<Source, 'path'>;
}

/** Where a host begins, as far as the place of a file tells. */
export type Home = Pick<Member, 'folder' | 'beside'>;

/** Where a system has its configuration, and no other file of a name that a daemon would read. */
const SYSTEM = /(?:^|\/)(?:etc|var)\/(?:[^/]+\/)*[^/.]+$/;

/** What is wrong with a script that lies where a daemon reads whatever is there; undefined for what is none, or lies elsewhere. */
export const strayScript = ({ path, text }: Source): string | undefined =>
  text.startsWith('#!') && SYSTEM.test(path) && isReadAt(path)
    ? 'is a script, and the daemon that reads this place takes its lines for entries: put it elsewhere, and have an entry run it'
    : undefined;

/** Reads what was found below the folder of `home`. Undefined for what is of no kind, or no text at all, which a scan has no reason to mention. */
export async function readMember(
  files: Files,
  { folder, beside }: Home,
  found: Found,
  projectOf: ProjectOf,
  dialect?: string,
): Promise<Member | Problem | undefined> {
  const source = await readSource(files, found);
  if ('message' in source) return source.binary ? undefined : source;
  if (found.type === 'links' && isEmptyListing(source.text)) return undefined;
  const project = await projectOf(parentOf(found.path) ?? folder);
  // In a folder the names say what files are; which daemon reads them may be said for all.
  const flag: Wish | undefined = dialect === undefined ? undefined : { dialect };
  const choice = choiceOf(source, wishOf(project, found.path), { ...(flag && { flag }), sniff: false });
  if (choice === undefined) {
    const message = strayScript(source);
    return message === undefined ? undefined : { path: found.path, message };
  }
  return { source, choice: { ...choice, once: true }, project, folder, beside };
}

/** So many files of one folder with the same trouble are told as one. */
const MANY = 4;

/** `problems`, those of many files of one folder as one: a spool that only root may read is a line, not a hundred. */
export function summed(problems: readonly Problem[]): readonly Problem[] {
  const alike = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${parentOf(problem.path) ?? ''}\0${problem.message}`;
    alike.set(key, [...(alike.get(key) ?? []), problem]);
  }
  return [...alike.values()].flatMap((several): readonly Problem[] => {
    const [first] = several;
    if (first === undefined || several.length < MANY) return several;
    // Some say what a file is, others what went wrong when it was read.
    const said = first.message.startsWith('is ') ? `: each ${first.message}` : ` cannot be read: ${first.message}`;
    return [{ path: parentOf(first.path) ?? first.path, message: `${several.length} files in it${said}` }];
  });
}

/** What was found, with what tells its host before it is read. */
interface Lead extends Placed {
  readonly found: Found;
}

/** Reads what `leads` lead to, in their order. What cannot be read is a problem. */
async function readLeads(
  files: Files,
  leads: readonly Lead[],
  projectOf: ProjectOf,
  dialect?: string,
): Promise<{ readonly members: readonly Member[]; readonly problems: readonly Problem[] }> {
  const read: (Member | Problem)[] = [];
  for (const some of pieces(leads)) {
    const asked = some.map((lead) => readMember(files, lead, lead.found, projectOf, dialect));
    for (const member of await Promise.all(asked)) if (member) read.push(member);
  }
  return {
    members: read.filter((one): one is Member => 'source' in one),
    problems: read.filter((one): one is Problem => 'message' in one),
  };
}

/** `members` by the roots of their hosts, in the order that these come up. `root`: the one that all belong to, whatever else tells. */
export function byRoot<M extends Placed>(members: readonly M[], root?: string): ReadonlyMap<string, readonly M[]> {
  const placed = members.map((member) => {
    const { source, project, folder, beside } = member;
    return { member, path: source.path, named: root ?? rootNamedBy(project, source.path), beside, fallback: folder };
  });
  const rootAt = rootFinder(placed);
  const found = new Map<string, M[]>();
  for (const one of placed) {
    const { member } = one;
    const own = rootAt(one);
    const together = found.get(own);
    if (together === undefined) found.set(own, [member]);
    else together.push(member);
  }
  return found;
}

/** Puts `members` together by hosts, as {@link byRoot} does, each with what its files say together. */
export async function hostsOf<M extends Member>(files: Files, members: readonly M[], root?: string): Promise<readonly ReadHost<M>[]> {
  return Promise.all(
    [...byRoot(members, root)].map(async ([own, together]) => {
      const texts = together.map(({ source, choice }) => ({ path: source.path, document: choice.kind.read(source.text, choice).document }));
      const host = hostOf(own, texts);
      for (const topic of topicsFor(host.files)) Object.assign(host, await toldOf(topic, files, own));
      return { host: { ...host, files: settledFiles(host) }, members: together };
    }),
  );
}

/** What holds for all files; projects have their say over the zone. */
export interface Base extends Pick<Settings, 'zone' | 'now'> {
  /** What the person asked for, over what the projects say. */
  readonly audience?: Audience | undefined;
  /** What an editor is set to; projects add to it. */
  readonly editor?: Pick<Settings, 'keep' | 'severity' | 'offMark'>;
}

/** The settings for the files of a host by their project: one object for each, since rules remember by it what they said. */
function settingsFor(host: Host, base: Base): (project: Project) => Settings {
  const known = new Map<Settled, Settings>();
  const { now, audience } = base;
  const { zone: _, ...defaults } = defaultSettings;
  const own: Settings = withZone({ ...defaults, ...base.editor, now, host }, () => base.zone);
  return ({ settled }) => {
    const { config, folder } = settled;
    let settings = known.get(settled);
    if (settings === undefined)
      known.set(settled, (settings = settingsOf(audience === undefined ? config : { ...config, audience }, own, folder)));
    return settings;
  };
}

/** Judges members of a host with the whole of it in view. */
export function judge<M extends Member>(
  { host }: Pick<ReadHost, 'host'>,
  members: readonly M[],
  base: Base,
): readonly { readonly member: M; readonly reading: Reading }[] {
  const settings = settingsFor(host, base);
  return members.map((member) => {
    const { source, choice, project } = member;
    return { member, reading: lint(source.path, source.text, choice, settings(project), source.mode) };
  });
}

export interface HostsOptions {
  /** All of the folder is one host. */
  readonly asOne?: boolean;
  readonly dialect?: string;
}

/** The hosts below a folder, of which none is read yet. */
export interface HostsFound {
  /** Reads one after the other, so that no more than one needs to be held. */
  readonly hosts: () => AsyncGenerator<ReadHost>;
  /** All so far, many of one folder as one. */
  readonly problems: () => readonly Problem[];
}

/** Finds the hosts below `folder`. A path tells of its host here even if the file turns out to be none of ours. */
export async function findHosts(files: Files, folder: string, { asOne = false, dialect }: HostsOptions = {}): Promise<HostsFound> {
  const find = projectFinder(files);
  const configs = new Set<Settled>();
  const projectOf: ProjectOf = async (at, entries) => {
    const project = await find(at, entries);
    configs.add(project.settled);
    return project;
  };
  await projectOf(folder);
  const { found, problems } = await discover(files, folder, projectOf);
  const troubles = [...problems];
  async function* hosts(): AsyncGenerator<ReadHost> {
    const leads: Lead[] = [];
    const besideAt = hostsSideBySide(
      folder,
      found.map(({ path }) => path),
    );
    for (const one of found) {
      const { path } = one;
      leads.push({ found: one, source: { path }, project: await projectOf(parentOf(path) ?? folder), folder, beside: besideAt(path) });
    }
    for (const [root, some] of byRoot(leads, asOne ? folder : undefined)) {
      const read = await readLeads(files, some, projectOf, dialect);
      troubles.push(...read.problems);
      yield* await hostsOf(files, read.members, root);
    }
  }
  return { hosts, problems: () => [...[...configs].flatMap((config) => config.problems), ...summed(troubles)] };
}

/** All hosts below `folder` at once. */
export async function readHosts(
  files: Files,
  folder: string,
  options: HostsOptions = {},
): Promise<{ readonly hosts: readonly ReadHost[]; readonly problems: readonly Problem[] }> {
  const found = await findHosts(files, folder, options);
  const hosts: ReadHost[] = [];
  for await (const host of found.hosts()) hosts.push(host);
  return { hosts, problems: found.problems() };
}
