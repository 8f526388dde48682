// `--format gitlab`: the part of Code Climate's format that GitLab reads.
import assert from 'node:assert/strict';
import { Ajv } from 'ajv';
import { FINGER } from '../cli/memory-io.js';
import type { Tree } from '../workspace/memory.js';
import { ALL, findings, told, tree } from './support.js';

/** What GitLab's documentation asks of each entry. */
const valid = new Ajv({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: { type: 'string', minLength: 1, pattern: '^[^\\n]*$' },
      check_name: { type: 'string', minLength: 1 },
      fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/).' },
          lines: {
            type: 'object',
            required: ['begin', 'end'],
            properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

interface Issue {
  readonly description: string;
  readonly check_name: string;
  readonly fingerprint: string;
  readonly severity: string;
  readonly location: { readonly path: string; readonly lines: { readonly begin: number } };
}

async function report(args: readonly string[] = ALL, files: Tree = tree(), env: Record<string, string> = {}, cwd = '/h'): Promise<Issue[]> {
  const { text } = await told('gitlab', args, files, { env, cwd });
  const value = JSON.parse(text) as Issue[];
  assert.ok(valid(value), JSON.stringify(valid.errors));
  assert.equal(text, `${JSON.stringify(value, undefined, 2)}\n`);
  return value;
}

describe('--format gitlab', () => {
  it('has all findings, each with its severity and line', async () => {
    const severities: Readonly<Record<string, string>> = { error: 'critical', warning: 'major', info: 'minor', hint: 'info' };
    assert.deepEqual(
      (await report()).map(({ description, check_name, severity, location }) => [description, check_name, severity, location.lines.begin]),
      (await findings()).map(({ message, rule, severity, link, start }) => [
        message,
        rule,
        severities[severity],
        link === undefined ? start.line : 1,
      ]),
    );
  });

  it('is an empty list where nothing is found', async () => assert.deepEqual(await report(['etc/cron.d/clean']), []));

  it('has fingerprints that no two entries share, within a file and across files', async () => {
    const files = { '/h/a/etc/inetd.conf': FINGER + FINGER, '/h/b/etc/inetd.conf': FINGER };
    const all = (await report(['.'], files)).map(({ fingerprint }) => fingerprint);
    assert.equal(new Set(all).size, all.length);
    const moved = (await report(['.'], { ...files, '/h/b/etc/inetd.conf': `\n# new\n${FINGER}` })).map(({ fingerprint }) => fingerprint);
    assert.deepEqual(moved, all);
  });

  it('names paths from the root of the project', async () => {
    const [issue] = await report(['inetd.conf'], tree(), { CI_PROJECT_DIR: '/h' }, '/h/etc');
    assert.equal(issue?.location.path, 'etc/inetd.conf');
  });
});
