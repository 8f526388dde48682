/** The commands by their names: what is none of them is a path to check. */
import { nearest } from '../../core/src/index.js';
import { fixLevels } from './options.js';

export const commandNames = ['check', 'compare', 'baseline', 'init', 'parse', 'plan', 'schedule', 'report', 'rules', 'explain'] as const;

/** A sentence that names the command or option which was perhaps meant by a path that is not there; empty where none is near. */
export function commandMeant(argument: string): string {
  // A level of fixing behind a blank, which ends the option.
  if (fixLevels.some((level) => level === argument)) return `. Did you mean --fix=${argument} or --diff=${argument}?`;
  const [name] = /^[a-z]+$/.test(argument) ? nearest(argument, commandNames, 1) : [];
  return name === undefined ? '' : `. Did you mean the command “${name}”?`;
}
