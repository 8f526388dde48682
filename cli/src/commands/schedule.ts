/** The command `schedule`: its options, and what is wrong with them. */
import { Command, Option } from 'commander';
import { kinds } from '../../../core/src/index.js';
import { type Call, type ScheduleOptions, scheduleFormats } from '../options.js';
import { countOf, dialectOption, fromOption, MOST_RUNS, refuseWrongWishes, stdinNameOption, zoneOption } from './flags.js';

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
