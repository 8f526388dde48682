// action.yml: its step, run by its own words with GitHub's variables over a real history.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { temporaryFolder } from '../../scripts/temporary.mjs';
import { action, runAction } from './action.js';
import { actionMistakes, workflowMistakes } from './github-parser.js';
import { root, type Workspace, workspace } from './support.js';

describe('action.yml', function () {
  this.timeout(60_000);

  let space: Workspace;
  beforeEach(() => {
    space = workspace();
  });

  const run = (given: Readonly<Record<string, string>> = {}, more: Readonly<Record<string, string>> = {}, checkout = root) =>
    runAction(space.folder, given, more, checkout);

  it('describes each input and output, and names each input to its step', () => {
    assert.equal(action.runs.using, 'composite');
    for (const [name, { description }] of [...Object.entries(action.inputs), ...Object.entries(action.outputs)])
      assert.ok(description, name);
    const used = JSON.stringify(action.runs.steps);
    for (const name of Object.keys(action.inputs)) assert.ok(used.includes(`\${{ inputs.${name} }}`), name);
    assert.deepEqual(Object.keys(action.outputs).sort(), Object.keys(run().outputs).sort());
  });

  it("is what GitHub's own parser takes, and would not be with a slip in it", async () => {
    const text = readFileSync('action.yml', 'utf8');
    assert.deepEqual(await actionMistakes(text), []);
    for (const [right, slip, message] of [
      ['using: composite', 'using: compost', /Unexpected value 'compost'/],
      ['shell: bash', 'shel: bash', /Required property is missing: shell/],
      ['inputs.paths }}', 'input.paths }}', /Unrecognized named-value: 'input'/],
      ['steps.check.outputs.sarif', 'step.check.outputs.sarif', /Unrecognized named-value: 'step'/],
    ] as const) {
      assert.ok(text.includes(right), right);
      assert.match((await actionMistakes(text.replace(right, slip))).join('\n'), message);
    }
  });

  it('annotates, sums up and tells its outputs', () => {
    const { status, stdout, outputs, summary } = run({ sarif: 'out.sarif' });
    assert.equal(status, 1);
    assert.match(stdout, /^::warning file=etc\/inetd\.conf,line=2,.*title=daemonlint%3A cleartext-login::/m);
    assert.deepEqual(outputs, { 'exit-code': '1', findings: '2', errors: '0', warnings: '2', sarif: 'out.sarif', comparison: '' });
    assert.match(summary, /^### daemonlint: 2 findings/);
    assert.ok(summary.includes('](https://g.example/docs/rules/cleartext-login.md)'));
    const [{ results }] = JSON.parse(space.text('out.sarif')).runs;
    assert.equal(results[0].locations[0].physicalLocation.artifactLocation.uri, 'etc/inetd.conf');
  });

  it('leaves out of the SARIF report what is put aside, unless it is asked for it', () => {
    writeFileSync(
      space.at('.daemonlint.json'),
      '{"ignore": [{"path": "etc/inetd.conf", "subject": "finger", "reason": "the old printer"}]}',
    );
    const rulesIn = (given: Readonly<Record<string, string>>) => {
      const { status, outputs } = run({ sarif: 'out.sarif', ...given });
      assert.deepEqual([status, outputs.findings], [1, '1']);
      const [{ results }] = JSON.parse(space.text('out.sarif')).runs;
      return (results as { ruleId: string; suppressions: unknown[] }[]).map(
        ({ ruleId, suppressions }) => `${ruleId} ${suppressions.length}`,
      );
    };
    assert.deepEqual(rulesIn({}), ['cleartext-login 0']);
    assert.deepEqual(rulesIn({ 'sarif-suppressed': 'true' }), ['cleartext-login 0', 'risky-daemon 1']);
  });

  it('tells of a pull request what it brought', () => {
    const { stdout, outputs } = run({ 'changed-since': 'auto' }, { GITHUB_BASE_REF: 'main' });
    assert.equal(outputs.findings, '1');
    assert.match(stdout, /cleartext-login/);
    assert.doesNotMatch(stdout, /risky-daemon/);
    assert.equal(run({ 'changed-since': 'auto' }).outputs.findings, '2');
  });

  it('tells of a group in a merge queue what it brought, too', () => {
    const event = space.at('event.json');
    writeFileSync(event, JSON.stringify({ merge_group: { base_sha: space.git('rev-parse', 'origin/main').trim() } }));
    const more = { GITHUB_EVENT_NAME: 'merge_group', GITHUB_EVENT_PATH: event };
    const { outputs } = run({ 'changed-since': 'auto', compare: 'true' }, more);
    rmSync(event);
    assert.equal(outputs.findings, '1');
    assert.match(readFileSync(outputs.comparison ?? '', 'utf8'), /newly on \(telnet\)/);
  });

  it('compares by the settings and the dialect that the check goes by', () => {
    writeFileSync(space.at('other.json'), '{"hosts": ["."], "exclude": ["etc/inetd.conf"]}');
    for (const args of ['--config=other.json', '--config\nother.json\n--dialect=busybox']) {
      const { outputs, stdout } = run({ 'changed-since': 'auto', compare: 'true', args }, { GITHUB_BASE_REF: 'main' });
      assert.equal(outputs.findings, '0', stdout);
      assert.doesNotMatch(readFileSync(outputs.comparison ?? '', 'utf8'), /telnet/);
    }
  });

  it('tells what a pull request does, in the summary and as a file, from where it parted', () => {
    space.git('checkout', '--quiet', '-b', 'later', 'origin/main');
    writeFileSync(space.at('etc/crontab'), '@daily root /usr/bin/x\n');
    space.git('add', '.');
    space.git('commit', '--quiet', '-m', 'The base goes on');
    space.git('update-ref', 'refs/remotes/origin/main', 'HEAD');
    space.git('checkout', '--quiet', 'change');
    const { outputs, summary } = run({ 'changed-since': 'auto', compare: 'true' }, { GITHUB_BASE_REF: 'main' });
    const told = readFileSync(outputs.comparison ?? '', 'utf8');
    assert.match(told, /^### origin\/main \(where they parted\) to [^:]*: 1 service newly on \(telnet\), 1 new finding\n/);
    assert.ok(summary.startsWith('### daemonlint: 1 finding') && summary.endsWith(`${told}\n`), summary);
    for (const [given, base] of [
      [{ 'changed-since': 'auto' }, 'main'],
      [{ 'changed-since': 'auto', compare: 'true' }, ''],
      [{ 'changed-since': 'gone', compare: 'true' }, 'main'],
    ] as const)
      assert.equal(run(given, { GITHUB_BASE_REF: base }).outputs.comparison, '');
  });

  it('names files from the root of the workspace wherever it is called', () => {
    const { stdout } = run({ 'working-directory': 'etc', sarif: 'out.sarif' });
    assert.match(stdout, /^::warning file=etc\/inetd\.conf,/m);
    assert.equal(run({ 'working-directory': 'etc', sarif: 'out.sarif' }).outputs.sarif, 'etc/out.sarif');
  });

  it('takes paths with blanks and more arguments, one a line', () => {
    const { status, outputs } = run({ paths: 'etc/cron.d/my backup\n', args: '--audience=auditor\n--dialect=debian' });
    assert.deepEqual([status, outputs.findings], [0, '0']);
  });

  it('fails as it is told to', () => {
    assert.deepEqual([run({ 'fail-on': 'error' }).status, run({ 'fail-on': 'never' }).status], [0, 0]);
    const wrong = run({ paths: 'gone' });
    assert.deepEqual([wrong.status, wrong.outputs['exit-code']], [2, '2']);
    assert.match(run({ annotations: 'all' }).stdout, /^::error title=daemonlint::annotations is “all”/);
  });

  it('says why where nothing can be reviewed, as an annotation and in the summary', () => {
    for (const [given, message] of [
      [{ 'changed-since': 'no%such' }, 'no%such: git knows no such commit'],
      [{ 'fail-on': 'much' }, "option '--fail-on <severity>' argument 'much' is invalid"],
    ] as const) {
      const { status, stdout, stderr, summary, outputs } = run(given);
      assert.ok(stdout.startsWith(`::error title=daemonlint::${message.replace('%', '%25')}`), stdout);
      assert.ok(stderr.startsWith(`daemonlint: ${message}`), stderr);
      assert.ok(summary.startsWith(`### daemonlint: nothing was reviewed\n\n    ${message}`), summary);
      assert.deepEqual([status, outputs['exit-code'], outputs.findings], [2, '2', '']);
    }
    assert.equal(run({ 'changed-since': 'no', summary: 'false' }).summary, '');
  });

  it('can leave annotations to a problem matcher, which reads the log', () => {
    for (const [name, folder] of [
      ['S50snmpd', 'etc/rc3.d'],
      ['atd.service', 'etc/systemd/system/multi-user.target.wants'],
    ] as const) {
      mkdirSync(space.at(folder), { recursive: true });
      symlinkSync(`/nowhere/${name.replace('S50', '')}`, space.at(`${folder}/${name}`));
    }
    const { stdout, summary } = run({ annotations: 'matcher' });
    const [, added = ''] = /^::add-matcher::(.*)$/m.exec(stdout) ?? [];
    const { problemMatcher } = JSON.parse(readFileSync(added, 'utf8')) as {
      problemMatcher: { owner: string; pattern: { regexp: string }[] }[];
    };
    const matched = stdout
      .split('\n')
      .flatMap((line) => problemMatcher.flatMap(({ pattern }) => new RegExp(pattern[0]?.regexp ?? '^$').exec(line)?.slice(1, 5) ?? []));
    const at = (file: string, line: number) => [file, `${line}`, '1', 'warning'];
    assert.deepEqual(matched, [
      ...at('etc/inetd.conf', 2),
      ...at('etc/inetd.conf', 3),
      ...at('etc/rc3.d/S50snmpd', 1),
      ...at('etc/systemd/system/multi-user.target.wants/atd.service', 1),
    ]);
    const [, token = ''] = /^::stop-commands::(.+)$/m.exec(stdout) ?? [];
    const lines = stdout.split('\n');
    const inside = lines.slice(lines.indexOf(`::stop-commands::${token}`) + 1, lines.indexOf(`::${token}::`));
    assert.ok(inside.length > 4 && inside.every((line) => !line.startsWith('::')));
    assert.deepEqual(
      lines.filter((line) => line.startsWith('::remove-matcher')),
      problemMatcher.map(({ owner }) => `::remove-matcher owner=${owner}::`),
    );
    assert.match(summary, /^### daemonlint: 4 findings/);
  });

  it('leaves the summary alone where it is told to', () => {
    for (const annotations of ['commands', 'none']) assert.equal(run({ summary: 'false', annotations }).summary, '');
  });

  it('says what to do when its checkout holds no program', () => {
    const checkout = temporaryFolder('daemonlint-bare-');
    cpSync('ci', path.join(checkout, 'ci'), { recursive: true });
    const { status, stdout } = run({}, {}, checkout);
    assert.equal(status, 2);
    assert.match(stdout, /^::error title=daemonlint::This ref of the action holds no program: use a release/);
  });
});

describe('the workflows that the documents show', () => {
  interface Workflow {
    readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
  }

  interface Step {
    readonly uses?: string;
    readonly with?: Readonly<Record<string, unknown>>;
  }

  const yaml = (page: string): readonly string[] =>
    [...readFileSync(page, 'utf8').matchAll(/^```yaml\n([\s\S]*?)^```$/gm)]
      .map(([, text = '']) => text)
      .filter((text) => /^ *- uses: /m.test(text));

  /** Steps alone are shown where the rest says nothing. */
  const whole = (text: string): string =>
    text.startsWith('- ')
      ? `on: pull_request\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${text.replace(/^(?=.)/gm, '      ')}`
      : text;

  for (const page of ['README.md', 'docs/review.md'])
    it(`${page}: are what GitHub's own parser takes, and name inputs that the action has`, async () => {
      const shown = yaml(page).map(whole);
      assert.ok(shown.length > 0);
      for (const text of shown) {
        assert.deepEqual(await workflowMistakes(page, text), []);
        const ours = Object.values((parse(text) as Workflow).jobs)
          .flatMap(({ steps }) => steps)
          .filter(({ uses }) => uses?.startsWith('OWNER/daemonlint@'));
        assert.ok(ours.length > 0, text);
        for (const { with: given = {} } of ours) for (const name of Object.keys(given)) assert.ok(name in action.inputs, name);
        assert.notDeepEqual(await workflowMistakes(page, text.replace('uses:', 'use:')), []);
      }
    });
});
