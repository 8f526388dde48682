// The step of action.yml: from its inputs to a call of `daemonlint check`, and from the report to its outputs. Plain Node, and nothing but what lies in the action's checkout.
import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const { env } = process;

/** A message as an annotation, whatever is in it. */
const annotate = (message) =>
  process.stdout.write(
    `::error title=daemonlint::${message.replace(/[%\r\n]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`)}\n`,
  );

/** Ends the step with a message as an annotation. */
function fail(message) {
  annotate(message);
  process.exit(2);
}

const input = (name, otherwise = '') => (env[`INPUT_${name}`] ?? '').trim() || otherwise;

const linesOf = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What the queue of merges puts its group upon; empty for other events. */
function baseOfGroup() {
  if (env.GITHUB_EVENT_NAME !== 'merge_group' || !env.GITHUB_EVENT_PATH) return '';
  return JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')).merge_group?.base_sha ?? '';
}

function changedSince() {
  const wish = input('CHANGED_SINCE');
  if (wish !== 'auto') return wish;
  return env.GITHUB_BASE_REF ? `origin/${env.GITHUB_BASE_REF}` : baseOfGroup();
}

/** What `args` says of the files themselves, which holds for a comparison as well. */
function saidOfFiles() {
  const said = linesOf(input('ARGS'));
  return said.flatMap((line, index) => {
    if (!/^--(?:config|dialect|kind|form)(?:=|$)/.test(line)) return [];
    return line.includes('=') ? [line] : [line, ...said.slice(index + 1, index + 2)];
  });
}

/** Leaves out of a SARIF report what is marked as suppressed. */
function withoutSuppressed(file) {
  const log = JSON.parse(readFileSync(file, 'utf8'));
  for (const run of log.runs) run.results = run.results.filter(({ suppressions }) => suppressions.length === 0);
  writeFileSync(file, `${JSON.stringify(log, undefined, 2)}\n`);
}

/** What goes to the log, by the way of annotating. */
const LOGS = { commands: 'github', matcher: 'text', none: 'text' };

const program = path.join(here, '..', 'dist', 'cli.js');
if (!existsSync(program))
  fail('This ref of the action holds no program: use a release, such as @v0.1.0, or build it with `npm ci && npm run build`.');
const way = input('ANNOTATIONS', 'commands');
if (!(way in LOGS)) fail(`annotations is “${way}”; it is one of ${Object.keys(LOGS).join(', ')}.`);

const work = mkdtempSync(path.join(env.RUNNER_TEMP || tmpdir(), 'daemonlint-'));
process.once('exit', () => rmSync(work, { recursive: true, force: true }));
const json = path.join(work, 'report.json');
const markdown = path.join(work, 'summary.md');
const sarif = input('SARIF');
const wantsSummary = input('SUMMARY', 'true') === 'true' && Boolean(env.GITHUB_STEP_SUMMARY);
const option = (name, value) => (value === '' ? [] : [`--${name}=${value}`]);

const args = [
  'check',
  `--format=${LOGS[way]}`,
  `--format=json=${json}`,
  ...option('format', sarif && `sarif=${sarif}`),
  ...(wantsSummary && way !== 'commands' ? [`--format=markdown=${markdown}`] : []),
  ...option('fail-on', input('FAIL_ON', 'warning')),
  ...option('changed-since', changedSince()),
  ...option('baseline', input('BASELINE')),
  ...linesOf(input('ARGS')),
  '--',
  ...linesOf(input('PATHS', '.')),
];

/** What the change does, as a file of Markdown; empty where there is nothing to compare with, and where it cannot be told, which is said. */
function comparison(since) {
  if (input('COMPARE', 'false') !== 'true' || since === '') return '';
  const told = spawnSync(process.execPath, [program, 'compare', '--format', 'markdown', ...saidOfFiles(), '--', `${since}...`], {
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  process.stderr.write(told.stderr ?? '');
  if (!told.stdout) return '';
  const file = path.join(env.RUNNER_TEMP || tmpdir(), `daemonlint-compare-${randomUUID()}.md`);
  writeFileSync(file, told.stdout);
  return file;
}

const matcher = path.join(here, 'problem-matcher.json');
// No line of a file may be taken for a command while its findings are told as text.
const token = randomUUID();
if (way === 'matcher') process.stdout.write(`::add-matcher::${matcher}\n`);
if (way !== 'commands') process.stdout.write(`::stop-commands::${token}\n`);
const { GITHUB_STEP_SUMMARY = '', ...others } = env;
const { status, error, stderr } = spawnSync(process.execPath, [program, ...args], {
  stdio: ['ignore', 'inherit', 'pipe'],
  encoding: 'utf8',
  maxBuffer: Number.POSITIVE_INFINITY,
  env: wantsSummary ? env : others,
});
process.stderr.write(stderr ?? '');
if (way !== 'commands') process.stdout.write(`::${token}::\n`);
if (way === 'matcher') for (const owner of ['daemonlint', 'daemonlint-notice']) process.stdout.write(`::remove-matcher owner=${owner}::\n`);
if (error) fail(error.message);

const code = status ?? 2;
// Nothing was reviewed, so no report says why.
const complaint = (stderr ?? '').replace(/^daemonlint: /gm, '').trim();
if (code === 2 && !existsSync(json) && complaint) {
  annotate(complaint);
  if (wantsSummary) appendFileSync(GITHUB_STEP_SUMMARY, `### daemonlint: nothing was reviewed\n\n${complaint.replace(/^/gm, '    ')}\n`);
}
const summary = existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')).summary : {};
if (existsSync(markdown)) appendFileSync(GITHUB_STEP_SUMMARY, `${readFileSync(markdown, 'utf8')}\n`);
const compared = code === 2 && !existsSync(json) ? '' : comparison(changedSince());
if (compared && wantsSummary) appendFileSync(GITHUB_STEP_SUMMARY, `${readFileSync(compared, 'utf8')}\n`);
if (sarif && existsSync(sarif) && input('SARIF_SUPPRESSED', 'false') !== 'true') withoutSuppressed(sarif);
const sarifPath = sarif && existsSync(sarif) ? path.relative(env.GITHUB_WORKSPACE || process.cwd(), path.resolve(sarif)) : '';
const { findings, errors, warnings } = summary;
const outputs = { 'exit-code': code, findings, errors, warnings, sarif: sarifPath, comparison: compared };
if (env.GITHUB_OUTPUT)
  for (const [name, value = ''] of Object.entries(outputs)) appendFileSync(env.GITHUB_OUTPUT, `${name}<<${token}\n${value}\n${token}\n`);
process.exitCode = code;
