/** Writes the reports that were asked for: one to standard output, the others to files, each of them whole or not at all. */
import { severities } from '../../../core/src/index.js';
import { type Problem, problemOf, resolve } from '../../../workspace/src/index.js';
import { coloursFor } from '../colour.js';
import type { Io } from '../io.js';
import type { CheckOptions, ReportWish } from '../options.js';
import { addresser, rulePages, webFinder } from './address.js';
import { formatsByName } from './index.js';
import { locator, type Report, type Style, summaryOf } from './report.js';
import type { Setting } from './writer.js';

/** How a report looks where it goes: in a file nothing is known of a terminal. */
function styleOf(io: Io, isFile: boolean): Style {
  if (isFile) return { colours: coloursFor({ ...io, isTTY: false, env: {} }), isTerminal: false };
  return { colours: coloursFor(io), ...(io.columns !== undefined && { columns: io.columns }), isTerminal: io.isTTY };
}

function settingOf(report: Report, failOn: CheckOptions['failOn'], io: Io): Omit<Setting, 'style'> {
  const pages = rulePages(io);
  return {
    locate: locator(report.files),
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

/** Writes one report. Gives what could not be written. */
async function printOne({ format, file }: ReportWish, report: Report, setting: Setting, io: Io): Promise<Problem[]> {
  const writer = (await formatsByName[format]())(setting);
  const pieces: string[] = [];
  const put = file === undefined ? io.stdout : (text: string) => pieces.push(text);
  if (writer.begin !== undefined) put(writer.begin);
  for (const one of report.files) {
    const text = writer.file(one);
    if (text !== '') put(text);
  }
  put(writer.end({ summary: summaryOf(report), problems: report.problems, gone: report.gone }));
  const problems = await addSummary(writer.summary?.(), io);
  if (file === undefined) return problems;
  try {
    await io.files.put(resolve(io.cwd, file), Buffer.concat(pieces.map((piece) => Buffer.from(piece))));
    return problems;
  } catch (error) {
    return [...problems, { path: file, message: `the report cannot be written: ${problemOf(file, error).message}` }];
  }
}

/** Gives what could not be written: the other reports are there all the same. */
export async function printReports(
  report: Report,
  { format, failOn }: Pick<CheckOptions, 'format' | 'failOn'>,
  io: Io,
): Promise<Problem[]> {
  const setting = settingOf(report, failOn, io);
  const problems: Problem[] = [];
  for (const wish of format) {
    const style = styleOf(io, wish.file !== undefined);
    problems.push(...(await printOne(wish, report, { ...setting, style }, io)));
  }
  return problems;
}
