/** The commands by their names: what is none of them is a path to check. */
import { nearest } from '../../workspace/src/index.js';

export const commandNames = ['check', 'compare', 'baseline', 'init', 'parse', 'plan', 'schedule', 'report', 'rules', 'explain'] as const;

/** A sentence that names the command which was perhaps meant by a path that is not there; empty where none is near. */
export function commandMeant(argument: string): string {
  const [name] = /^[a-z]+$/.test(argument) ? nearest(argument, commandNames, 1) : [];
  return name === undefined ? '' : `. Did you mean the command “${name}”?`;
}
