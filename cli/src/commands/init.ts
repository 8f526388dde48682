/** The command `init`: its options, and what is wrong with them. */
import { Command } from 'commander';
import { CONFIG_NAME } from '../../../workspace/src/index.js';
import type { Call } from '../options.js';

export const initCommand = (say: (call: Call) => void): Command =>
  new Command('init')
    .description(`write a first ${CONFIG_NAME} for the current folder, from what is found in it`)
    .action(() => say({ type: 'init' }));
