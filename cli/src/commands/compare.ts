/** The command `compare`: its options, and what is wrong with them. */
import { Command, Option } from 'commander';
import { type Call, type CompareOptions, compareFormats } from '../options.js';
import {
  configOption,
  countOf,
  dialectOption,
  formOption,
  fromOption,
  kindOption,
  MOST_RUNS,
  refuseWrongWishes,
  zoneOption,
} from './flags.js';

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
    .addOption(dialectOption())
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
