/** The step of action.yml, run by its own words as the runner does. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { bash, type Ran, root } from './support.js';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly description: string; readonly value: string }>>;
  readonly runs: {
    readonly using: string;
    readonly steps: readonly {
      readonly id: string;
      readonly run: string;
      readonly shell: string;
      readonly env: Readonly<Record<string, string>>;
    }[];
  };
}

export const action = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as Action;
const [step] = action.runs.steps;

/** What the runner puts in the place of `${{ inputs.NAME }}`. */
const filled = (text: string, given: Readonly<Record<string, string>>): string =>
  text
    .replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => given[name] ?? action.inputs[name]?.default ?? '')
    .replace(/\$\{\{ github.*\}\}/, 'https://g.example/docs/rules');

/** Outputs as the runner reads them from GITHUB_OUTPUT. */
const outputsOf = (text: string): Record<string, string> =>
  Object.fromEntries([...text.matchAll(/^([\w-]+)<<(.*)\n([\s\S]*?)\n\2$/gm)].map(([, name, , value]) => [name, value]));

export interface Acted extends Ran {
  readonly outputs: Readonly<Record<string, string>>;
  /** What was added to the summary of the job. */
  readonly summary: string;
}

/** Runs the step in the repository at `folder`: `given` are its inputs, `more` further variables, `checkout` where the action lies. */
export function runAction(
  folder: string,
  given: Readonly<Record<string, string>> = {},
  more: Readonly<Record<string, string>> = {},
  checkout = root,
): Acted {
  const output = path.join(folder, '.git', 'output');
  const summary = path.join(folder, '.git', 'summary');
  for (const file of [output, summary]) writeFileSync(file, '');
  const inputs = Object.fromEntries(Object.entries(step?.env ?? {}).map(([name, text]) => [name, filled(text, given)]));
  const ran = bash(step?.run ?? '', path.join(folder, given['working-directory'] ?? '.'), {
    ...inputs,
    GITHUB_ACTION_PATH: checkout,
    GITHUB_WORKSPACE: folder,
    GITHUB_OUTPUT: output,
    GITHUB_STEP_SUMMARY: summary,
    RUNNER_TEMP: path.join(folder, '.git'),
    ...more,
  });
  return { ...ran, outputs: outputsOf(readFileSync(output, 'utf8')), summary: readFileSync(summary, 'utf8') };
}
