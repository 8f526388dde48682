/** Judges texts: first all are read for what they tell of their hosts, then each is judged with its host in view. */
import { type Audience, type Finding, type Reading, withZone } from '../../core/src/index.js';
import { byRoot, hostsOf, judge, type Member, pieces } from '../../workspace/src/index.js';
import { fingerprinter } from './fingerprint.js';
import { type Found, type Gathered, readLeads } from './gather.js';
import type { Io } from './io.js';
import type { Input, Lead, Survey } from './survey.js';

export interface Reviewed {
  readonly input: Input;
  readonly reading: Reading;
  /** Root of its host: what paths in its findings are relative to. */
  readonly root: string;
  /** What one of its findings is known by in later reviews. */
  readonly fingerprintOf: (finding: Finding) => string;
  /** Those of its findings that a baseline puts up with. */
  readonly accepted: ReadonlySet<Finding>;
  /** The files of its host that are judged, itself included, by their absolute paths. */
  readonly among: ReadonlyMap<string, Reviewed>;
}

/** What is heard besides the texts that are judged. */
export type Surroundings = Pick<Gathered, 'around' | 'root' | 'projectOf'>;

const NONE: ReadonlySet<Finding> = new Set();

interface Heard {
  readonly inputs: readonly Input[];
  /** What has its say in the host and is not judged. */
  readonly others?: readonly Member[];
  readonly root?: string | undefined;
}

/** False once the person has asked for an end. */
export type GoesOn = () => Promise<boolean>;

const toTheEnd: GoesOn = async () => true;

/** Judges `inputs`, by hosts; those that it came to, where the person asked for an end. */
async function judged(
  { inputs, others = [], root }: Heard,
  io: Io,
  audience?: Audience,
  goesOn = toTheEnd,
): Promise<ReadonlyMap<Member, Reviewed>> {
  const base = withZone({ now: io.now, audience }, () => io.zone);
  const all = new Map<Member, Reviewed>();
  const byMember = new Map<Member, Input>(inputs.map((input) => [input, input]));
  for (const { host, members } of await hostsOf(io.files, [...inputs, ...others], root)) {
    const among = new Map<string, Reviewed>();
    const wanted = members.flatMap((one) => byMember.get(one) ?? []);
    for (const some of pieces(wanted)) {
      if (all.size > 0 && !(await goesOn())) return all;
      for (const { member, reading } of judge({ host }, some, base)) {
        const file = { input: member, reading, root: host.root, fingerprintOf: fingerprinter(reading), accepted: NONE, among };
        among.set(member.source.path, file);
        all.set(member, file);
      }
    }
  }
  return all;
}

/** Judges `inputs`, in their order. `audience`: what the person asked for, over what the projects say. */
export async function review(inputs: readonly Input[], { around, root }: Surroundings, io: Io, audience?: Audience): Promise<Reviewed[]> {
  const paths = new Set(inputs.map(({ source }) => source.path));
  const others = around.filter(({ source }) => !paths.has(source.path));
  const all = await judged({ inputs, others, root }, io, audience);
  return inputs.flatMap((input) => all.get(input) ?? []);
}

/** The leads of each host, in the order that these come up; one that is judged is not heard besides. */
function hostsIn({ leads, root }: Survey): ReadonlyMap<string, readonly Lead[]> {
  const paths = new Set(leads.flatMap(({ shown, source }) => (shown === undefined ? [] : [source.path])));
  return byRoot(
    leads.filter(({ shown, source }) => shown !== undefined || !paths.has(source.path)),
    root,
  );
}

/** All that `leads` lead to; undefined where the person asked for an end before: without the rest nobody knows the host. */
async function readHost(leads: readonly Lead[], goesOn: GoesOn): Promise<readonly Found[] | undefined> {
  const read: Found[] = [];
  for await (const some of readLeads(leads)) {
    if (read.length > 0 && !(await goesOn())) return undefined;
    read.push(...some);
  }
  return read;
}

/**
 * Reads and judges host by host, so that no more than one needs to be held. Gives what is judged in the order of the leads: a file waits
 * for those before it. A path tells of its host here even if the file turns out to be none of ours. Ends with what is known where the
 * person asks for an end in the middle of a host.
 */
export async function* reviewHosts(found: Survey, io: Io, audience?: Audience, goesOn = toTheEnd): AsyncGenerator<readonly Reviewed[]> {
  const order = found.leads.filter(({ shown }) => shown !== undefined);
  const placeOf = new Map(order.map((lead, index) => [lead, index]));
  // By place; 'none' for what turned out to be none of ours. A map that loses as many as it gains would drag its former tables along.
  const waiting: (Reviewed | 'none' | undefined)[] = order.map(() => undefined);
  let next = 0;
  for (const [root, leads] of hostsIn(found)) {
    const read = await readHost(leads, goesOn);
    if (read === undefined) break;
    const inputs = read.flatMap(({ lead, input }) => (lead.shown === undefined ? [] : [input]));
    const others = read.flatMap(({ lead, input }) => (lead.shown === undefined ? [input] : []));
    const all = await judged({ inputs, others, root }, io, audience, goesOn);
    const inputOf = new Map(read.map(({ lead, input }) => [lead, input]));
    for (const lead of leads) {
      const place = placeOf.get(lead);
      const input = inputOf.get(lead);
      if (place !== undefined) waiting[place] = (input && all.get(input)) ?? 'none';
    }
    const ready: Reviewed[] = [];
    for (let file = waiting[next]; file !== undefined; file = waiting[++next]) {
      if (file !== 'none') ready.push(file);
      waiting[next] = undefined;
    }
    yield ready;
  }
  const known = waiting.slice(next).flatMap((file) => (file === undefined || file === 'none' ? [] : [file]));
  if (known.length > 0) yield known;
}
