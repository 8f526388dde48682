// Two trees, side by side, and what `daemonlint compare` says of them.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import type { Tree } from '../workspace/memory.js';
import { daemonlint } from './memory-io.js';

/** Files of both sides by their paths below /h/a and /h/b, which are there in any case. */
export const sides = (before: Tree, after: Tree): Tree => ({
  '/h/a/x': '',
  '/h/b/x': '',
  ...Object.fromEntries(
    [['a', before] as const, ['b', after] as const].flatMap(([side, tree]) =>
      Object.entries(tree).map(([path, item]) => [`/h/${side}/${path}`, item]),
    ),
  ),
});

const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const compiled = ajv.compile(JSON.parse(readFileSync('schemas/compare.schema.json', 'utf8')));
const valid = (value: unknown): boolean => compiled(value);

/** The hosts of the comparison as JSON, which is valid by its schema. */
export async function compared(before: Tree, after: Tree, ...args: string[]) {
  const call = ['compare', 'a', 'b', '--from', '2026-01-01', '--zone', 'Europe/Berlin', '--format', 'json', ...args];
  const { stdout, stderr, status } = await daemonlint(call, sides(before, after));
  assert.deepEqual([status, stderr], [0, '']);
  const value = JSON.parse(stdout);
  assert.ok(valid(value), ajv.errorsText(compiled.errors));
  return value.hosts;
}

export interface Change {
  readonly turn: string;
  readonly changes: readonly { readonly of: string; readonly before: string | null; readonly after: string | null }[];
}
