/** The arguments of the command line, read into a command. */
import { Command, CommanderError, Option } from 'commander';
import { type Audience, audiences, kinds } from '../../core/src/index.js';
import { version } from '../../package.json';

export const formats = ['text', 'json'] as const;
export const failLevels = ['error', 'warning', 'info', 'never'] as const;

export interface CheckOptions {
  readonly format: (typeof formats)[number];
  readonly kind?: string;
  readonly form?: string;
  readonly stdinFilename?: string;
  readonly fix?: true;
  readonly diff?: true;
  readonly audience?: Audience;
  readonly failOn: (typeof failLevels)[number];
}

export type Call =
  | { readonly type: 'check'; readonly paths: readonly string[]; readonly options: CheckOptions }
  | { readonly type: 'rules'; readonly format: CheckOptions['format'] }
  | { readonly type: 'explain'; readonly name: string }
  /** Nothing is left to do: help was shown, or what is wrong was said. */
  | { readonly type: 'done'; readonly status: 0 | 2 };

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
  daemonlint explain telnet               what is known of a service

Exit status: 0 nothing found, 1 findings at or above --fail-on, 2 wrong use or unreadable input.`;

const format = () => new Option('--format <format>', 'how to print').choices(formats).default('text');

const unique = (names: readonly string[]): readonly string[] => [...new Set(names)];

function checkCommand(say: (call: Call) => void): Command {
  return new Command('check')
    .description('review files and folders; without PATH the current folder, with - standard input')
    .argument('[path...]', 'files and folders; in folders the names decide what is read')
    .addOption(format())
    .addOption(new Option('--kind <kind>', 'what named files and standard input are').choices(kinds.map(({ id }) => id)))
    .addOption(new Option('--form <form>', 'which form of that kind').choices(unique(kinds.flatMap(({ forms }) => forms))))
    .option('--stdin-filename <path>', 'take standard input for this file')
    .addOption(new Option('--fix', 'carry the safe fixes out; standard input is printed, fixed'))
    .addOption(new Option('--diff', 'print what --fix would change, change nothing').conflicts('fix'))
    .addOption(new Option('--audience <audience>', 'auditor: say as hints what unlikely daemons make of a file, too').choices(audiences))
    .addOption(new Option('--fail-on <severity>', 'exit with 1 on findings this bad and worse').choices(failLevels).default('warning'))
    .action((paths: string[], options: CheckOptions, command: Command) => {
      if (options.stdinFilename !== undefined && !paths.includes('-'))
        command.error('error: --stdin-filename goes with -, which stands for standard input');
      say({ type: 'check', paths, options });
    });
}

/** The program, with the commands that tell `say` what was called. */
function program({ stdout, stderr, columns }: Streams, say: (call: Call) => void): Command {
  const root = new Command('daemonlint')
    .description('Reads inetd.conf, crontabs and rc-link listings as the daemons do, and says which entries are doors.')
    .version(version, '--version', 'print the version')
    .addHelpText('after', EXAMPLES);
  const rules = new Command('rules')
    .description('list the rules')
    .addOption(format())
    .action((options: { format: CheckOptions['format'] }) => say({ type: 'rules', format: options.format }));
  const explain = new Command('explain')
    .description('tell what is known of a rule, a daemon or a service')
    .argument('<name>', 'the id of a rule or the name of a daemon')
    .action((name: string) => say({ type: 'explain', name }));
  root.addCommand(checkCommand(say), { isDefault: true }).addCommand(rules).addCommand(explain);
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

/** Reads `args`; help, the version and complaints go to `streams` at once. */
export function parseArguments(args: readonly string[], streams: Streams): Call {
  let call: Call = { type: 'done', status: 0 };
  const root = program(streams, (said) => {
    call = said;
  });
  try {
    root.parse(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return { type: 'done', status: error.exitCode === 0 ? 0 : 2 };
  }
  return call;
}

export { version };
