/** The command `parse`: its options, and what is wrong with them. */
import { Command, Option } from 'commander';
import type { Call, ParseOptions } from '../options.js';
import { dialectOption, formOption, kindOption, refuseWrongWishes, stdinNameOption } from './flags.js';

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
    .addOption(dialectOption())
    .addOption(stdinNameOption())
    .addOption(new Option('--bits', 'of a crontab: sets as hexadecimal bits, flags and messages as the daemons have them'))
    .addHelpText('after', PARSE_EXAMPLES)
    .action((path: string, options: ParseOptions, command: Command) => {
      refuseWrongWishes(command, options, options.kind, path === '-');
      say({ type: 'parse', path, options });
    });
}
