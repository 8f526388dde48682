/** The command `baseline`: its options, and what is wrong with them. */
import { Command, Option } from 'commander';
import { BASELINE_NAME } from '../../../workspace/src/index.js';
import type { BaselineOptions, Call } from '../options.js';
import { audienceOption, configOption, dialectOption, formOption, kindOption, refuseWrongWishes } from './flags.js';

export function baselineCommand(say: (call: Call) => void): Command {
  return new Command('baseline')
    .description('write down what check finds today, for check --baseline to put up with')
    .argument('[path...]', 'as of check')
    .addOption(configOption())
    .addOption(new Option('--output <file>', `where to, - for standard output; ${BASELINE_NAME} when left out`))
    .addOption(kindOption('what named files are'))
    .addOption(formOption())
    .addOption(dialectOption())
    .addOption(audienceOption())
    .action((paths: string[], options: BaselineOptions, command: Command) => {
      refuseWrongWishes(command, options, options.kind, false);
      if (paths.includes('-')) command.error('error: a baseline is of files: standard input has no name to know it by');
      say({ type: 'baseline', paths, options });
    });
}
