/** The command `check`: its options, and what is wrong with them. */
import { normalize } from 'node:path/posix';
import { Command, InvalidArgumentError, Option } from 'commander';
import { didYouMean } from '../../../core/src/index.js';
import { type Call, type CheckOptions, type FormatName, failLevels, fixLevels, formats, type ReportWish } from '../options.js';
import { audienceOption, configOption, dialectOption, formOption, kindOption, refuseWrongWishes, stdinNameOption } from './flags.js';

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

const rootOption = () =>
  new Option('--root <dir>', 'the root of the host that the files belong to; all below it is read for what it tells of it');

export function checkCommand(say: (call: Call) => void): Command {
  return new Command('check')
    .description('review files and folders; without PATH the current folder, with - standard input')
    .argument('[path...]', 'files and folders; in folders the names decide what is read')
    .addOption(reportOption())
    .addOption(kindOption('what named files and standard input are'))
    .addOption(formOption())
    .addOption(dialectOption())
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
