/** The command `baseline`, and what `--baseline` makes of a review. */
import type { Finding } from '../../core/src/index.js';
import {
  type Accepted,
  BASELINE_NAME,
  baselineText,
  baseName,
  CONFIG_NAME,
  decode,
  type Problem,
  parentOf,
  parseBaseline,
  problemOf,
  relativeTo,
  resolve,
} from '../../workspace/src/index.js';
import { gather } from './gather.js';
import type { Io } from './io.js';
import type { BaselineOptions } from './options.js';
import { problemText, unwritten } from './report/problem.js';
import { type Reviewed, review } from './review.js';
import { visible } from './visible.js';

/** A baseline, with the folder that its paths begin in. */
export interface Baseline {
  readonly folder: string;
  readonly accepted: readonly Accepted[];
}

const folderOf = (path: string): string => parentOf(path) ?? '/';

/** `path`, absolute, as a baseline in `folder` has it. */
function pathFrom(folder: string, path: string): string {
  const inside = relativeTo(folder, path);
  if (inside !== undefined) return inside;
  const up = parentOf(folder);
  return up === undefined ? path : `../${pathFrom(up, path)}`;
}

/** Reads the baseline at `argument`; its problems say why there is none. */
export async function readBaseline(argument: string, io: Io): Promise<Baseline | { readonly problems: readonly Problem[] }> {
  const path = resolve(io.cwd, argument);
  try {
    const decoded = decode(await io.files.read(path));
    if ('problem' in decoded) return { problems: [{ path: argument, message: decoded.message }] };
    const accepted = parseBaseline(argument, decoded.text);
    return 'problems' in accepted ? accepted : { folder: folderOf(path), accepted };
  } catch (error) {
    const problem = problemOf(argument, error);
    return { problems: [{ ...problem, message: `${problem.message}: no baseline; \`daemonlint baseline\` writes one` }] };
  }
}

const keyOf = (path: string, fingerprint: string): string => `${path}\0${fingerprint}`;

/** `files` with the findings marked that the baseline accepts. */
export function marked(files: readonly Reviewed[], { folder, accepted }: Baseline): Reviewed[] {
  const known = new Set(accepted.map(({ path, fingerprint }) => keyOf(resolve(folder, path), fingerprint)));
  return files.map((file) => {
    const isKnown = (finding: Finding) => known.has(keyOf(file.input.source.path, file.fingerprintOf(finding)));
    return { ...file, accepted: new Set(file.reading.findings.filter(isKnown)) };
  });
}

/** What the baseline accepts and the review of `paths` would have found, were it still there. Give it whole readings. */
export function vanished(
  { folder, accepted }: Baseline,
  files: readonly Reviewed[],
  paths: readonly string[],
  problems: readonly Problem[],
  io: Io,
): Accepted[] {
  const found = new Map(files.map((file) => [file.input.source.path, new Set(file.reading.findings.map(file.fingerprintOf))]));
  const asked = (paths.length === 0 ? ['.'] : paths).map((path) => resolve(io.cwd, path));
  const unread = new Set(problems.map(({ path }) => resolve(io.cwd, path)));
  return accepted.flatMap((one) => {
    const path = resolve(folder, one.path);
    const there = found.get(path);
    const isGone = there
      ? !there.has(one.fingerprint)
      : !unread.has(path) && asked.some((root) => root !== path && relativeTo(root, path) !== undefined);
    return isGone ? [{ ...one, path: relativeTo(io.cwd, path) ?? path }] : [];
  });
}

const many = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

/** Why `problems` keep a baseline from being written: mistakes in the settings are one thing, files that cannot be read another. */
function obstacles(problems: readonly Problem[], { config }: BaselineOptions, io: Io): readonly string[] {
  const named = config === undefined ? undefined : resolve(io.cwd, config);
  const isOfSettings = ({ path }: Problem): boolean => baseName(path) === CONFIG_NAME || resolve(io.cwd, path) === named;
  const settings = [...new Set(problems.filter(isOfSettings).map(({ path }) => visible(path)))];
  const name = settings.join(', ');
  return [
    ...(name === '' ? [] : [`it would not be what the settings mean, because of the mistakes in ${name}; mend them first`]),
    ...(problems.every(isOfSettings) ? [] : [`what cannot be read cannot be accepted; mend it, or exclude it in ${CONFIG_NAME}`]),
  ];
}

/** Writes what a review finds to a file, to be put up with from then on. */
export async function baseline(paths: readonly string[], options: BaselineOptions, io: Io): Promise<0 | 2> {
  const output = options.output ?? BASELINE_NAME;
  const gathered = await gather(paths, options, io);
  for (const problem of [...gathered.unheeded, ...gathered.problems]) io.stderr(`${problemText(problem)}\n`);
  if (gathered.problems.length > 0) {
    const name = output === '-' ? 'the baseline' : visible(output);
    io.stderr(`daemonlint: ${name} was not written: ${obstacles(gathered.problems, options, io).join('; ')}\n`);
    return 2;
  }
  const target = resolve(io.cwd, output);
  const files = await review(gathered.inputs, gathered, io, options.audience);
  const accepted = files.flatMap((file) =>
    file.reading.findings.map((finding) => ({
      path: pathFrom(folderOf(target), file.input.source.path),
      rule: finding.rule,
      ...(finding.subject !== undefined && { subject: finding.subject }),
      fingerprint: file.fingerprintOf(finding),
    })),
  );
  if (output === '-') {
    io.stdout(baselineText(accepted));
    return 0;
  }
  try {
    await io.files.put(target, new TextEncoder().encode(baselineText(accepted)));
  } catch (error) {
    io.stderr(`${problemText({ path: output, message: `cannot be written: ${unwritten(output, error)}` })}\n`);
    return 2;
  }
  io.stdout(
    `${many(accepted.length, 'finding')} in ${many(files.length, 'file')} written to ${visible(output)}; check --baseline ${visible(output)} counts them no more\n`,
  );
  return 0;
}
