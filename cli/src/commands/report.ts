/** The command `report`: its options, and what is wrong with them. */
import { Command, Option } from 'commander';
import { type Call, type ReportOptions, reportFormats } from '../options.js';
import { dialectOption, refuseWrongWishes } from './flags.js';

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
