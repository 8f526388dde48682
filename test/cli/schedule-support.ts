// `daemonlint schedule`, its JSON held against its schema.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Tree } from '../workspace/memory.js';
import { daemonlint, type Setting } from './memory-io.js';

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const compiled = ajv.compile(JSON.parse(readFileSync('schemas/schedule.schema.json', 'utf8')));

export const call = (args: readonly string[], tree: Tree = {}, setting: Setting = {}) => daemonlint(['schedule', ...args], tree, setting);

/** The lines printed for one expression, without the indentation. */
export async function lines(...args: string[]): Promise<string[]> {
  const { status, stdout, stderr } = await call(args);
  assert.deepEqual([status, stderr], [0, ''], stderr);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.trim());
}

type Entry = Readonly<Record<string, unknown>> & { readonly runs: readonly { readonly time: string; readonly note?: string }[] };

export interface Told {
  readonly path: string | null;
  readonly zone: string;
  readonly from: string;
  readonly entries: readonly Entry[];
}

export async function json(args: readonly string[], tree: Tree = {}, setting: Setting = {}, expected = 0): Promise<Told> {
  const { status, stdout } = await call(['--format', 'json', ...args], tree, setting);
  assert.equal(status, expected);
  const value: Told = JSON.parse(stdout);
  const valid: boolean = compiled(value);
  assert.ok(valid, ajv.errorsText(compiled.errors));
  return value;
}
