/** The command `plan`: its options, and what is wrong with them. */
import { Command, Option } from 'commander';
import { planSystems } from '../../../core/src/index.js';
import type { Call, PlanOptions } from '../options.js';

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
