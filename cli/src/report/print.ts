/** Writes the reports that were asked for: one to standard output, the others to files, each of them whole or not at all. */
import { severities } from '../../../core/src/index.js';
import { type Problem, problemOf, resolve } from '../../../workspace/src/index.js';
import { coloursFor } from '../colour.js';
import type { Io } from '../io.js';
import type { CheckOptions, ReportWish } from '../options.js';
import type { Reviewed } from '../review.js';
import { addresser, rulePages, webFinder } from './address.js';
import { formatsByName } from './index.js';
import { unwritten } from './problem.js';
import { counter, locator, type Outcome, type Style, type Summary } from './report.js';
import type { Ending, Setting, Writer } from './writer.js';

/** How a report looks where it goes: in a file nothing is known of a terminal. */
function styleOf(io: Io, isFile: boolean): Style {
  if (isFile) return { colours: coloursFor({ ...io, isTTY: false, env: {} }), isTerminal: false };
  return { colours: coloursFor(io), ...(io.columns !== undefined && { columns: io.columns }), isTerminal: io.isTTY };
}

function settingOf(failOn: CheckOptions['failOn'], io: Io): Omit<Setting, 'style'> {
  const pages = rulePages(io);
  return {
    locate: locator(),
    address: addresser(io),
    web: webFinder(io),
    pages,
    rulePageAt: (rule) => (pages === undefined ? undefined : `${pages}/${rule}.md`),
    fails: (severity) => failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn),
  };
}

/** Appends to the summary of the CI job, where there is one. */
async function addSummary(text: string | undefined, { env, files }: Io): Promise<Problem[]> {
  const path = env.GITHUB_STEP_SUMMARY;
  if (text === undefined || path === undefined || path === '') return [];
  try {
    await files.append(path, new TextEncoder().encode(`${text}\n`));
    return [];
  } catch (error) {
    return [{ path, message: `cannot be added to: ${problemOf(path, error).message}` }];
  }
}

/** A report that is being written. */
interface Begun {
  readonly wish: ReportWish;
  readonly writer: Writer;
  readonly put: (text: string) => void;
  /** What is to go into a file at the end. */
  readonly pieces: readonly string[];
}

async function begin(wish: ReportWish, setting: Setting, io: Io): Promise<Begun> {
  const writer = (await formatsByName[wish.format]())(setting);
  const pieces: string[] = [];
  const put = wish.file === undefined ? io.stdout : (text: string) => pieces.push(text);
  if (writer.begin !== undefined) put(writer.begin);
  return { wish, writer, put, pieces };
}

/** Writes the end, and the file that was asked for. Gives what could not be written. */
async function end({ wish: { file }, writer, put, pieces }: Begun, ending: Ending, io: Io): Promise<Problem[]> {
  put(writer.end(ending));
  const problems = await addSummary(writer.summary?.(), io);
  if (file === undefined) return problems;
  try {
    await io.files.put(resolve(io.cwd, file), Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
    return problems;
  } catch (error) {
    return [...problems, { path: file, message: `the report cannot be written: ${unwritten(file, error)}` }];
  }
}

/** The reports that were asked for, while files are added to them. */
export interface Printing {
  /** What is on standard output is there at once. */
  readonly add: (files: readonly Reviewed[]) => void;
  /** Gives what could not be written: the other reports are there all the same. */
  readonly end: (outcome: Outcome) => Promise<{ readonly summary: Summary; readonly unwritten: readonly Problem[] }>;
}

export async function printing({ format, failOn }: Pick<CheckOptions, 'format' | 'failOn'>, io: Io): Promise<Printing> {
  const setting = settingOf(failOn, io);
  const count = counter();
  const begun: Begun[] = [];
  for (const wish of format) begun.push(await begin(wish, { ...setting, style: styleOf(io, wish.file !== undefined) }, io));
  return {
    add(files) {
      for (const file of files) count.add(file);
      for (const { writer, put } of begun) {
        const text = files.map((file) => writer.file(file)).join('');
        if (text !== '') put(text);
      }
    },
    async end({ problems, gone }) {
      const summary = count.summary(problems.length);
      const unwritten: Problem[] = [];
      for (const one of begun) unwritten.push(...(await end(one, { summary, problems, gone }, io)));
      return { summary, unwritten };
    },
  };
}
