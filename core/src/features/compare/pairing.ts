/** Which job of one side is which of the other. */
import { knownCommands, LIKE, type Likeness, likeness } from './likeness.js';
import type { Job, Pair } from './model.js';

/** When a job runs, in words. */
const scheduleOf = ({ agenda }: Job): string => `${agenda.words}\0${agenda.zone}`;

/** As it is written: what a mask hides tells commands apart. */
export const commandOf = ({ agenda }: Job): string => (agenda.command ?? '').trim();

type Key = (job: Job) => readonly (string | boolean | undefined)[];

/** By what a job with the same command is known again, from the surest to the weakest. */
const KEYS: readonly Key[] = [
  (job) => [job.file, job.user, commandOf(job), scheduleOf(job), job.on],
  (job) => [job.user, commandOf(job), scheduleOf(job), job.on],
  (job) => [job.file, job.user, commandOf(job)],
  (job) => [job.user, commandOf(job)],
  (job) => [job.file, commandOf(job)],
  (job) => [commandOf(job)],
];

/** Jobs of both sides that are in no pair yet. */
interface Left {
  readonly before: readonly Job[];
  readonly after: readonly Job[];
}

const beyond = ({ before, after }: Left, pairs: readonly Pair<Job>[]): Left => {
  const taken = new Set(pairs.flatMap((pair) => [pair.before, pair.after]));
  return { before: before.filter((job) => !taken.has(job)), after: after.filter((job) => !taken.has(job)) };
};

/** Those that have the same key. */
function pairsBy(key: Key, { before, after }: Left): Pair<Job>[] {
  const known = new Map<string, Job[]>();
  for (const job of before) {
    const name = key(job).join('\0');
    const others = known.get(name);
    if (others === undefined) known.set(name, [job]);
    else others.push(job);
  }
  for (const jobs of known.values()) jobs.reverse();
  return after.flatMap((job): Pair<Job>[] => {
    const partner = known.get(key(job).join('\0'))?.pop();
    return partner === undefined ? [] : [{ before: partner, after: job }];
  });
}

/** With another user or in another file there is only the command left to tell by. */
const ELSEWHERE = 0.75;

/** More pairs than this nobody looks through: a file of thousands of jobs was written anew. */
const MOST = 250_000;

/** What is known of the command of each job, beside those of its file that run. */
function knownBy(jobs: readonly Job[]) {
  const files = new Map<string, string[]>();
  for (const job of jobs) {
    const commands = files.get(job.file) ?? [];
    if (job.on) commands.push(commandOf(job));
    files.set(job.file, commands);
  }
  const known = new Map([...files].map(([file, commands]) => [file, knownCommands(commands)] as const));
  return (job: Job) => (known.get(job.file) ?? knownCommands([]))(commandOf(job));
}

interface Candidate extends Required<Pair<Job>> {
  readonly score: number;
}

/** How surely `old` became `now`; undefined where it did not. At the same times it is enough where half of the shorter one is left. */
function scoreOf(old: Job, now: Job, like: () => Likeness): number | undefined {
  const isAtHome = old.file === now.file && old.user === now.user;
  const isAtSameTimes = scheduleOf(old) === scheduleOf(now);
  const bothRun = old.on && now.on;
  if (!bothRun && !(isAtHome && isAtSameTimes && (old.on || now.on))) return undefined;
  const { both, shorter } = like();
  if (both < (isAtHome ? LIKE : ELSEWHERE) && !(isAtHome && isAtSameTimes && shorter >= LIKE)) return undefined;
  return both + (bothRun ? 2 : 0) + (isAtHome ? 1 : 0) + (isAtSameTimes ? 0.5 : 0);
}

/** Jobs whose commands were altered: the likest first. A job that is commented out is taken for one that runs at the same times alone. */
function pairsByLikeness({ before, after }: Left, all: Left): Pair<Job>[] {
  if (before.length === 0 || after.length === 0 || before.length * after.length > MOST) return [];
  const [known, knownNow] = [knownBy(all.before), knownBy(all.after)];
  const found = before.flatMap((old) =>
    after.flatMap((now): Candidate[] => {
      const score = scoreOf(old, now, () => likeness(known(old), knownNow(now)));
      return score === undefined ? [] : [{ before: old, after: now, score }];
    }),
  );
  const taken = new Set<Job>();
  return found
    .sort((a, b) => b.score - a.score)
    .flatMap(({ before: old, after: now }): Pair<Job>[] => {
      if (taken.has(old) || taken.has(now)) return [];
      taken.add(old).add(now);
      return [{ before: old, after: now }];
    });
}

/** Jobs of both sides in pairs; each is in one, and those that nothing matches stand alone. */
export function pairsOf(before: readonly Job[], after: readonly Job[]): Pair<Job>[] {
  const all: Left = { before, after };
  const pairs: Pair<Job>[] = [];
  let left = all;
  for (const key of KEYS) {
    const found = pairsBy(key, left);
    pairs.push(...found);
    left = beyond(left, found);
  }
  const isSure = ({ isComment }: Job) => isComment !== true;
  const altered = pairsByLikeness({ before: left.before.filter(isSure), after: left.after.filter(isSure) }, all);
  pairs.push(...altered);
  left = beyond(left, altered);
  return [...pairs, ...left.before.map((job) => ({ before: job })), ...left.after.map((job) => ({ after: job }))];
}
