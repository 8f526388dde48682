/** The command `check`: its options, and what is wrong with them. */
import { Command, Option } from 'commander';
import { type Call, type CheckOptions, failLevels, fixLevels } from '../options.js';
import {
  audienceOption,
  configOption,
  dialectOption,
  formOption,
  kindOption,
  refOf,
  refuseWrongWishes,
  reportOption,
  rootOption,
  stdinNameOption,
} from './flags.js';

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
