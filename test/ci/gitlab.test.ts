// The GitLab component: filled in and run as GitLab does, and by gitlab-ci-local, which has GitLab's own schema.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { parse, parseAllDocuments, stringify } from 'yaml';
import { bash, root, type Workspace, workspace } from './support.js';

const program = path.join(root, 'dist', 'cli.js');

describe('templates/daemonlint.yml', function () {
  this.timeout(60_000);

  interface Spec {
    readonly spec: {
      readonly inputs: Readonly<
        Record<string, { readonly default: string; readonly description?: string; readonly options?: readonly string[] }>
      >;
    };
  }

  interface Job {
    readonly variables: Readonly<Record<string, string>>;
    readonly script: readonly string[];
    readonly artifacts: { readonly when: string; readonly reports: Readonly<Record<string, string>> };
  }

  const text = readFileSync('templates/daemonlint.yml', 'utf8');
  const [head, body] = parseAllDocuments(text);
  assert.ok(head && body);
  const { inputs } = (head.toJS() as Spec).spec;

  /** As GitLab fills inputs in: in the strings, once the text is read. */
  function filled(value: unknown, given: Readonly<Record<string, string>>): unknown {
    if (typeof value === 'string')
      return value.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => given[name] ?? inputs[name]?.default ?? assert.fail(name));
    if (Array.isArray(value)) return value.map((one) => filled(one, given));
    return typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one, given)]))
      : value;
  }

  const jobOf = (given: Readonly<Record<string, string>>): Job =>
    Object.values(filled(body.toJS(), given) as Record<string, Job>)[0] ?? assert.fail('no job');

  let space: Workspace;
  beforeEach(() => {
    space = workspace();
    mkdirSync(space.at('.git/bin'));
    symlinkSync(program, space.at('.git/bin/daemonlint'));
  });

  function run(given: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
    const { variables, script } = jobOf({ install: 'true', ...given });
    const PATH = `${space.at('.git/bin')}:${process.env.PATH}`;
    return bash(script.join('\n'), space.folder, { ...variables, PATH, CI_PROJECT_DIR: space.folder, ...env });
  }

  it('describes its inputs and uses each', () => {
    for (const name of Object.keys(inputs)) assert.ok(String(body).includes(`$[[ inputs.${name} ]]`), name);
    assert.ok(inputs['fail-on']?.options?.includes('warning'));
  });

  it('makes the reports that it names', () => {
    const { status, stdout } = run({});
    assert.equal(status, 1);
    assert.match(stdout, /^etc\/inetd\.conf:2:1: warning: /m);
    const { artifacts } = jobOf({});
    const issues = JSON.parse(space.text(artifacts.reports.codequality ?? '')) as { location: { path: string } }[];
    assert.deepEqual(
      issues.map(({ location }) => location.path),
      ['etc/inetd.conf', 'etc/inetd.conf'],
    );
    assert.match(space.text(artifacts.reports.junit ?? ''), /<testsuites name="daemonlint">/);
    assert.equal(artifacts.when, 'always');
  });

  it('tells of a merge request what it brought', () => {
    const base = space.git('rev-parse', 'main').trim();
    const { status, stdout } = run({ 'changed-since': 'auto' }, { CI_MERGE_REQUEST_DIFF_BASE_SHA: base });
    assert.equal(status, 1);
    assert.match(stdout, /1 finding /);
    assert.match(run({ 'changed-since': 'auto' }).stdout, /2 findings /);
  });

  it('tells what a merge request does, where it is asked to and there is something to compare with', () => {
    const env = { CI_MERGE_REQUEST_DIFF_BASE_SHA: space.git('rev-parse', 'main').trim() };
    const { status, stdout } = run({ 'changed-since': 'auto', compare: 'true' }, env);
    assert.equal(status, 1);
    assert.match(stdout, /^- \*\*\+\*\* ⚠️ `telnet`, `etc\/inetd\.conf:2`/m);
    assert.match(stdout, /1 finding /);
    assert.match(space.text('daemonlint-compare.md'), /^### [0-9a-f]{10} \(where they parted\) to .*: 1 service newly on \(telnet\)/);
    assert.doesNotMatch(run({ 'changed-since': 'auto', compare: 'true' }).stdout, /newly on/);
    assert.doesNotMatch(run({ 'changed-since': 'auto' }, env).stdout, /newly on/);
  });

  it('passes on how bad is bad, more arguments and paths', () => {
    assert.equal(run({ 'fail-on': 'error' }).status, 0);
    assert.equal(run({ paths: "'etc/cron.d/my backup'", args: '--dialect debian' }).status, 0);
    assert.equal(run({ paths: 'gone' }).status, 2);
  });

  describe('before gitlab-ci-local', () => {
    const local = createRequire(import.meta.url).resolve('gitlab-ci-local');

    beforeEach(() => {
      if (spawnSync('rsync', ['--version']).status !== 0) symlinkSync(path.join(root, 'test/ci/rsync.sh'), space.at('.git/bin/rsync'));
    });

    /** A pipeline that includes the component, called as a person calls it; what jobs leave behind comes back into the folder. */
    function pipeline(given: Readonly<Record<string, string>>, args: readonly string[], component = text) {
      const include = [{ local: 'templates/daemonlint.yml', inputs: given }];
      mkdirSync(space.at('templates'));
      writeFileSync(space.at('templates/daemonlint.yml'), component);
      writeFileSync(space.at('.gitlab-ci.yml'), stringify({ include }));
      space.git('add', '-A');
      space.git('remote', 'add', 'origin', 'git@gitlab.example:group/host.git');
      const { HOME = '', PATH = '' } = process.env;
      const env = { HOME, PATH: `${space.at('.git/bin')}:${PATH}` };
      const words = ['--import', path.join(root, 'test/ci/older-node.mjs'), local, ...args];
      return spawnSync(process.execPath, words, { cwd: space.folder, encoding: 'utf8', env });
    }

    it('is valid by the schema of GitLab, whatever its inputs', () => {
      const given = {
        job: 'review',
        stage: 'build',
        'fail-on': 'never',
        'changed-since': 'auto',
        baseline: 'b.json',
        args: '--dialect debian',
      };
      const { stdout, stderr, status } = pipeline(given, ['--preview']);
      assert.match(stderr, /json schema validated/);
      assert.equal(status, 0, stderr);
      const { review } = parse(stdout) as Readonly<
        Record<string, { readonly stage: string; readonly variables: Readonly<Record<string, string>> }>
      >;
      assert.deepEqual(
        [review?.stage, review?.variables.DAEMONLINT_SINCE, review?.variables.DAEMONLINT_BASELINE],
        ['build', 'auto', 'b.json'],
      );
    });

    it('needs no step that installs where the image has the program', () => {
      const { stderr, status } = pipeline({ install: '' }, ['--preview']);
      assert.equal(status, 0, stderr);
    });

    it('would not be valid with a slip in it', () => {
      const slip = pipeline({}, ['--preview'], text.replace('when: always', 'when: sometimes'));
      assert.match(slip.stderr, /when/);
      assert.notEqual(slip.status, 0);
    });

    it('takes no value that it does not offer', () => {
      const { stderr, status } = pipeline({ 'fail-on': 'sometimes' }, ['--preview']);
      assert.match(stderr, /fail-on/);
      assert.notEqual(status, 0);
    });

    it('runs, fails on findings and leaves its reports', () => {
      const { stdout, status } = pipeline({ install: 'true' }, ['--force-shell-executor', 'daemonlint']);
      assert.match(stdout, /^daemonlint > etc\/inetd\.conf:2:1: warning: .*\[cleartext-login\]$/m);
      assert.equal(status, 1);
      for (const report of ['gl-code-quality-report.json', 'daemonlint-junit.xml']) assert.ok(space.text(report).length > 100, report);
    });
  });
});
