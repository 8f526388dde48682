// `daemonlint parse` over texts, its output held against its schema.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Tree } from '../workspace/memory.js';
import { daemonlint, type Setting } from './memory-io.js';

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const compiled = ajv.compile(JSON.parse(readFileSync('schemas/parse.schema.json', 'utf8')));

export type Row = Readonly<Record<string, unknown>>;

export interface Parsed extends Row {
  readonly lines: readonly Row[];
}

/** `stdout` as the schema has it; the test fails where it is something else. */
export function checked(stdout: string): Parsed {
  const value: Parsed = JSON.parse(stdout);
  const valid: boolean = compiled(value);
  assert.ok(valid, ajv.errorsText(compiled.errors));
  return value;
}

export async function parsed(args: readonly string[], stdin: Setting['stdin'] = '', tree: Tree = {}): Promise<Parsed> {
  const { status, stdout, stderr } = await daemonlint(['parse', ...args], tree, { stdin });
  assert.deepEqual([status, stderr], [0, ''], stderr);
  return checked(stdout);
}

export const crontab = (text: string, ...args: string[]): Promise<Parsed> =>
  parsed(['--kind', 'crontab', '--format', 'json', ...args, '-'], text);

/** The record of the only line. */
export async function lineOf(text: string, ...args: string[]): Promise<Row> {
  const [line = {}] = (await crontab(`${text}\n`, ...args)).lines;
  return line;
}

/** The only line as `--bits` has it. */
export async function bitsOf(text: string, dialect: string, form = 'user'): Promise<Row> {
  const args = ['parse', '--kind', 'crontab', '--form', form, '--dialect', dialect, '--bits', '-'];
  const { line: _, ...verdict } = JSON.parse((await daemonlint(args, {}, { stdin: `${text}\n` })).stdout).lines[0];
  return verdict;
}

export const asRows = (value: unknown): readonly Row[] => (Array.isArray(value) ? value : []);
export const asRow = (value: unknown): Row => asRows([value])[0] ?? {};
