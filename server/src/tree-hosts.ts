/** The hosts that the files of one folder of the workspace make up, open or not. */
import { type Host, type Place, type Span, settledFiles } from '../../core/src/index.js';
import { type HostTold, onHost } from '../../workspace/src/index.js';
import type { Members, Placed } from './members.js';
import { isAlike, type Told } from './told.js';

/** A file of a host as another file's fix or finding needs it. */
interface OtherFile {
  readonly path: string;
  /** The place of a span's start that the host knows; undefined for others. */
  placeAt(offset: number): Place | undefined;
}

export class TreeHosts {
  /** By the path of the file that sees them. */
  private readonly seen = new Map<string, Host>();
  private readonly counting = new WeakMap<readonly Placed[], { readonly told: HostTold; readonly members: readonly Placed[] }>();

  constructor(
    private readonly members: Members,
    private readonly told: Told,
  ) {}

  /** The other files of the host that `path` belongs to: the same object until one of them changes. */
  seenFrom(path: string): Host {
    const root = this.members.rootOf(path);
    const group = this.members.byRoot().get(root) ?? [];
    const told = this.told.of(root, group);
    const members = this.settled(root, group, told).filter(({ at }) => at !== path);
    const known = this.seen.get(path);
    if (
      known?.root === root &&
      isAlike(known, told) &&
      known.files.length === members.length &&
      known.files.every((file, index) => file === members[index]?.file)
    )
      return known;
    const host: Host = { root, files: members.map(({ file }) => file), ...told };
    this.seen.set(path, host);
    return host;
  }

  /** Whole hosts, by their roots. Who looks at them asks for the scripts, the units and the like that their files make matter. */
  all(): readonly Host[] {
    const groups = [...this.members.byRoot()].sort(([a], [b]) => (a < b ? -1 : 1));
    return groups.map(([root, group]) => {
      const told = this.told.of(root, group);
      return { root, files: this.settled(root, group, told).map(({ file }) => file), ...told };
    });
  }

  /** The file that the host of `path` calls `file`. */
  other(path: string, file: string): OtherFile | undefined {
    const at = onHost(this.members.rootOf(path), file);
    const member = this.members.get(at);
    if (member === undefined) return undefined;
    const { launches, appendix, queueRuns = [], job } = member.file;
    const spots: readonly { readonly span: Span; readonly place: Place }[] = [...launches, ...queueRuns, ...(job ? [job] : [])];
    const placeAt = (offset: number) =>
      appendix?.offset === offset ? appendix.place : spots.find(({ span }) => span.start === offset)?.place;
    return { path: at, placeAt: (offset) => (member.exact ? placeAt(offset) : undefined) };
  }

  /** Nobody looks from `path` any more. */
  forget(path: string): void {
    this.seen.delete(path);
  }

  /** The members of a host, each with what counts of it there: the same array for the same group while the same is told of it. */
  private settled(root: string, group: readonly Placed[], told: HostTold): readonly Placed[] {
    const known = this.counting.get(group);
    if (known && isAlike(known.told, told)) return known.members;
    const files = settledFiles({ root, files: group.map(({ file }) => file), ...told });
    const members = group.map((placed, index): Placed => {
      const file = files[index];
      return file === undefined || file === placed.file ? placed : { ...placed, file };
    });
    this.counting.set(group, { told, members });
    return members;
  }
}
