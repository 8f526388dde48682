/** Judges texts: first all are read for what they tell of their hosts, then each is judged with its host in view. */
import type { Audience, Finding, Reading } from '../../core/src/index.js';
import { hostsOf, judge, type Member } from '../../workspace/src/index.js';
import { fingerprinter } from './fingerprint.js';
import type { Gathered, Input } from './gather.js';
import type { Io } from './io.js';

export interface Reviewed {
  readonly input: Input;
  readonly reading: Reading;
  /** Root of its host: what paths in its findings are relative to. */
  readonly root: string;
  /** What one of its findings is known by in later reviews. */
  readonly fingerprintOf: (finding: Finding) => string;
  /** Those of its findings that a baseline puts up with. */
  readonly accepted: ReadonlySet<Finding>;
}

/** What is heard besides the texts that are judged. */
export type Surroundings = Pick<Gathered, 'around' | 'root' | 'projectOf'>;

const NONE: ReadonlySet<Finding> = new Set();

/** Judges `inputs`, in their order. `audience`: what the person asked for, over what the projects say. */
export async function review(inputs: readonly Input[], { around, root }: Surroundings, io: Io, audience?: Audience): Promise<Reviewed[]> {
  const paths = new Set(inputs.map(({ source }) => source.path));
  const others = around.filter(({ source }) => !paths.has(source.path));
  const base = {
    get zone() {
      return io.zone;
    },
    now: io.now,
    audience,
  };
  const judged = new Map<Member, { readonly reading: Reading; readonly root: string }>();
  const wanted: ReadonlySet<Member> = new Set(inputs);
  for (const { host, members } of await hostsOf(io.files, [...inputs, ...others], root))
    for (const { member, reading } of judge(
      { host },
      members.filter((one) => wanted.has(one)),
      base,
    ))
      judged.set(member, { reading, root: host.root });
  return inputs.flatMap((input): Reviewed[] => {
    const found = judged.get(input);
    return found ? [{ input, ...found, fingerprintOf: fingerprinter(found.reading), accepted: NONE }] : [];
  });
}
