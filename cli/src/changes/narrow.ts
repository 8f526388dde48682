/** Leaves of a review what a change is answerable for: findings on its lines, and those that were not there before it. */
import { type Audience, type Finding, likeOf, lineStarts, placeOf } from '../../../core/src/index.js';
import { byRoot, join, linkIn, type Member, type Problem, parentOf, relativeTo } from '../../../workspace/src/index.js';
import type { Io } from '../io.js';
import { type Reviewed, review, type Surroundings } from '../review.js';
import type { Input } from '../survey.js';
import { inputBefore, inputsGone } from './before.js';
import { type Changes, isOutside } from './changes.js';

export interface Narrowed {
  readonly files: Reviewed[];
  readonly problems: readonly Problem[];
}

/** A test for findings that stand on a line which the change brought. */
function onNewLines({ input: { source } }: Reviewed, { changed }: Changes): (finding: Finding) => boolean {
  const patch = changed.get(source.path);
  const starts = lineStarts(source.text);
  return ({ span }) => {
    const link = linkIn(source, span.start);
    if (link !== undefined) return changed.has(join(source.path, link));
    if (patch === undefined) return false;
    const last = placeOf(starts, Math.max(span.start, span.end - 1)).line + 1;
    for (let line = placeOf(starts, span.start).line + 1; line <= last; line++) if (patch.isNew(line)) return true;
    return false;
  };
}

/** True where something changed below the root of a host, or beside `paths`, its files, where these lie elsewhere: nothing else can have come or gone. */
function isTouched(root: string, paths: readonly string[], { changed, gone }: Changes): boolean {
  const apart = paths.filter((path) => relativeTo(root, path) === undefined).map((path) => parentOf(path) ?? path);
  const homes = [root, ...new Set(apart)];
  return [...changed.keys(), ...gone.keys()].some((path) => homes.some((home) => relativeTo(home, path) !== undefined));
}

const UNFIT = 'is not what the diff leads to: findings on the lines that the diff names are told, and what it did to others cannot be';

const OUTSIDE = 'lies outside of the repository: what changed in it cannot be told';

const withFindings = (file: Reviewed, wanted: (finding: Finding) => boolean): Reviewed => ({
  ...file,
  reading: {
    ...file.reading,
    findings: file.reading.findings.filter(wanted),
    silenced: file.reading.silenced.filter(({ finding }) => wanted(finding)),
  },
});

type Known = ReadonlyMap<string, ReadonlySet<string>>;

const fingerprintsOf = ({ reading, fingerprintOf }: Reviewed): ReadonlySet<string> => new Set(reading.findings.map(fingerprintOf));

/** Files as they were, by the paths that they have now. */
interface Before {
  readonly known: Known;
  /** Those of which nobody can tell what they were. */
  readonly unsure: ReadonlySet<string>;
}

/** The fingerprints before the change; problems are added of files of which they cannot be told. */
async function knownBefore(
  files: readonly Reviewed[],
  changes: Changes,
  surroundings: Surroundings,
  problems: Problem[],
  io: Io,
  audience?: Audience,
): Promise<Before> {
  const unsure = new Set<string>();
  const old: { readonly now: string; readonly input: Input }[] = [];
  for (const { input } of files) {
    const before = await inputBefore(input, changes, surroundings.projectOf, io);
    if (before === 'unknown' && changes.top === undefined) problems.push({ path: input.shown, message: UNFIT });
    if (before === 'unknown') unsure.add(input.source.path);
    if (before !== 'new') old.push({ now: input.source.path, input: before === 'unknown' ? input : before });
  }
  const gone = await inputsGone(
    files.map(({ input }) => input),
    changes,
    surroundings.projectOf,
  );
  const reviewed = await review([...old.map(({ input }) => input), ...gone], surroundings, io, audience);
  return { known: new Map(reviewed.slice(0, old.length).map((file, index) => [old[index]?.now ?? '', fingerprintsOf(file)])), unsure };
}

/** Those of `inputs` whose hosts the change touched: nothing that it is answerable for is in others. */
export const touchedBy = (inputs: readonly Input[], { around, root }: Surroundings, changes: Changes): readonly Input[] => {
  const pathsOf = (members: readonly Member[]) => members.map(({ source }) => source.path);
  const hosts = [...byRoot<Member>([...inputs, ...around], root)].filter(([at, members]) => isTouched(at, pathsOf(members), changes));
  const touched = new Set(hosts.flatMap(([, members]) => members));
  return inputs.filter((input) => touched.has(input));
};

/** Problems of files that git can tell nothing of. */
export const outsiders = (inputs: readonly Input[], changes: Changes): readonly Problem[] =>
  inputs.flatMap(({ source, shown }) => (isOutside(changes, source.path) ? [{ path: shown, message: OUTSIDE }] : []));

/** A test for findings of which there are more with the same words than there were: a line that only moved, or stands in other columns now, brings none. */
function beyond({ reading }: Reviewed, isKnown: (finding: Finding) => boolean): (finding: Finding) => boolean {
  const grown = new Set(reading.findings.filter((finding) => !isKnown(finding)).map((finding) => likeOf(reading, finding)));
  return (finding) => grown.has(likeOf(reading, finding));
}

/** `files` with the findings that `changes` are answerable for. */
export async function narrow(
  files: readonly Reviewed[],
  changes: Changes,
  surroundings: Surroundings,
  io: Io,
  audience?: Audience,
): Promise<Narrowed> {
  const problems: Problem[] = [];
  const amongRoot = new Map(files.map(({ root, among }) => [root, [...among.keys()]]));
  const touched = new Set([...amongRoot].flatMap(([root, paths]) => (isTouched(root, paths, changes) ? [root] : [])));
  const concerned = files.filter(({ root }) => touched.has(root));
  const { known, unsure } = await knownBefore(concerned, changes, surroundings, problems, io, audience);
  const narrowed = files.map((file) => {
    if (!touched.has(file.root)) return withFindings(file, () => false);
    const { path } = file.input.source;
    const before = known.get(path);
    const isKnown = (finding: Finding) => before?.has(file.fingerprintOf(finding)) === true;
    const isNew = onNewLines(file, changes);
    const isMore = unsure.has(path) ? () => true : beyond(file, isKnown);
    return withFindings(file, (finding) => !isKnown(finding) || (isNew(finding) && isMore(finding)));
  });
  return { files: narrowed, problems };
}

/** `files`, of which some were fixed, without the findings of `whole` that were not among those of `told`. One whose line was fixed is known no more, and told. */
export function remaining(files: readonly Reviewed[], whole: readonly Reviewed[], told: readonly Reviewed[]): Reviewed[] {
  const known: Known = new Map(told.map((file) => [file.input.source.path, fingerprintsOf(file)]));
  const passedOver = new Map(
    whole.map((file) => {
      const own = known.get(file.input.source.path);
      return [file.input.source.path, new Set([...fingerprintsOf(file)].filter((one) => own?.has(one) !== true))];
    }),
  );
  return files.map((file) =>
    withFindings(file, (finding) => passedOver.get(file.input.source.path)?.has(file.fingerprintOf(finding)) !== true),
  );
}
