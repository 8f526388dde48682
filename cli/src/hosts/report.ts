/** The command `report`: a host as one picture, for people or for programs. */
import { type HostReport, hostMarkdown, hostPage, hostsPage, reportOn } from '../../../core/src/index.js';
import { baseName, findHosts, parentOf, problemOf, projectFinder, relativeTo, resolve } from '../../../workspace/src/index.js';
import { version } from '../args.js';
import type { Io } from '../io.js';
import type { ReportOptions } from '../options.js';
import { problemText } from '../report/problem.js';
import { visible } from '../visible.js';

/** A host, and what it is called. */
interface Reported {
  /** As the person wrote the folder, or below it. */
  readonly title: string;
  readonly report: HostReport;
}

type Service = HostReport['running'][number];

const placeJson = ({
  file,
  seen,
  link,
  kind,
  state,
  masked,
  when,
  place,
  user,
  program,
  order,
  uses,
  kept,
}: Service['places'][number]) => ({
  file: seen ?? file,
  link: link ?? null,
  line: place.line + 1,
  column: place.column + 1,
  kind,
  state,
  masked: masked ?? false,
  when: when.type,
  levels: 'levels' in when ? when.levels : null,
  order: order ?? null,
  user: user ?? null,
  program: program ?? null,
  uses: uses ?? false,
  kept: kept ?? false,
});

const serviceJson = ({ name, fact, state, level, verdict, what, why, switches, places }: Service) => ({
  name,
  fact: fact ?? null,
  state,
  level: level ?? null,
  verdict: verdict ?? null,
  what: what ?? null,
  why: why ?? null,
  switches,
  places: places.map(placeJson),
});

const namesOf = (services: readonly Service[]): readonly string[] => services.map(({ name }) => name);

const hostJson = ({ title, report: { running, unwanted, left, off, boots } }: Reported) => ({
  root: title,
  services: [...running, ...off].map(serviceJson),
  unwanted: namesOf(unwanted),
  left: namesOf(left),
  boots: boots.map(({ levels, steps }) => ({
    levels,
    steps: steps.map(({ order, name, level }) => ({ order, name, level: level ?? null })),
  })),
});

const indented = (json: unknown): string => JSON.stringify(json, undefined, 2).replaceAll('\n', '\n    ');

/** Takes host by host, so that their files need not be held while the next one is read. */
interface Teller {
  take(host: Reported): void;
  /** `title`: what all of them are called together. */
  whole(title: string): string;
}

function textTeller(tell: (host: Reported) => string, all: (told: readonly string[]) => string): Teller {
  const told: string[] = [];
  return { take: (host) => told.push(tell(host)), whole: () => all(told) };
}

function pageTeller(): Teller {
  const hosts: Reported[] = [];
  return {
    take: (host) => hosts.push(host),
    whole(title) {
      const [first, second] = hosts;
      return first && !second ? hostPage(first) : hostsPage(hosts, title);
    },
  };
}

/** THE table of formats. */
const formats: Readonly<Record<ReportOptions['format'], () => Teller>> = {
  html: pageTeller,
  markdown: () =>
    textTeller(
      ({ report, title }) => hostMarkdown(report, title),
      (told) => told.join('\n'),
    ),
  json: () =>
    textTeller(
      (host) => indented(hostJson(host)),
      (told) => `{\n  "version": ${JSON.stringify(version)},\n  "hosts": [\n    ${told.join(',\n    ')}\n  ]\n}\n`,
    ),
};

const NOTHING = 'holds no file that is named as an inetd.conf, a crontab, a listing of rc links or the like';

/** What a host is called: the folder as it was asked for, by its name where that is `.`. */
function titleOf(argument: string, folder: string, root: string, io: Io): string {
  const inside = relativeTo(folder, root);
  if (inside === undefined || inside === '') return argument === '.' ? baseName(io.cwd) || '/' : argument;
  return argument === '.' ? inside : `${argument.replace(/\/+$/, '')}/${inside}`;
}

/** 0, or 2 where something cannot be read or there is nothing to tell of. */
export async function reportHosts(argument: string, { format, dialect, one }: ReportOptions, io: Io): Promise<0 | 2> {
  const folder = resolve(io.cwd, argument);
  const fail = (message: string): 2 => {
    io.stderr(`daemonlint: ${visible(argument)}: ${message}\n`);
    return 2;
  };
  try {
    if ((await io.files.stat(folder)).type !== 'directory') return fail('is not a folder: report wants the root of a host');
  } catch (error) {
    return fail(problemOf(argument, error).message);
  }
  const found = await findHosts(io.files, folder, { asOne: one === true, ...(dialect !== undefined && { dialect }) });
  const projectOf = projectFinder(io.files);
  const teller = formats[format]();
  let count = 0;
  for await (const { host, members } of found.hosts()) {
    const [member] = members;
    const { config } = await projectOf(member === undefined ? folder : (parentOf(member.source.path) ?? folder));
    teller.take({ title: titleOf(argument, folder, host.root, io), report: reportOn(host, config.keep) });
    count++;
  }
  const problems = found.problems();
  for (const problem of problems) io.stderr(`${problemText({ ...problem, path: relativeTo(io.cwd, problem.path) ?? problem.path })}\n`);
  if (count === 0) return problems.length > 0 ? 2 : fail(NOTHING);
  io.stdout(teller.whole(titleOf(argument, folder, folder, io)));
  return problems.length > 0 ? 2 : 0;
}
