/** Which job of one side is which of the other. */
import { beyond, type Key, type Left, pairsByKeys, unpaired } from './by-key.js';
import { knownCommands, LIKE, type Likeness, likeness } from './likeness.js';
import type { Job, Pair } from './model.js';

/** When a job runs, in words. */
const scheduleOf = ({ agenda }: Job): string => `${agenda.words}\0${agenda.zone}`;

/** As it is written: what a mask hides tells commands apart. */
export const commandOf = ({ agenda }: Job): string => (agenda.command ?? '').trim();

/** By what a job with the same command is known again, from the surest to the weakest. */
const KEYS: readonly Key<Job>[] = [
  (job) => [job.file, job.user, commandOf(job), scheduleOf(job), job.on],
  (job) => [job.user, commandOf(job), scheduleOf(job), job.on],
  (job) => [job.file, job.user, commandOf(job)],
  (job) => [job.user, commandOf(job)],
  (job) => [job.file, commandOf(job)],
  (job) => [commandOf(job)],
];

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
function pairsByLikeness({ before, after }: Left<Job>, all: Left<Job>): Pair<Job>[] {
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
  const all: Left<Job> = { before, after };
  const { pairs, left } = pairsByKeys(KEYS, all);
  const isSure = ({ isComment }: Job) => isComment !== true;
  const altered = pairsByLikeness({ before: left.before.filter(isSure), after: left.after.filter(isSure) }, all);
  return [...pairs, ...altered, ...unpaired(beyond(left, altered))];
}
