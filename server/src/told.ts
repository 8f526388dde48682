/** What is told of the hosts of a tree by files that are none of ours, as far as it is known yet. */
import { type Files, type HostTold, type Topic, toldOf, topicAt, topics, topicsFor } from '../../workspace/src/index.js';
import { upwards, within } from './disk-changes.js';
import { LookedUp } from './looked-up.js';
import type { Placed } from './members.js';

const keyOf = (topic: Topic, root: string): string => `${topic}:${root}`;

/** True where both tell the same. */
export const isAlike = (one: HostTold, other: HostTold): boolean => topics.every((topic) => one[topic] === other[topic]);

/** The same text for what tells the same. */
const wordsOf = (told: HostTold | undefined): string | undefined =>
  JSON.stringify(told, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value));

export class Told {
  private readonly known: LookedUp<HostTold>;
  private readonly asked = new WeakMap<readonly Placed[], readonly Topic[]>();

  /** `files`: as they are to be asked now. `inTurn` does work after all other work on the disk, and tells of a change where it says so. */
  constructor(
    private readonly files: () => Files,
    inTurn: (work: () => Promise<boolean>) => Promise<void>,
  ) {
    this.known = new LookedUp(
      (key) => this.lookUp(key),
      inTurn,
      (one, other) => wordsOf(one) === wordsOf(other),
    );
  }

  /** What matters of the host under `root` where these are its members: what they ask for is told apart once for the same array. */
  of(root: string, members: readonly Placed[]): HostTold {
    let asked = this.asked.get(members);
    if (asked === undefined) this.asked.set(members, (asked = topicsFor(members.map(({ file }) => file))));
    return Object.assign({}, ...asked.map((topic) => this.known.of(keyOf(topic, root))));
  }

  /** Looks anew at what files at `paths` tell, where somebody asked for it; true when it is another now. `folder` stands for a root that a path leaves open. */
  async renew(paths: readonly string[], folder: string): Promise<boolean> {
    const keys = paths.flatMap((path) => {
      const at = topicAt(path);
      return at ? [keyOf(at.topic, at.root || folder)] : [];
    });
    return this.renewKeys(new Set(keys));
  }

  /** Looks anew at all that somebody asked for of the host under `root`; true when it is another now. */
  renewAt = (root: string): Promise<boolean> => this.renewKeys(topics.map((topic) => keyOf(topic, root)));

  /** Looks anew at all that somebody asked for of hosts in which something at or above `paths` came or went; true when it is another now. */
  renewAround(paths: readonly string[]): Promise<boolean> {
    const isWithin = within(paths);
    const above = new Set(paths.flatMap(upwards));
    const rootIn = (key: string): string => key.slice(key.indexOf(':') + 1);
    return this.renewKeys(this.known.keys().filter((key) => isWithin(rootIn(key)) || above.has(rootIn(key))));
  }

  private async renewKeys(keys: Iterable<string>): Promise<boolean> {
    let isOther = false;
    for (const key of keys) if (this.known.isKnown(key)) isOther = this.known.note(key, await this.lookUp(key)) || isOther;
    return isOther;
  }

  private async lookUp(key: string): Promise<HostTold | undefined> {
    const topic = topics.find((one) => key.startsWith(`${one}:`));
    if (topic === undefined) return undefined;
    const told = await toldOf(topic, this.files(), key.slice(topic.length + 1));
    return topic in told ? told : undefined;
  }
}
