// The pre-commit hook, the GitLab component and the image: parsed, and run as their hosts run them.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { parse, parseAllDocuments } from 'yaml';
import { bash, root, type Workspace, workspace } from './support.js';

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly language: string;
  readonly files: string;
}

const program = path.join(root, 'dist', 'cli.js');

/** A pattern of Python with (?x), as JavaScript reads it. */
const patternOf = ({ files }: Hook): RegExp => new RegExp(files.replace('(?x)', '').replace(/\s+/g, ''));

describe('.pre-commit-hooks.yaml', function () {
  this.timeout(60_000);

  const hooks = parse(readFileSync('.pre-commit-hooks.yaml', 'utf8')) as readonly Hook[];
  const [hook, fixing] = hooks;
  assert.ok(hook && fixing);

  it('names the program that the package brings', () => {
    const { bin } = JSON.parse(readFileSync('package.json', 'utf8')) as { bin: Record<string, string> };
    for (const { entry, language } of hooks) assert.deepEqual([language, bin[entry.split(' ')[0] ?? '']], ['node', './dist/cli.js']);
  });

  it('asks for the files that a scan of a folder finds, and for no others', () => {
    const { stdout } = spawnSync(process.execPath, [program, 'check', '--format', 'json', 'samples'], { encoding: 'utf8' });
    const found = (JSON.parse(stdout) as { files: { path: string }[] }).files.map(({ path }) => path);
    assert.ok(found.length > 10);
    for (const file of found) assert.match(file, patternOf(hook));
    for (const file of [
      'etc/cron.daily/logrotate',
      'crontab',
      'a/b/anacrontab',
      'cron.d/x',
      'inetd.conf',
      'host/chkconfig.txt',
      'x.crontab',
    ])
      assert.match(file, patternOf(hook), file);
    for (const file of ['README.md', 'package.json', 'src/cron.ts', 'docs/crontab.md', 'etc/passwd', 'inetd.conf.1', 'crontabx'])
      assert.doesNotMatch(file, patternOf(hook), file);
  });

  it('is called with file names behind its entry, in batches, and fails by its exit code', () => {
    const space = workspace();
    const call = ({ entry }: Hook, files: readonly string[]) =>
      spawnSync(process.execPath, [program, ...entry.split(' ').slice(1), ...files], { cwd: space.folder, encoding: 'utf8' });
    const batches = [['etc/inetd.conf'], ['etc/cron.d/my backup']].map((files) => call(hook, files));
    assert.deepEqual(
      batches.map(({ status }) => status),
      [1, 0],
    );
    const fixed = call(fixing, ['etc/inetd.conf']);
    assert.match(fixed.stdout, /^etc\/inetd\.conf:3:1: fixed: /m);
    assert.match(space.git('diff', '--stat'), /etc\/inetd\.conf/);
    space.remove();
  });
});

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

  const [head, body] = parseAllDocuments(readFileSync('templates/daemonlint.yml', 'utf8'));
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
  afterEach(() => space.remove());

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

  it('passes on how bad is bad, more arguments and paths', () => {
    assert.equal(run({ 'fail-on': 'error' }).status, 0);
    assert.equal(run({ paths: "'etc/cron.d/my backup'", args: '--dialect debian' }).status, 0);
    assert.equal(run({ paths: 'gone' }).status, 2);
  });
});

describe('Containerfile', () => {
  const lines = readFileSync('Containerfile', 'utf8')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));

  it('copies what the build makes, and runs it as nobody in particular', () => {
    const copied = lines.flatMap((line) => /^COPY --from=build (.*) \S+$/.exec(line)?.[1]?.split(' ') ?? []);
    const made = copied.filter((file) => file.startsWith('/src/dist/')).map((file) => path.join(root, file.slice('/src/'.length)));
    assert.ok(made.includes(program));
    for (const file of made) assert.ok(readFileSync(file).length > 0, file);
    assert.ok(lines.indexOf('USER node') > lines.map((line) => line.startsWith('RUN ')).lastIndexOf(true));
    assert.deepEqual(lines.slice(-2), ['ENTRYPOINT ["daemonlint"]', 'CMD ["check", "."]']);
  });
});
