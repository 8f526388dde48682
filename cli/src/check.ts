/** The command `check`: reviews, fixes or shows the patch, reports, and says how it went. */
import { severities } from '../../core/src/index.js';
import type { Problem } from '../../workspace/src/index.js';
import { marked } from './baseline.js';
import { remaining } from './changes/narrow.js';
import { gather } from './gather.js';
import { idleWatch } from './idle.js';
import type { Io } from './io.js';
import { measured, measureOf } from './measure.js';
import type { CheckOptions, ReportWish } from './options.js';
import { progressOf } from './progress.js';
import { fixAll, passOn, repairsOf, showPatch } from './repairs.js';
import { type Printing, printing } from './report/print.js';
import { problemText } from './report/problem.js';
import type { Outcome, Summary } from './report/report.js';
import { review, reviewHosts } from './review.js';
import { survey } from './survey.js';

/** 130: ended by Ctrl-C, as shells have it. */
type Status = 0 | 1 | 2 | 130;

const NOTHING =
  'daemonlint: no file here is named as an inetd.conf, a crontab or a listing of rc links; name files yourself, or say in .daemonlint.json what they are\n';

const NOTHING_IN_IT = 'holds no entry: there is nothing to check';

const complain = (problems: readonly Problem[], io: Io): void => {
  for (const problem of problems) io.stderr(`${problemText(problem)}\n`);
};

/** True when something is found that is as bad as `--fail-on` says. */
function fails(summary: Summary, failOn: CheckOptions['failOn']): boolean {
  if (failOn === 'never') return false;
  return severities.slice(0, severities.indexOf(failOn) + 1).some((severity) => summary[severity] > 0);
}

/** Where standard output is taken, what would have been told there is told to a person. */
const inText = (wish: ReportWish): ReportWish => (wish.file === undefined ? { format: 'text' } : wish);

/** True when what goes to standard output is for people: then more may be said there. */
const toldInText = ({ format }: CheckOptions): boolean => format.every((one) => one.file !== undefined || one.format === 'text');

const sayEmpty = (empty: readonly string[], io: Io): void =>
  complain(
    empty.map((path) => ({ path, message: NOTHING_IN_IT })),
    io,
  );

/** Ends the reports; the exit code is about what they tell. `isNothing`: no path led to anything. */
async function finish(reports: Printing, outcome: Outcome, isNothing: boolean, options: CheckOptions, io: Io): Promise<Status> {
  const { problems } = outcome;
  complain(problems, io);
  const { summary, unwritten } = await reports.end(outcome);
  if (isNothing && problems.length === 0) io.stderr(NOTHING);
  complain(unwritten, io);
  if (unwritten.length > 0 || problems.length > 0) return 2;
  return fails(summary, options.failOn) ? 1 : 0;
}

const endedText = (done: number, all: number): string => `was not reviewed to its end: stopped by Ctrl-C after ${done} of ${all} files`;

/** So many files take longer to review than it takes to prepare for them. */
const MANY = 1000;

/** A review that changes nothing and compares with nothing: each host is told as soon as it is judged, and forgotten. */
async function checkHosts(paths: readonly string[], options: CheckOptions, io: Io): Promise<Status> {
  const found = await survey(paths, options, io);
  sayEmpty(found.empty, io);
  complain(found.unheeded, io);
  const reports = await printing(options, io);
  const all = found.leads.filter(({ shown }) => shown !== undefined).length;
  if (all >= MANY) await io.forMany?.();
  const progress = progressOf(all, io);
  const idle = idleWatch(paths, options, io);
  let done = 0;
  let isEnded = false;
  const goesOn = async () => {
    isEnded ||= (await io.goesOn?.()) === false;
    return !isEnded;
  };
  for await (const files of reviewHosts(found, io, options.audience, goesOn)) {
    if (files.length > 0) progress.clear();
    reports.add(files);
    idle.hear(files);
    done += files.length;
    progress.at(done);
    if (!(await goesOn())) break;
  }
  progress.clear();
  const ended: Problem[] = isEnded ? [{ path: paths.join(' ') || '.', message: endedText(done, all) }] : [];
  const outcome = { problems: [...found.problems(), ...ended], gone: [] };
  const status = await finish(reports, outcome, done === 0 && found.empty.length === 0, options, io);
  await idle.tell(outcome.problems);
  return isEnded ? 130 : status;
}

/** Findings that remain are reported; the exit code is about them. */
export async function check(paths: readonly string[], options: CheckOptions, io: Io): Promise<Status> {
  const measure = await measureOf(options, io);
  if ('problems' in measure) {
    complain(measure.problems, io);
    return 2;
  }
  if (!options.fix && !options.diff && !measure.baseline && !measure.changes) return checkHosts(paths, options, io);
  const gathered = await gather(paths, options, io);
  const problems = [...gathered.problems];
  const { gone, baseline, whole, ...found } = await measured(gathered, paths, problems, options, measure, io);
  let { files } = found;
  const idle = idleWatch(paths, options, io);
  // Of what a change is not answerable for nobody knows here what it silences.
  if (measure.changes === undefined) idle.hear(files);
  sayEmpty(gathered.empty, io);
  complain(gathered.unheeded, io);
  if (options.diff) {
    complain(problems, io);
    return showPatch(repairsOf(files, options.diff === 'unsafe'), problems, io);
  }
  const filters = options.fix !== undefined && paths.includes('-');
  if (options.fix) {
    const inputs = await fixAll(files, options.fix === 'unsafe', problems, io, filters || !toldInText(options) ? io.stderr : io.stdout);
    if (filters) passOn(inputs, gathered, io);
    const left = await review(inputs, gathered, io, options.audience);
    files = remaining(baseline ? marked(left, baseline) : left, whole, files);
  }
  const reports = filters
    ? await printing({ ...options, format: options.format.map(inText) }, { ...io, stdout: (text) => io.stderr(String(text)) })
    : await printing(options, io);
  reports.add(files);
  const status = await finish(reports, { problems, gone }, gathered.inputs.length === 0 && gathered.empty.length === 0, options, io);
  await idle.tell(problems);
  return status;
}
