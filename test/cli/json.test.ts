// `--format json`: its schema, its places, its numbers.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { version } from '../../package.json';
import { DENIED, type Tree } from '../workspace/memory.js';
import { daemonlint, FINGER, SSH } from './memory-io.js';

const schema = JSON.parse(readFileSync('schemas/report.schema.json', 'utf8'));
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });
const compiled = ajv.compile(schema);
const valid = (value: unknown): boolean => compiled(value);

async function report(tree: Tree, ...args: string[]) {
  const { stdout, status } = await daemonlint(['check', '--format', 'json', ...args], tree);
  const value = JSON.parse(stdout);
  assert.ok(valid(value), ajv.errorsText(compiled.errors));
  return { status, ...value };
}

describe('the JSON report', () => {
  it('tells all of a finding, with 1-based places in UTF-16 units', async () => {
    const { files, summary, ...rest } = await report({ '/h/etc/inetd.conf': `# 😀\r\n${FINGER}` }, 'etc');
    assert.deepEqual(rest, { status: 1, version, problems: [], gone: [] });
    assert.deepEqual(summary, { files: 1, findings: 1, errors: 0, warnings: 1, infos: 0, hints: 0, suppressed: 0, problems: 0 });
    const [{ findings, ...file }] = files;
    assert.deepEqual(file, { path: 'etc/inetd.conf', kind: 'inetd', form: file.form });
    const [{ message, fixes, subject, fingerprint, ...finding }] = findings;
    assert.deepEqual(finding, { rule: 'risky-daemon', severity: 'warning', start: { line: 2, column: 1 }, end: { line: 2, column: 7 } });
    assert.match(message, /finger/);
    assert.match(subject, /finger/);
    assert.match(fingerprint, /^[0-9a-f]{32}$/);
    assert.equal(fixes[0].safe, true);
    assert.deepEqual(fixes[0].edits, [{ start: { line: 2, column: 1 }, end: { line: 2, column: 1 }, text: '#' }]);
  });

  it('names other files as the person would', async () => {
    const link = 'lrwxrwxrwx 1 root root 14 Jan 1 2000 K50inet -> ../init.d/inet\n';
    const { files } = await report({ '/h/a/etc/rc.d/rc3.d.txt': link, '/h/a/etc/inetd.conf': SSH }, 'a');
    const [{ related }] = files[1].findings;
    assert.deepEqual([related[0].file, related[0].start], ['a/etc/inetd.conf', { line: 1, column: 1 }]);
  });

  it('names the link of a directory, in findings and where others point to it', async () => {
    const tree = {
      '/h/etc/rc.d/rc3.d/K50snmpd': { link: '../init.d/snmpd' },
      '/h/etc/rc.d/rc3.d/S50snmpd': { link: '../init.d/snmpd' },
      '/h/etc/inetd.conf': FINGER,
    };
    const [inetd, { findings }] = (await report(tree, 'etc')).files;
    assert.deepEqual([inetd.findings.length, 'link' in inetd.findings[0]], [1, false]);
    const linkOf = (rule: string) => findings.find((finding: { rule: string }) => finding.rule === rule).link;
    assert.equal(linkOf('risky-daemon'), 'S50snmpd');
    const { link, related } = findings.find(({ rule }: { rule: string }) => rule === 'listing/start-and-kill');
    assert.deepEqual([link, related[0].link].sort(), ['K50snmpd', 'S50snmpd']);
  });

  it('holds the command that a listing is fixed by', async () => {
    const { files } = await report({ '/h/chkconfig.txt': 'snmpd 0:off 1:off 2:off 3:on 4:on 5:on 6:off\n' });
    const [{ fixes }] = files[0].findings;
    assert.match(fixes[0].copy, /snmpd/);
    assert.ok(fixes.every(({ safe }: { safe: boolean }) => !safe));
  });

  it('holds files without findings, and problems', async () => {
    const { files, problems, summary, status } = await report({
      '/h/etc/crontab': '',
      '/h/etc/inetd.conf': DENIED,
      '/h/.daemonlint.json': '{\n"x": 1}',
    });
    assert.deepEqual(
      files.map(({ path, findings }: { path: string; findings: unknown[] }) => [path, findings.length]),
      [['etc/crontab', 0]],
    );
    assert.deepEqual(
      problems.map(({ path, line, column }: { path: string; line?: number; column?: number }) => [path, line, column]),
      [
        ['.daemonlint.json', 2, 1],
        ['etc/inetd.conf', undefined, undefined],
      ],
    );
    assert.deepEqual([summary.problems, status], [2, 2]);
  });

  it('is valid over the samples', async () => {
    const { nodeIo } = await import('../../cli/src/node-io.js');
    const { stdout } = await daemonlint(['check', '--format', 'json', 'samples'], {}, { files: nodeIo().files, cwd: process.cwd() });
    const value = JSON.parse(stdout);
    assert.ok(valid(value), ajv.errorsText(compiled.errors));
    assert.ok(value.summary.findings > 20 && value.summary.problems === 0);
    assert.deepEqual([...new Set(value.files.map(({ kind }: { kind: string }) => kind))].sort(), [
      'crontab',
      'inetd',
      'inittab',
      'listing',
      'xinetd',
    ]);
  });

  it('has a schema that refuses what is not said in it', () => {
    const good = {
      version,
      files: [],
      problems: [],
      gone: [],
      summary: { files: 0, findings: 0, errors: 0, warnings: 0, infos: 0, hints: 0, suppressed: 0, problems: 0 },
    };
    assert.ok(valid(good));
    assert.ok(!valid({ ...good, extra: 1 }));
    assert.ok(!valid({ ...good, problems: [{ path: 'x' }] }));
    assert.ok(!valid({ ...good, summary: { ...good.summary, files: -1 } }));
  });
});
