/** Files that are longer than cron takes, at the edges that load_user of Debian's cron and of cronie and BusyBox's crond showed when they were run. */
import assert from 'node:assert/strict';
import type { Finding } from '../../core/src/index.js';
import { readAs } from '../support.js';

const SPOOL = '/var/spool/cron/crontabs/ann';
const DROP_IN = '/etc/cron.d/sweep';
const ENTRY = '0 3 * * * true\n';
const OF_ROOT = '0 3 * * * root true\n';

const by = (dialect: string) => `# daemonlint: dialect=${dialect}\n`;

const tooMany = (text: string, path = SPOOL): readonly Finding[] =>
  readAs(path, text).findings.filter(({ rule }) => rule === 'crontab/too-many-lines');

/** The line of each finding, from 1. */
const linesOf = (text: string, path = SPOOL): readonly number[] =>
  tooMany(text, path).map(({ span }) => text.slice(0, span.start).split('\n').length);

/** `text` behind a comment that names the cron, the comments before it being `bytes` long together. */
const behind = (dialect: string, bytes: number, text: string): string => {
  const head = by(dialect);
  return `${head}#${'-'.repeat(bytes - head.length - 2)}\n${text}`;
};

describe('crontab/too-many-lines', () => {
  it("counts lines down to the last entry or assignment for Debian's cron, in both forms", () => {
    const head = (lines: number) => `${by('debian')}${'\n'.repeat(lines - 1)}`;
    assert.deepEqual(linesOf(head(10_002) + ENTRY), []);
    assert.deepEqual(linesOf(head(10_003) + ENTRY), [10_004]);
    assert.deepEqual(linesOf(`${head(10_003)}A=b\n`), [10_004]);
    assert.deepEqual(linesOf(head(10_003) + OF_ROOT, DROP_IN), [10_004]);
    assert.deepEqual(linesOf(`${head(1)}${ENTRY}${'# x\n'.repeat(20_000)}`), []);
    assert.equal(tooMany(head(10_003) + ENTRY)[0]?.severity, 'error');
  });
  it('counts entries, those that are refused too, of a user for cronie', () => {
    const entries = (count: number, entry: string) => by('cronie') + '61 3 * * * x\n'.repeat(count - 1) + entry;
    assert.deepEqual(linesOf(entries(10_000, ENTRY)), []);
    assert.deepEqual(linesOf(entries(10_001, ENTRY)), [10_002]);
    assert.deepEqual(linesOf(by('cronie') + OF_ROOT.repeat(10_001), DROP_IN), []);
  });
  it('counts assignments of a user for cronie, whatever their names', () => {
    assert.deepEqual(linesOf(by('cronie') + 'A=b\n'.repeat(1000) + ENTRY), []);
    assert.deepEqual(linesOf(by('cronie') + 'A=b\n'.repeat(1001) + ENTRY), [1002]);
  });
  it('counts bytes of comments and blanks before an entry, and at the end, for cronie', () => {
    assert.deepEqual(linesOf(behind('cronie', 32_767, ENTRY)), []);
    assert.deepEqual(linesOf(behind('cronie', 32_768, ENTRY)), [3]);
    assert.deepEqual(linesOf(behind('cronie', 32_767, ` ${ENTRY}`)), [3]);
    assert.deepEqual(linesOf(behind('cronie', 32_766, `${ENTRY}\n`)), []);
    assert.deepEqual(linesOf(behind('cronie', 32_768, '')), []);
    assert.deepEqual(linesOf(behind('cronie', 32_769, '')), [2]);
    const umlauts = `${by('cronie')}#${'ä'.repeat(16_384)}\n${ENTRY}`;
    assert.deepEqual(linesOf(umlauts), [2]);
    assert.deepEqual(linesOf(`${by('cronie')}${`#${'-'.repeat(30_000)}\n${ENTRY}`.repeat(3)}`), []);
  });
  it('finds what cronie reads of a comment in a system crontab, and an entry without its first character', () => {
    const off = `#${OF_ROOT}`;
    assert.deepEqual(linesOf(behind('cronie', 32_768, off), DROP_IN), [3]);
    assert.deepEqual(linesOf(behind('cronie', 32_767, off), DROP_IN), []);
    assert.deepEqual(linesOf(behind('cronie', 32_769, off), DROP_IN), []);
    assert.deepEqual(linesOf(behind('cronie', 32_768, '#PATH=/x\n'), DROP_IN), [3]);
    assert.deepEqual(linesOf(behind('cronie', 32_768, `# ${OF_ROOT}`), DROP_IN), []);
    assert.deepEqual(linesOf(behind('cronie', 32_768, `#${off}`), DROP_IN), []);
    assert.deepEqual(linesOf(behind('cronie', 32_768, ` ${OF_ROOT}`), DROP_IN), []);
    assert.deepEqual(linesOf(behind('cronie', 32_768, `# see above\n${OF_ROOT}`), DROP_IN), []);
    const [cut] = tooMany(behind('cronie', 32_768, `1${OF_ROOT}`), DROP_IN);
    assert.match(cut?.message ?? '', /reads what is left of its line: “0 3 \* \* \* root true”/);
    assert.equal(cut?.severity, 'warning');
  });
  it('goes on counting behind a comment that cronie makes nothing of', () => {
    const harmless = `${behind('cronie', 32_768, '# see above\n')}#${'-'.repeat(32_766)}\n#${OF_ROOT}`;
    assert.deepEqual(linesOf(harmless, DROP_IN), [5]);
  });
  it('lets BusyBox and dcron end where they end, by whose crontab it is', () => {
    for (const dialect of ['busybox', 'dcron']) {
      const entries = (count: number) => `${by(dialect)}# x\n\n${ENTRY.repeat(count)}`;
      assert.deepEqual(linesOf(entries(255)), [], dialect);
      assert.deepEqual(linesOf(entries(256)), [259], dialect);
      assert.deepEqual(linesOf(entries(256), '/var/spool/cron/crontabs/root'), [], dialect);
      assert.deepEqual(linesOf(entries(256), 'crontab.txt'), [], dialect);
    }
    const ofRoot = `${by('busybox')}${'SHELL=/bin/sh\n'.repeat(65_535)}`;
    assert.deepEqual(linesOf(ofRoot, '/var/spool/cron/crontabs/root'), [65_536]);
    assert.deepEqual(linesOf(`${by('dcron')}${'\n'.repeat(2558)}${ENTRY}`), [2560]);
    assert.deepEqual(linesOf(`${by('busybox')}${'\n'.repeat(2558)}${ENTRY}`), []);
  });
  it('is told once, at the first line that is too much, with what each cron does', () => {
    const text = `# x\n${ENTRY.repeat(10_010)}`;
    const [finding, ...more] = tooMany(text);
    assert.deepEqual(more, []);
    assert.match(finding?.message ?? '', /Debian's cron ignores .* below line 10,003; cronie ignores .* more than 10,000 entries\./);
    assert.deepEqual([linesOf(text), finding?.severity], [[10_002], 'warning']);
  });
  it('heeds what silences it', () => {
    const silenced = (comment: string) => `${by('cronie')}${'A=b\n'.repeat(1000)}${comment}\nA=b\n${ENTRY}`;
    assert.equal(tooMany(silenced('# why')).length, 1);
    assert.equal(tooMany(silenced('# daemonlint: ignore[crontab/too-many-lines]: made by a program')).length, 0);
    assert.equal(tooMany(silenced('# daemonlint: ignore-file[crontab/too-many-lines]: made by a program')).length, 0);
  });
  it('says nothing of an anacrontab', () => assert.deepEqual(linesOf(`${'\n'.repeat(10_010)}1 5 daily true\n`, '/etc/anacrontab'), []));
});
