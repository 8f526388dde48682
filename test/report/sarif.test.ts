// `--format sarif`: by its schema, by what it says, and by one who reads it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sarifToMarkdown } from '@security-alert/sarif-to-markdown';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log, Region, Result, Run } from 'sarif';
import { rules } from '../../core/src/index.js';
import { daemonlint, FINGER, TELNET } from '../cli/memory-io.js';
import { bytesAt, type Tree } from '../workspace/memory.js';
import { ALL, findings, linesOf, ODD, told, toldAside, tree } from './support.js';

const schema = JSON.parse(readFileSync('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json', 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats.default(ajv);
const valid = ajv.compile<Log>(schema);

function runOf(text: string): Run & { readonly results: Result[] } {
  const log: unknown = JSON.parse(text);
  assert.ok(valid(log), ajv.errorsText(valid.errors));
  const [run, ...more] = log.runs;
  assert.ok(run?.results && more.length === 0);
  return { ...run, results: run.results };
}

const pathOf = (result: Result): string => decodeURIComponent(result.locations?.[0]?.physicalLocation?.artifactLocation?.uri ?? '');

/** What stands in `region`, counted in UTF-16 units. */
function within(lines: readonly string[], { startLine = 0, startColumn = 0, endLine = 0, endColumn = 0 }: Region): string {
  const [first = '', ...rest] = lines.slice(startLine - 1, endLine);
  if (rest.length === 0) return first.slice(startColumn - 1, endColumn - 1);
  return [first.slice(startColumn - 1), ...rest.slice(0, -1), (rest.at(-1) ?? '').slice(0, endColumn - 1)].join('\n');
}

describe('--format sarif', () => {
  it('is valid by the schema, and reads as if it had been written at once', async () => {
    const { text, status } = await told('sarif');
    assert.equal(status, 2);
    assert.equal(text, `${JSON.stringify(JSON.parse(text), undefined, 2)}\n`);
    const { results } = runOf(text);
    assert.equal(results.length, (await findings()).length);
  });

  it('is valid with nothing found, and over the samples', async () => {
    const clean = runOf((await told('sarif', ['etc/cron.d/clean'])).text);
    assert.deepEqual([clean.results, clean.invocations], [[], [{ executionSuccessful: true }]]);
    assert.deepEqual(runOf((await told('sarif', ['/h'], {})).text).results, []);
  });

  it('has every rule, with help and properties', async () => {
    const { tool, results } = runOf((await told('sarif')).text);
    const described = tool.driver.rules ?? [];
    assert.deepEqual(
      described.map(({ id }) => id),
      rules.map(({ id }) => id),
    );
    for (const { id, help, shortDescription, fullDescription, properties, defaultConfiguration } of described) {
      assert.ok(shortDescription?.text && fullDescription?.text && help?.text && defaultConfiguration?.level, id);
      assert.match(help.markdown ?? '', /^## What to do$/m, id);
      assert.doesNotMatch(help.text, /^## |```/m, id);
      assert.match(properties?.precision, /^(very-high|high|medium|low)$/, id);
      assert.equal(properties?.tags?.includes('security'), properties?.['security-severity'] !== undefined, id);
    }
    for (const { ruleId, ruleIndex = -1 } of results) assert.equal(described[ruleIndex]?.id, ruleId);
    assert.ok(described.filter(({ properties }) => Number(properties?.['security-severity']) > 0).length >= 8);
  });

  it('points at the text with regions that begin at 1 and count UTF-16 units', async () => {
    const { results, columnKind } = runOf((await told('sarif')).text);
    assert.equal(columnKind, 'utf16CodeUnits');
    const finger = results.find((result) => result.ruleId === 'risky-daemon' && pathOf(result) === 'etc/inetd.conf');
    assert.equal(within(linesOf('etc/inetd.conf'), finger?.locations?.[0]?.physicalLocation?.region ?? {}), 'finger');
    const percent = results.find(({ ruleId }) => ruleId === 'crontab/unescaped-percent');
    assert.equal(within(linesOf('etc/crontab'), percent?.locations?.[0]?.physicalLocation?.region ?? {}), '%');
  });

  it('names files by relative, encoded URIs; links without a region; what lies outside by file:', async () => {
    const { results } = runOf((await told('sarif')).text);
    for (const { locations } of results) {
      const { uri = '', uriBaseId } = locations?.[0]?.physicalLocation?.artifactLocation ?? {};
      assert.match(uri, /^[\w.~%/'()!*-]+$/);
      assert.equal(uriBaseId, 'SRCROOT');
    }
    assert.ok(results.some((result) => pathOf(result) === ODD));
    const link = results.find((result) => pathOf(result) === 'etc/rc.d/rc3.d/S50snmpd');
    assert.equal(link?.locations?.[0]?.physicalLocation?.region, undefined);
    const outside = runOf((await told('sarif', ['/h/etc/inetd.conf'], tree(), { cwd: '/h/x' })).text);
    assert.equal(outside.results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri, 'file:///h/etc/inetd.conf');
  });

  it('names files from the root of the repository where a CI tells it', async () => {
    const io = { cwd: '/h/etc', env: { GITHUB_WORKSPACE: '/h' } };
    const { results } = runOf((await told('sarif', ['inetd.conf'], tree(), io)).text);
    assert.deepEqual([...new Set(results.map(pathOf))], ['etc/inetd.conf']);
  });

  it('has fingerprints that stay when lines move, and are all different in a file', async () => {
    const fingerprints = async (files: Tree) =>
      runOf((await told('sarif', ['etc'], files)).text).results.map(({ partialFingerprints }) => partialFingerprints?.['daemonlint/v1']);
    const before = await fingerprints({ '/h/etc/inetd.conf': FINGER + FINGER + TELNET });
    const after = await fingerprints({ '/h/etc/inetd.conf': `# new\n\n${FINGER.replaceAll(' ', '\t')}${FINGER}# between\n${TELNET}` });
    assert.deepEqual(after, before);
    assert.equal(new Set(before).size, before.length);
    assert.ok(before.length >= 3);
  });

  it('has fixes that change the file as --fix does', async () => {
    const files: Tree = { '/h/etc/inetd.conf': `# 😀\n${FINGER}` };
    const [result] = runOf((await told('sarif', ['etc'], files)).text).results;
    const [change] = result?.fixes?.[0]?.artifactChanges ?? [];
    const lines = [...linesOf('etc/inetd.conf', files)];
    for (const { deletedRegion, insertedContent } of change?.replacements ?? []) {
      assert.deepEqual([deletedRegion.startLine, deletedRegion.startColumn], [deletedRegion.endLine, deletedRegion.endColumn]);
      const at = (deletedRegion.startLine ?? 0) - 1;
      const column = (deletedRegion.startColumn ?? 0) - 1;
      lines[at] = `${lines[at]?.slice(0, column)}${insertedContent?.text}${lines[at]?.slice(column)}`;
    }
    assert.equal(change?.artifactLocation.uri, 'etc/inetd.conf');
    await daemonlint(['check', '--fix', 'etc'], files);
    assert.equal(lines.join('\n'), Buffer.from(bytesAt(files, '/h/etc/inetd.conf'), 'latin1').toString());
  });

  it('tells of what was not reviewed, and where', async () => {
    const { invocations } = runOf((await told('sarif', ['etc'], { ...tree(), '/h/.daemonlint.json': '{\n  "kep": []}' })).text);
    const [{ executionSuccessful, toolExecutionNotifications = [] } = { executionSuccessful: true }] = invocations ?? [];
    assert.equal(executionSuccessful, false);
    const places = toolExecutionNotifications.map(({ locations }) => locations?.[0]?.physicalLocation);
    assert.ok(places.some((place) => place?.artifactLocation?.uri === 'etc/cron.d/secret'));
    assert.ok(places.some((place) => place?.artifactLocation?.uri?.endsWith('.daemonlint.json') && place.region?.startLine === 2));
  });

  it('marks what a baseline accepts as a suppression, and notes what of it is gone', async () => {
    const { results, invocations } = runOf(await toldAside('sarif', 'risky-daemon'));
    const notes = invocations?.[0]?.toolExecutionNotifications?.filter(({ level }) => level === 'note') ?? [];
    assert.deepEqual(
      notes.map(({ associatedRule }) => associatedRule?.id),
      ['crontab/syntax'],
    );
    const aside = results.filter(({ suppressions }) => suppressions?.length);
    assert.ok(aside.length > 0 && aside.length < results.length);
    for (const { ruleId, suppressions } of aside)
      assert.deepEqual(
        [ruleId, suppressions],
        ['risky-daemon', [{ kind: 'external', status: 'accepted', justification: 'accepted by the baseline' }]],
      );
    for (const { suppressions } of results) assert.ok(Array.isArray(suppressions));
  });

  it('marks what comments and the project silence, with who does it and why', async () => {
    const files: Tree = {
      '/h/.daemonlint.json': JSON.stringify({ keep: ['tftp'], ignore: [{ path: 'etc/cron.d/*', rule: 'crontab/syntax', reason: 'ours' }] }),
      '/h/etc/inetd.conf': [
        '# daemonlint: ignore[risky-daemon]: until the printer is gone',
        FINGER + FINGER.trimEnd(),
        '# daemonlint: ignore[risky-daemon]',
        `${FINGER.trimEnd()} -x`,
        '# daemonlint: keep telnet',
        `${TELNET}tftp dgram udp wait root /usr/sbin/tcpd in.tftpd`,
        '',
      ].join('\n'),
      '/h/etc/cron.d/odd': '61 * * * * root x\n',
    };
    const { results } = runOf((await told('sarif', ['etc'], files)).text);
    const placeOf = (result: Result) => `${pathOf(result)}:${result.locations?.[0]?.physicalLocation?.region?.startLine} ${result.ruleId}`;
    const marks = new Map(results.map((result) => [placeOf(result), result.suppressions]));
    const marked = (kind: string, justification: string) => [{ kind, justification, status: 'accepted' }];
    assert.deepEqual(marks.get('etc/inetd.conf:2 risky-daemon'), marked('inSource', 'until the printer is gone'));
    assert.deepEqual(marks.get('etc/inetd.conf:3 risky-daemon'), []);
    assert.deepEqual(marks.get('etc/inetd.conf:5 risky-daemon'), marked('inSource', 'no reason is given'));
    assert.deepEqual(marks.get('etc/inetd.conf:7 cleartext-login'), marked('inSource', 'meant to be on'));
    assert.deepEqual(
      marks.get('etc/inetd.conf:8 unneeded-daemon') ?? marks.get('etc/inetd.conf:8 risky-daemon'),
      marked('external', 'meant to be on'),
    );
    assert.deepEqual(marks.get('etc/cron.d/odd:1 crontab/syntax'), marked('external', 'ours'));
    const keys = results.map(({ partialFingerprints }) => partialFingerprints?.['daemonlint/v1']);
    assert.equal(new Set(keys).size, keys.length);
    const counted = await findings(['etc'], files);
    assert.equal(counted.length, results.filter(({ suppressions }) => suppressions?.length === 0).length);
    const open = {
      ...files,
      '/h/etc/inetd.conf': Buffer.from(bytesAt(files, '/h/etc/inetd.conf'), 'latin1')
        .toString()
        .replace(/: ignore.*/, ': keep ftp'),
    };
    const line3 = (found: readonly { readonly start: { readonly line: number }; readonly fingerprint: string }[]) =>
      found.find(({ start }) => start.line === 3)?.fingerprint;
    assert.equal(
      line3(await findings(['etc/inetd.conf'], open)),
      line3(await findings(['etc/inetd.conf'], files)),
      'silencing changes no other',
    );
  });

  it('has links to the rules where the environment says where they are', async () => {
    const at = async (DAEMONLINT_DOCS: string) =>
      runOf((await told('sarif', ALL, tree(), { env: { DAEMONLINT_DOCS } })).text).tool.driver.rules?.[0]?.helpUri;
    assert.equal(await at('https://example.org/rules/'), `https://example.org/rules/${rules[0]?.id}.md`);
    assert.equal(await at('javascript:alert(1)'), undefined);
  });

  it('is read by a program that makes comments of it', async () => {
    const { text } = await told('sarif', ['etc']);
    const make = sarifToMarkdown({ title: 'daemonlint', owner: 'o', repo: 'r', branch: 'b', sourceRoot: '' });
    const [{ body, hasMessages } = { body: '', hasMessages: false }] = make(JSON.parse(text) as Log);
    assert.ok(hasMessages);
    for (const { rule } of await findings(['etc'])) assert.ok(body.includes(rule), rule);
  });
});
