/** The arguments of the command line, read into a command. */
import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { baselineCommand } from './commands/baseline.js';
import { checkCommand } from './commands/check.js';
import { compareCommand } from './commands/compare.js';
import { initCommand } from './commands/init.js';
import { parseCommand } from './commands/parse.js';
import { planCommand } from './commands/plan.js';
import { reportCommand } from './commands/report.js';
import { scheduleCommand } from './commands/schedule.js';
import { type Call, type ListFormat, listFormats } from './options.js';

/** Where commander puts its texts. */
export interface Streams {
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly columns?: number;
}

const EXAMPLES = `
Examples:
  daemonlint check /etc                   review a host
  daemonlint check etc/inetd.conf --fix   comment the risky services out
  crontab -l | daemonlint check -         review your crontab
  daemonlint schedule '30 2 * * 1-5'      when that runs
  daemonlint parse /etc/crontab           what cron makes of each line, as JSON
  daemonlint compare main                 what your changes would start, stop and run otherwise
  daemonlint plan / >plan.sh              a script that turns off what was found
  daemonlint explain telnet               what is known of a service

Exit status: 0 nothing found, 1 findings at or above --fail-on, 2 wrong use or unreadable input.`;

/** The program, with the commands that tell `say` what was called. */
function program({ stdout, stderr, columns }: Streams, say: (call: Call) => void): Command {
  const root = new Command('daemonlint')
    .description('Reads inetd.conf, crontabs, rc links and their kin as the daemons do, and says which entries are doors.')
    .version(version, '--version', 'print the version')
    .addHelpText('after', EXAMPLES);
  const rules = new Command('rules')
    .description('list the rules')
    .addOption(new Option('--format <format>', 'how to print').choices(listFormats).default('text'))
    .action((options: { format: ListFormat }) => say({ type: 'rules', format: options.format }));
  const explain = new Command('explain')
    .description('tell what is known of a rule, a daemon or a service')
    .argument('<name>', 'the id of a rule or the name of a daemon')
    .action((name: string) => say({ type: 'explain', name }));
  root.addCommand(checkCommand(say), { isDefault: true });
  for (const command of [
    compareCommand(say),
    baselineCommand(say),
    initCommand(say),
    parseCommand(say),
    planCommand(say),
    scheduleCommand(say),
    reportCommand(say),
    rules,
    explain,
  ])
    root.addCommand(command);
  for (const command of [root, ...root.commands])
    command
      .exitOverride()
      .helpOption('-h, --help', 'print this help')
      .configureOutput({
        writeOut: stdout,
        writeErr: stderr,
        outputError: (text, write) => write(text.replace(/^error:/, 'daemonlint:')),
        getOutHelpWidth: () => columns ?? 100,
        getErrHelpWidth: () => columns ?? 100,
        getOutHasColors: () => false,
        getErrHasColors: () => false,
      });
  return root;
}

/** A bare `--fix` means the safe ones, and takes no path behind it for a level. */
function spelledOut(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return args.map((argument, index) => (/^--(?:fix|diff)$/.test(argument) && (end === -1 || index < end) ? `${argument}=safe` : argument));
}

/** Reads `args`; help, the version and complaints go to `streams` at once. */
export function parseArguments(args: readonly string[], streams: Streams): Call {
  let call: Call = { type: 'done', status: 0 };
  const root = program(streams, (said) => {
    call = said;
  });
  try {
    root.parse(spelledOut(args), { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { type: 'done', status: error.exitCode === 0 ? 0 : 2 };
  }
  return call;
}

export { version };
