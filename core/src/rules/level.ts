/** How bad it is to find a fact's daemon on, here and now. */
import type { Fact, Level } from '../knowledge/fact.js';
import { factById } from '../knowledge/index.js';
import { type Launch, type Line, notableLaunches } from '../model/line.js';
import { baseName } from '../text/base-name.js';

const LOWER: Readonly<Record<Level, Level>> = { warning: 'info', info: 'hint', hint: 'none', none: 'none' };

/** How bad it is that something is on which only this host may call; undefined where nothing is to be said of it. */
export function lowered(level: Exclude<Level, 'none'> | undefined): Exclude<Level, 'none'> | undefined {
  const lower = LOWER[level ?? 'none'];
  return lower === 'none' ? undefined : lower;
}

/** True when one of `options` is among `args`: a letter alone or with others (`-ls`), a word in full (`--secure`, also with `=`). */
const hasOption = (args: readonly string[], options: readonly string[]): boolean =>
  args.some((text) =>
    options.some((option) =>
      option.startsWith('--') ? text.split('=', 1)[0] === option : new RegExp(`^-[a-zA-Z]*${option.slice(1)}`).test(text),
    ),
  );

/** True when a path is among `args` that is neither the program of `fact` nor the value of one of `options`. */
const hasPath = (args: readonly string[], { aliases }: Fact, options: readonly string[]): boolean =>
  args.some((text, at) => /^\/./.test(text) && !options.includes(args[at - 1] ?? '') && !aliases.programs?.includes(baseName(text)));

const argumentsIn = ({ tokens }: Line): string[] => tokens.flatMap(({ role, text }) => (role === 'argument' ? [text] : []));

/** The level of a launch that is on, wherever it listens: by transport and by its arguments. */
function baseLevel(fact: Fact, launch: Launch, line: Line): Level {
  const udp = 'protocol' in launch.when && launch.when.protocol === 'udp';
  const level = typeof fact.level === 'string' ? fact.level : udp ? fact.level.udp : fact.level.tcp;
  const { milder } = fact;
  if (milder === undefined) return level;
  const args = launch.args ?? argumentsIn(line);
  const isMilder = hasOption(args, milder.arguments) || (milder.pathOptions !== undefined && hasPath(args, fact, milder.pathOptions));
  return isMilder ? milder.level : level;
}

export interface KnownLaunch {
  readonly launch: Launch;
  readonly fact: Fact;
  /** Its level on every address. */
  readonly base: Exclude<Level, 'none'>;
  /** The level to report: one lower when bound to loopback. */
  readonly level: Exclude<Level, 'none'>;
}

/** True for a line that may have {@link knownLaunches}. */
export const startsSomething = (line: Line): boolean =>
  notableLaunches(line).some(({ fact, state }) => fact !== undefined && state === 'on');

/** How bad it is that `launch` is on: on every address, and where it listens; undefined for what is off, or fine, or unknown. */
export function levelsOf(launch: Launch, line: Line): KnownLaunch | undefined {
  const fact = launch.state === 'on' && launch.fact !== undefined ? factById(launch.fact) : undefined;
  if (fact === undefined) return undefined;
  const base = baseLevel(fact, launch, line);
  const level = launch.when.type === 'socket' && launch.when.loopback ? LOWER[base] : base;
  return base === 'none' || level === 'none' ? undefined : { launch, fact, base, level };
}

/** Launches of `line` that are on, with what is known of them and how bad that is; those that are fine are left out. */
export function* knownLaunches(line: Line): Iterable<KnownLaunch> {
  for (const launch of notableLaunches(line)) {
    const known = levelsOf(launch, line);
    if (known !== undefined) yield known;
  }
}
