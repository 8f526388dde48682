/** Judges texts: first all are read for what they tell of their hosts, then each is judged with its host in view. */
import type { Audience, Finding, Reading } from '../../core/src/index.js';
import { hostsOf, judge } from '../../workspace/src/index.js';
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
}

/** Judges `inputs` in their order. `audience`: what the person asked for, over what the projects say. */
export async function review(
  inputs: readonly Input[],
  { around, root }: Pick<Gathered, 'around' | 'root'>,
  io: Io,
  audience?: Audience,
): Promise<Reviewed[]> {
  const asked = new Map(inputs.map((input) => [input.source.path, input]));
  const others = around.filter(({ source }) => !asked.has(source.path));
  const base = {
    get zone() {
      return io.zone;
    },
    now: io.now,
    audience,
  };
  const found = new Map<Input, Reviewed>();
  for (const { host, members } of await hostsOf(io.files, [...inputs, ...others], root)) {
    const wanted = members.flatMap((member) => asked.get(member.source.path) ?? []);
    for (const { member, reading } of judge({ host }, wanted, base))
      found.set(member, { input: member, root: host.root, reading, fingerprintOf: fingerprinter(reading) });
  }
  return inputs.flatMap((input) => found.get(input) ?? []);
}
