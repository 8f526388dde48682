/** The command `report`: a host as one picture, for people or for programs. */
import { type HostReport, hostMarkdown, hostPage, reportOn } from '../../../core/src/index.js';
import {
  baseName,
  findHosts,
  hasFilesBeside,
  parentOf,
  problemOf,
  projectFinder,
  relativeTo,
  resolve,
} from '../../../workspace/src/index.js';
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

interface Format {
  /** Of one host, so that its files need not be held while the next one is read. */
  readonly tell: (host: Reported) => string;
  readonly all: (told: readonly string[]) => string;
}

/** THE table of formats; the first host is the only one where a page is asked for. */
const formats: Readonly<Record<ReportOptions['format'], Format>> = {
  html: { tell: hostPage, all: ([page = '']) => page },
  markdown: { tell: ({ report, title }) => hostMarkdown(report, title), all: (told) => told.join('\n') },
  json: {
    tell: (host) => indented(hostJson(host)),
    all: (told) => `{\n  "version": ${JSON.stringify(version)},\n  "hosts": [\n    ${told.join(',\n    ')}\n  ]\n}\n`,
  },
};

const NOTHING = 'holds no file that is named as an inetd.conf, a crontab, a listing of rc links or the like';

/** What a host is called: the folder as it was asked for, by its name where that is `.`. */
function titleOf(argument: string, folder: string, root: string, io: Io): string {
  const inside = relativeTo(folder, root);
  if (inside === undefined || inside === '') return argument === '.' ? baseName(io.cwd) || '/' : argument;
  return argument === '.' ? inside : `${argument.replace(/\/+$/, '')}/${inside}`;
}

/** What to do where a page is asked for and there are several hosts. `apart`: by the names of their files alone. */
function choices(titles: readonly string[], apart: boolean): string {
  if (apart)
    return 'their files lie beside each other, told apart by their names: say --format markdown for all of them, or --one for one picture';
  return `name one of ${titles.slice(0, 5).map(visible).join(', ')}${titles.length > 5 ? ' …' : ''}; or say --one`;
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
  const { tell, all } = formats[format];
  const titles: string[] = [];
  const told: string[] = [];
  let apart = false;
  for await (const { host, members } of found.hosts()) {
    const [member] = members;
    const { config } = await projectOf(member === undefined ? folder : (parentOf(member.source.path) ?? folder));
    const title = titleOf(argument, folder, host.root, io);
    titles.push(title);
    apart ||= hasFilesBeside({ host, members });
    told.push(tell({ title, report: reportOn(host, config.keep) }));
  }
  const problems = found.problems();
  for (const problem of problems) io.stderr(`${problemText({ ...problem, path: relativeTo(io.cwd, problem.path) ?? problem.path })}\n`);
  if (told.length === 0) return problems.length > 0 ? 2 : fail(NOTHING);
  if (format === 'html' && told.length > 1) return fail(`holds ${told.length} hosts, and a page is of one: ${choices(titles, apart)}`);
  io.stdout(all(told));
  return problems.length > 0 ? 2 : 0;
}
