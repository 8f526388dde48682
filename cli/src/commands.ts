/** The commands that read files: their options, and what is wrong with them. */
import { normalize } from 'node:path/posix';
import { Command, InvalidArgumentError, Option } from 'commander';
import { audiences, dialectNamed, dialectNamesOf, isZone, kinds, planSystems } from '../../core/src/index.js';
import { BASELINE_NAME, CONFIG_NAME, didYouMean } from '../../workspace/src/index.js';
import {
  type BaselineOptions,
  type Call,
  type CheckOptions,
  type CompareOptions,
  compareFormats,
  type FormatName,
  failLevels,
  fixLevels,
  formats,
  type ParseOptions,
  type PlanOptions,
  type ReportOptions,
  type ReportWish,
  reportFormats,
  type ScheduleOptions,
  scheduleFormats,
  type WishOptions,
} from './options.js';
import { visible } from './visible.js';

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

const isFormat = (name: string): name is FormatName => formats.some((format) => format === name);

/** Adds the report that `wish` asks for to those that were asked for before it. */
function reportsWished(wish: string, before: readonly ReportWish[] | undefined): readonly ReportWish[] {
  const [, name = '', target] = /^([^=]*)(?:=(.*))?$/s.exec(wish) ?? [];
  const file = target === '-' ? undefined : target;
  if (!isFormat(name)) throw new InvalidArgumentError(`The formats are ${formats.join(', ')}${didYouMean(name, formats) || '.'}`);
  if (file === '') throw new InvalidArgumentError('Behind the = stands the file that the report is written to.');
  // However it is spelled: paths are as seen from the same folder.
  const placeOf = (name: string | undefined) => (name === undefined ? undefined : normalize(name));
  if (before?.some((one) => placeOf(one.file) === placeOf(file)))
    throw new InvalidArgumentError(
      file === undefined
        ? 'One report can go to standard output; give the others a file: --format FORMAT=FILE.'
        : 'This file would be written twice.',
    );
  return [...(before ?? []), { format: name, ...(file !== undefined && { file }) }];
}

const reportOption = () =>
  new Option('--format <format[=file]>', `how to report: ${formats.join(', ')}; with a file, into it; may be given several times`)
    .argParser(reportsWished)
    .default(undefined, 'text');

/** An unset variable of a script is no commit. */
function refOf(ref: string): string {
  if (ref.trim() === '') throw new InvalidArgumentError('Name a commit, a branch or a tag.');
  return ref;
}

const kindOption = (what: string) => new Option('--kind <kind>', what).choices(kinds.map(({ id }) => id));

const formOption = () =>
  new Option('--form <form>', 'which form of that kind').choices(unique(kinds.flatMap(({ forms }) => forms.filter((form) => form !== ''))));

const dialectOption = (example: string) => new Option('--dialect <dialect>', `the daemon that reads it: ${example} …`);

/** For the commands that look at hosts. */
const rootOption = () =>
  new Option('--root <dir>', 'the root of the host that the files belong to; all below it is read for what it tells of it');

const configOption = () => new Option('--config <file>', `use these settings instead of the nearest ${CONFIG_NAME}`);

const audienceOption = () =>
  new Option('--audience <audience>', 'auditor: say as hints what unlikely daemons make of a file, too').choices(audiences);

const stdinNameOption = () => new Option('--stdin-filename <path>', 'take standard input for this file');

/** What is wrong with a dialect that none of the kinds in question knows; undefined where one does. */
export function unknownDialect(name: string, kind?: string): string | undefined {
  const asked = kinds.filter(({ id }) => kind === undefined || id === kind);
  if (asked.some((one) => dialectNamed(one, name) !== undefined)) return undefined;
  const known = asked.map((one) => `${one.id} has ${dialectNamesOf(one).join(', ') || 'none'}`).join('; ');
  return `there is no dialect “${visible(name)}”${kind === undefined ? '' : ` of ${kind}`}: ${known}`;
}

function refuseWrongWishes(command: Command, { dialect, stdinFilename }: WishOptions, kind: string | undefined, readsStdin: boolean): void {
  const wrong = dialect === undefined ? undefined : unknownDialect(dialect, kind);
  if (wrong !== undefined) command.error(`error: ${wrong}`);
  if (stdinFilename !== undefined && !readsStdin) command.error('error: --stdin-filename goes with -, which stands for standard input');
}

export function checkCommand(say: (call: Call) => void): Command {
  return new Command('check')
    .description('review files and folders; without PATH the current folder, with - standard input')
    .argument('[path...]', 'files and folders; in folders the names decide what is read')
    .addOption(reportOption())
    .addOption(kindOption('what named files and standard input are'))
    .addOption(formOption())
    .addOption(dialectOption('debian, cronie, busybox, openbsd-inetd'))
    .addOption(stdinNameOption())
    .addOption(new Option('--ignore-unknown', 'pass over named files that are none of these kinds'))
    .addOption(rootOption())
    .addOption(
      new Option('--fix [level]', 'carry the safe fixes out, with =unsafe the others too; standard input is printed, fixed').choices(
        fixLevels,
      ),
    )
    .addOption(new Option('--diff [level]', 'print what --fix would change, change nothing').choices(fixLevels).conflicts('fix'))
    .addOption(configOption())
    .addOption(audienceOption())
    .addOption(
      new Option('--changed-since <ref>', 'tell only what came since the work parted from this commit, branch or tag').argParser(refOf),
    )
    .addOption(
      new Option('--changed-in <diff>', 'tell only what this unified diff brought; - reads it from standard input').conflicts(
        'changedSince',
      ),
    )
    .addOption(new Option('--baseline <file>', 'mark the findings that this file accepts, and do not count them'))
    .addOption(new Option('--fail-on <severity>', 'exit with 1 on findings this bad and worse').choices(failLevels).default('warning'))
    .action(
      (
        paths: string[],
        { format = [{ format: 'text' }], ...rest }: Partial<CheckOptions> & Omit<CheckOptions, 'format'>,
        command: Command,
      ) => {
        const options: CheckOptions = { ...rest, format };
        refuseWrongWishes(command, options, options.kind, paths.includes('-'));
        const changes = options.changedSince === undefined ? (options.changedIn === undefined ? undefined : 'in') : 'since';
        if (changes && paths.includes('-')) command.error(`error: --changed-${changes} goes with files, not with text from standard input`);
        say({ type: 'check', paths, options });
      },
    );
}

export function baselineCommand(say: (call: Call) => void): Command {
  return new Command('baseline')
    .description('write down what check finds today, for check --baseline to put up with')
    .argument('[path...]', 'as of check')
    .addOption(configOption())
    .addOption(new Option('--output <file>', `where to, - for standard output; ${BASELINE_NAME} when left out`))
    .addOption(kindOption('what named files are'))
    .addOption(formOption())
    .addOption(dialectOption('debian, cronie, busybox, openbsd-inetd'))
    .addOption(audienceOption())
    .action((paths: string[], options: BaselineOptions, command: Command) => {
      refuseWrongWishes(command, options, options.kind, false);
      if (paths.includes('-')) command.error('error: a baseline is of files: standard input has no name to know it by');
      say({ type: 'baseline', paths, options });
    });
}

const PARSE_EXAMPLES = `
Examples:
  daemonlint parse /etc/crontab                               what the daemon makes of each line
  crontab -l | daemonlint parse --dialect cronie -            as cronie reads it
  daemonlint parse --bits --form system --dialect debian F    sets as hexadecimal bits

Exit status: 0 whatever the lines are, 2 wrong use or unreadable input.`;

export function parseCommand(say: (call: Call) => void): Command {
  return new Command('parse')
    .description('print, for programs, what the daemon makes of each line of one file; with - of standard input')
    .argument('<file>', 'the file, or -')
    .addOption(new Option('--format <format>', 'how to print').choices(['json']).default('json'))
    .addOption(kindOption('what the file is'))
    .addOption(formOption())
    .addOption(dialectOption('debian, cronie, busybox, openbsd-inetd'))
    .addOption(stdinNameOption())
    .addOption(new Option('--bits', 'of a crontab: sets as hexadecimal bits, flags and messages as the daemons have them'))
    .addHelpText('after', PARSE_EXAMPLES)
    .action((path: string, options: ParseOptions, command: Command) => {
      refuseWrongWishes(command, options, options.kind, path === '-');
      say({ type: 'parse', path, options });
    });
}

const MOST_RUNS = 1000;

function countOf(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_RUNS) return count;
  throw new InvalidArgumentError(`It is a number from 1 to ${MOST_RUNS}.`);
}

function zoneNamed(name: string): string {
  if (isZone(name)) return name;
  throw new InvalidArgumentError(
    `No time zone has this name${didYouMean(name, Intl.supportedValuesOf('timeZone')) || '; they are such as Europe/Berlin or UTC'}`,
  );
}

const zoneOption = () =>
  new Option('--zone <zone>', 'the time zone that the host keeps; that of the project or of this machine when left out').argParser(
    zoneNamed,
  );

const fromOption = () => new Option('--from <time>', 'runs after this time, such as 2026-03-28 or 2026-03-28T02:00Z; now when left out');

export const initCommand = (say: (call: Call) => void): Command =>
  new Command('init')
    .description(`write a first ${CONFIG_NAME} for the current folder, from what is found in it`)
    .action(() => say({ type: 'init' }));

const COMPARE_EXAMPLES = `
Examples:
  daemonlint compare main                              the work at hand beside a branch
  daemonlint compare main...                           what came since the work parted from it
  daemonlint compare v1 v2 --format markdown           two commits, for a pull request
  daemonlint compare hosts/old hosts/new               two folders
  daemonlint compare before.txt after.txt              two listings

What exists as a file or a folder is one; anything else is a commit, branch or tag of git, seen from the current folder.
Exit status: 0, or 1 with --exit-code where something changed, 2 wrong use or unreadable input.`;

export function compareCommand(say: (call: Call) => void): Command {
  return new Command('compare')
    .description('tell which services, jobs and users a change switches on, off, or otherwise')
    .argument('<before>', 'a folder, a file, or a commit of git')
    .argument('[after]', 'the same; the current folder when left out', '.')
    .addOption(new Option('--format <format>', 'how to print').choices(compareFormats).default('text'))
    .addOption(kindOption('what named files are'))
    .addOption(formOption())
    .addOption(dialectOption('debian, cronie, busybox, openbsd-inetd'))
    .addOption(zoneOption())
    .addOption(fromOption())
    .addOption(new Option('-n, --count <number>', `how many runs of a job, up to ${MOST_RUNS}`).argParser(countOf).default(3))
    .addOption(configOption())
    .addOption(new Option('--exit-code', 'exit with 1 where something changed'))
    .addHelpText('after', COMPARE_EXAMPLES)
    .action((before: string, after: string, options: CompareOptions, command: Command) => {
      refuseWrongWishes(command, options, options.kind, false);
      if (before === '-' || after === '-') command.error('error: compare takes folders, files and commits, not standard input');
      say({ type: 'compare', before, after, options });
    });
}

const REPORT_EXAMPLES = `
Examples:
  daemonlint report / >host.html                       this host, to read or to print
  daemonlint report --format markdown hosts/web1       for a ticket
  daemonlint report --format json --one /mnt/image     for programs

Exit status: 0, or 2 for wrong use and unreadable input; what can be told is told all the same.`;

export function reportCommand(say: (call: Call) => void): Command {
  return new Command('report')
    .description('tell of a host what runs, what of it should not, what is left then, and the order of its boot')
    .argument('[dir]', 'the root of the host; the current folder when left out', '.')
    .addOption(new Option('--format <format>', 'how to print').choices(reportFormats).default('html'))
    .addOption(new Option('--one', 'all below DIR is one host, whatever the paths in it tell'))
    .addOption(dialectOption('debian, cronie, redhat'))
    .addHelpText('after', REPORT_EXAMPLES)
    .action((folder: string, options: ReportOptions, command: Command) => {
      refuseWrongWishes(command, options, undefined, false);
      say({ type: 'report', folder, options });
    });
}

const SCHEDULE_EXAMPLES = `
Examples:
  daemonlint schedule '30 2 * * 1-5'                           in words, and the next five runs
  daemonlint schedule -n 3 --zone Europe/Berlin @weekly        by the clocks of Berlin
  daemonlint schedule --dialect cronie '0~30 4 * * *'          what is drawn, and from what
  daemonlint schedule --from 2026-03-28 /etc/crontab           every entry of a file
  daemonlint schedule --format html /etc/crontab >week.html    the week as a page: what runs in which hour
  crontab -l | daemonlint schedule --format json -             for programs

A name that exists as a file is a file; - is standard input; anything else is an expression.
Exit status: 0, or 2 for wrong use, unreadable input and entries that no daemon takes.`;

export function scheduleCommand(say: (call: Call) => void): Command {
  return new Command('schedule')
    .description('tell in words when entries of a crontab run, and their next runs')
    .argument('<expression|file...>', 'five fields or an @ word, quoted, with or without a command behind it; or a crontab; or -')
    .addOption(new Option('--format <format>', 'how to print').choices(scheduleFormats).default('text'))
    .addOption(dialectOption('debian, cronie, freebsd, openbsd, busybox'))
    .addOption(zoneOption())
    .addOption(fromOption())
    .addOption(new Option('-n, --count <number>', `how many runs, up to ${MOST_RUNS}`).argParser(countOf).default(5))
    .addOption(new Option('--form <form>', 'of a crontab: whose it is').choices(kinds.find(({ id }) => id === 'crontab')?.forms ?? []))
    .addOption(stdinNameOption())
    .addHelpText('after', SCHEDULE_EXAMPLES)
    .action((words: string[], options: ScheduleOptions, command: Command) => {
      refuseWrongWishes(command, options, 'crontab', words.length === 1 && words[0] === '-');
      say({ type: 'schedule', words, options });
    });
}

const PLAN_EXAMPLES = `
Examples:
  daemonlint plan / >plan.sh                    what is found on this host
  daemonlint plan --undo / >undo.sh             what takes that back
  daemonlint plan --for openrc copy-of-a-host   by the commands of OpenRC

Nothing is run: review the script, delete what you do not want, then run it on its host.
Exit status: 0 printed, 2 wrong use, unreadable input, several hosts or systems.`;

export function planCommand(say: (call: Call) => void): Command {
  return new Command('plan')
    .description('print a shell script that turns off what is found on a host, to be reviewed')
    .argument('<dir>', 'the root of the host, or a copy of it')
    .addOption(new Option('--for <system>', 'whose commands to use; told from the files when left out').choices(planSystems))
    .addOption(new Option('--undo', 'print the script that takes the plan back'))
    .addHelpText('after', PLAN_EXAMPLES)
    .action((dir: string, options: PlanOptions) => say({ type: 'plan', dir, options }));
}
